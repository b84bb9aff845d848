package lectern.notes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What became of a process that a test started.
///
/// @param code the exit code
/// @param output what it wrote, errors included
record Outcome(int code, String output) {

    /// Runs a command to its end with the given environment instead of the test's own.
    static Outcome of(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("expected an end of " + command);
        }
        return new Outcome(process.exitValue(), output);
    }

    List<String> lines() {
        return output.lines().toList();
    }
}
