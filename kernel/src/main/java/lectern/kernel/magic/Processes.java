package lectern.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs programs whose output is shown as it comes, and which end when the cell is interrupted.
final class Processes {

    private Processes() {}

    /// The exit status of a program.
    static int run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var out = pump(process.getInputStream(), System.out);
        var err = pump(process.getErrorStream(), System.err);
        try {
            int status = process.waitFor();
            // A program may leave another behind that holds its output open; it is not waited for beyond this.
            out.join(500);
            err.join(500);
            return status;
        } finally {
            // The children first: they would be no one's once their parent is gone.
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
        }
    }

    private static Thread pump(InputStream from, PrintStream to) {
        return Thread.ofPlatform().daemon().name("output").start(() -> {
            var buffer = new byte[1 << 13];
            try {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    to.write(buffer, 0, read);
                    to.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
