package lectern.kernel.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lectern.kernel.channel.ConnectionInfo;

/// `java -jar lectern-kernel.jar CONNECTION_FILE` runs the kernel; the other commands set it up, look at it, and run
/// cells without Jupyter.
public final class Main {

    private Main() {}

    /// Ends the JVM with 0, 1 for a failure, or 2 for arguments that make no sense.
    public static void main(String[] arguments) {
        int status;
        try {
            status = run(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("lectern: " + e.getMessage());
            status = 2;
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
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        var options = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        switch (command) {
            case "install" -> setup().install(options);
            case "uninstall" -> setup().uninstall(options);
            case "list" -> setup().list(options);
            case "doctor" -> {
                VectorModule.load();
                return new Doctor(System.out).examine();
            }
            case "run" -> {
                VectorModule.load();
                return ScriptRun.main(options);
            }
            case "shell" -> {
                VectorModule.load();
                return Shell.main(options);
            }
            case StartCache.REHEARSE -> {
                ParentWatch.start(Map.of());
                Rehearsal.run();
                // Last, as a cache cannot hold classes that were verified against those of a module loaded so late.
                return VectorModule.load() ? 0 : 1;
            }
            default -> {
                if (arguments.size() != 1 || !Files.isRegularFile(Path.of(command))) {
                    throw new IllegalArgumentException("expected CONNECTION_FILE, " + Setup.USAGE
                            + ", run FILE [ARGUMENT]..., shell, or doctor, found "
                            + (arguments.isEmpty() ? "nothing" : String.join(" ", arguments)));
                }
                Lease.take(Setup.jar().resolveSibling("."));
                ParentWatch.start(System.getenv());
                Kernel.run(ConnectionInfo.read(Path.of(command)), PastSessions.of(System.getenv(), System.err), true);
            }
        }
        return 0;
    }

    private static Setup setup() {
        return new Setup(SpecPlaces.here(), System.out);
    }

    /// Ends the JVM after a grace, whatever the caller still waits for.
    static void haltAfter(long milliseconds) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = timer.schedule(() -> Runtime.getRuntime().halt(0), milliseconds, TimeUnit.MILLISECONDS);
    }
}
