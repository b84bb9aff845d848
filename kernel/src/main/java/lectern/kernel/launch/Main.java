package lectern.kernel.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lectern.kernel.channel.ConnectionInfo;

/// `java -jar lectern-kernel.jar CONNECTION_FILE` runs the kernel; `install` and `doctor` set it up and look at it.
public final class Main {

    private Main() {}

    /// Ends the JVM with 0, 1 for a failure, or 2 for arguments that make no sense.
    public static void main(String[] arguments) {
        int status;
        try {
            status = run(List.of(arguments));
        } catch (IOException | RuntimeException e) {
            System.err.println("lectern: " + e.getMessage());
            status = 1;
        } catch (InterruptedException e) {
            status = 1;
        }
        System.out.flush();
        // A cell may have left threads behind that would keep the JVM alive.
        Runtime.getRuntime().halt(status);
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        var first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (arguments.equals(List.of("doctor"))) {
            VectorModule.load();
            return new Doctor(System.out).examine();
        }
        if (arguments.equals(List.of(StartCache.REHEARSE))) {
            ParentWatch.start(Map.of());
            Rehearsal.run();
            // Last, as a cache cannot hold classes that were verified against those of a module loaded so late.
            return VectorModule.load() ? 0 : 1;
        }
        if (arguments.equals(List.of("install")) || arguments.equals(List.of("install", "--user"))) {
            return install(SpecPlaces.here().user());
        }
        if (arguments.size() == 3 && arguments.subList(0, 2).equals(List.of("install", "--prefix"))) {
            return install(SpecPlaces.under(Path.of(arguments.getLast())));
        }
        if (arguments.size() == 1 && Files.isRegularFile(Path.of(first))) {
            ParentWatch.start(System.getenv());
            Kernel.run(ConnectionInfo.read(Path.of(first)), PastSessions.of(System.getenv(), System.err), true);
            return 0;
        }
        System.err.println("lectern: expected CONNECTION_FILE, install [--user | --prefix DIR], or doctor, found "
                + (arguments.isEmpty() ? "nothing" : String.join(" ", arguments)));
        return 2;
    }

    private static int install(Path spec) throws IOException {
        var java = ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home", ""), "bin", "java"));
        try {
            new Installer(jar(), java, line -> System.out.println("install: " + line)).install(spec);
        } catch (FileSystemException e) {
            var why = e instanceof AccessDeniedException ? "permission denied" : e.toString();
            throw new IOException(
                    "install: expected a folder that can be written to, found " + spec + " (" + why
                            + "); use --user, or --prefix with another folder",
                    e);
        }
        System.out.println("Java (Lectern) is installed in " + spec);
        return 0;
    }

    private static Path jar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the kernel's own jar is not a path", e);
        }
    }

    /// Ends the JVM after a grace, whatever the caller still waits for.
    static void haltAfter(long milliseconds) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = timer.schedule(() -> Runtime.getRuntime().halt(0), milliseconds, TimeUnit.MILLISECONDS);
    }
}
