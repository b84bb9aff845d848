package lectern.bench.soak;

import java.util.Arrays;
import java.util.Locale;

/// The kernel's state at one moment.
///
/// @param cells how many acts it has seen
/// @param latency median of trivial cells, in milliseconds
/// @param heap in use after a collection, in MiB
/// @param metaspace in use, in MiB
/// @param resident of its process, in MiB
/// @param threads of its process
record Sample(long cells, double latency, double heap, double metaspace, double resident, long threads) {

    private static final int TRIVIAL = 11;
    private static final String MEMORY = """
            System.gc();
            var soakMetaspace = java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace")).mapToLong(pool -> pool.getUsage().getUsed()).sum();
            (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) + " " + soakMetaspace""";

    static Sample of(Patient patient, long cells) {
        var times = new double[TRIVIAL];
        for (int i = 0; i < TRIVIAL; i++) {
            long start = System.nanoTime();
            SoakFailure.expect(
                    "a trivial cell",
                    String.valueOf(i + 1),
                    patient.execute("1 + " + i).value());
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        var memory = patient.execute(MEMORY).value().split(" ", -1);
        return new Sample(
                cells,
                times[TRIVIAL / 2],
                mebibytes(memory[0]),
                mebibytes(memory[1]),
                patient.statistic("VmRSS") / 1024.0,
                patient.statistic("Threads"));
    }

    private static double mebibytes(String bytes) {
        return Long.parseLong(bytes) / (double) (1 << 20);
    }

    static String head() {
        return "    acts   trivial cell      heap  metaspace  resident  threads";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8d  %10.1f ms %6.1f MiB %6.1f MiB %5.0f MiB %8d",
                cells,
                latency,
                heap,
                metaspace,
                resident,
                threads);
    }
}
