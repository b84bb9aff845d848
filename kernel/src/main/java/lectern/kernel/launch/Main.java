package lectern.kernel.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.kernel.channel.ConnectionInfo;

/// `java -jar lectern-kernel.jar CONNECTION_FILE` runs the kernel; `install` and `doctor` set it up and look at it.
public final class Main {

    private static final String USAGE = "expected CONNECTION_FILE, install [--user | --prefix DIR], or doctor";

    private Main() {}

    /// Ends the JVM with 0, 1 for a failure, or 2 for arguments that make no sense.
    public static void main(String[] arguments) {
        int status;
        try {
            status = run(List.of(arguments));
        } catch (IOException | IllegalStateException e) {
            System.err.println("lectern: " + e.getMessage());
            status = 1;
        } catch (InterruptedException e) {
            status = 1;
        }
        // A cell may have left threads behind that would keep the JVM alive.
        Runtime.getRuntime().halt(status);
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        var first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (arguments.size() != 1 || !Files.isRegularFile(Path.of(first))) {
            System.err.println("lectern: " + USAGE + ", found " + (arguments.isEmpty() ? "nothing" : arguments));
            return 2;
        }
        ParentWatch.start(System.getenv());
        Kernel.run(ConnectionInfo.read(Path.of(first)));
        return 0;
    }

    /// Ends the JVM after a grace, whatever the caller still waits for.
    static void haltAfter(long milliseconds) {
        var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = timer.schedule(() -> Runtime.getRuntime().halt(0), milliseconds, TimeUnit.MILLISECONDS);
    }
}
