package lectern.kernel.launch;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import lectern.kernel.eval.Outcome;
import lectern.kernel.preload.Survey;

/// Says what the kernel finds on this machine, and whether a cell runs.
///
/// @param out where it is written
record Doctor(PrintStream out) {

    /// 0 if a cell runs, 1 if not.
    int examine() {
        line("Java", System.getProperty("java.version") + " at " + System.getProperty("java.home"));
        Survey.lines().forEach(entry -> line(entry.getKey(), entry.getValue()));
        line("threads", String.valueOf(Runtime.getRuntime().availableProcessors()));
        line("memory", (Runtime.getRuntime().maxMemory() >> 20) + " MiB at most");
        var spec = SpecPlaces.here().user().resolve("kernel.json");
        line("kernel", Files.isRegularFile(spec) ? spec.toString() : "not installed for this user; run install");
        long start = System.nanoTime();
        var outcome = Engine.start().evaluator().evaluate(1, "1 + 1");
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        boolean right = outcome instanceof Outcome.Value(Integer value) && value == 2;
        line("cell", "1 + 1 gives " + (right ? "2" : outcome) + ", " + took + " ms from a cold start");
        return right ? 0 : 1;
    }

    private void line(String name, String value) {
        out.printf("%-8s %s%n", name, value);
    }
}
