package lectern.kernel.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lectern.kernel.eval.Outcome;
import lectern.kernel.preload.Survey;

/// Says what the kernel finds on this machine, and whether a cell runs.
///
/// @param out where it is written
record Doctor(PrintStream out) {

    /// 0 if a cell runs, 1 if not.
    int examine() throws IOException {
        line("Java", System.getProperty("java.version") + " at " + System.getProperty("java.home"));
        Survey.lines().forEach(entry -> line(entry.getKey(), entry.getValue()));
        line("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MiB at most");
        line("kernel", installed());
        long start = System.nanoTime();
        var outcome = Engine.start(_ -> {}, () -> {}).evaluator().evaluate(1, "1 + 1");
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        boolean right = outcome instanceof Outcome.Value(Integer value) && value == 2;
        line("cell", "1 + 1 gives " + (right ? "2" : outcome) + ", " + took + " ms from a cold start");
        return right ? 0 : 1;
    }

    private static String installed() throws IOException {
        var found = SpecPlaces.here().installed(List.of());
        return found.isEmpty()
                ? "not installed for this user; run install"
                : found.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private void line(String name, String value) {
        out.printf("%-8s %s%n", name, value);
    }
}
