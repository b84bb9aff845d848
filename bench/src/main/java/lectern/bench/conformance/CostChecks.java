package lectern.bench.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lectern.bench.kernel.Footprint;

/// What it takes of the machine. These are figures: no kernel is held to a number here.
final class CostChecks {

    private static final int WINDOW = 5000;
    private static final int WINDOWS = 4;
    private static final double RESTING = 0.5;
    private static final int CELLS = 500;
    private static final int SOME = 100;

    private CostChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("resident memory after the first cell", t -> {
                    Talk other = t.another();
                    try (Subject subject = other.subject()) {
                        other.good("1 + 1", "1 + 1");
                        return resident(subject.footprint());
                    }
                }),
                new Check("500 cells in sequence: first and last hundred, memory", t -> {
                    String before = resident(t.subject().footprint());
                    double[] times = Talk.times(CELLS, i -> t.good("int n" + i + " = " + i + ";", "n" + i + " = " + i));
                    t.gives("499", "n499", "n499");
                    return String.format(
                            Locale.ROOT,
                            "%.1f to %.1f ms, %s to %s",
                            Talk.part(0.5, Arrays.copyOf(times, SOME)),
                            Talk.part(0.5, Arrays.copyOfRange(times, CELLS - SOME, CELLS)),
                            before,
                            resident(t.subject().footprint()));
                }),
                new Check("processor while idle", CostChecks::idle));
    }

    /// What it takes when it has come to rest: until then it may finish what it does by itself, such as compiling.
    private static String idle(Talk t) throws Unmet, InterruptedException {
        t.good("1 + 1", "1 + 1");
        Footprint footprint = t.subject().footprint();
        double percent = Double.MAX_VALUE;
        int windows = 0;
        while (percent > RESTING && windows < WINDOWS) {
            double before = footprint.processorMilliseconds();
            long start = System.nanoTime();
            Thread.sleep(WINDOW);
            percent = 100 * (footprint.processorMilliseconds() - before) / ((System.nanoTime() - start) / 1e6);
            windows++;
        }
        return String.format(Locale.ROOT, "%.1f %%, %d s after the last cell", percent, windows * WINDOW / 1000);
    }

    private static String resident(Footprint footprint) {
        return footprint.residentMebibytes().isPresent()
                ? String.format(
                        Locale.ROOT, "%.0f MiB", footprint.residentMebibytes().getAsDouble())
                : "not told by this system";
    }
}
