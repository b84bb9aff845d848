package lectern.bench.kernel;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// A long session: how the time of a trivial cell and the kernel's memory change as declarations add up.
final class Growth implements Study {

    private static final int FEW = 20;
    private static final List<Integer> STOPS = List.of(FEW, 1000, 5000);
    private static final Repeat TRIVIAL = new Repeat(21, Double.MAX_VALUE);

    /// When a session is given up.
    private static final double MILLISECONDS = 300_000;

    @Override
    public String name() {
        return "long session";
    }

    @Override
    public List<Row> rows() {
        return Stream.<IntFunction<Row>>of(Growth::time, Growth::ratio, Growth::memory)
                .flatMap(row -> STOPS.stream().map(row::apply))
                .filter(row -> !row.equals(ratio(FEW)))
                .toList();
    }

    @Override
    public void run(Bench bench, Contender contender) throws KernelException {
        int last = STOPS.stream()
                .filter(stop -> bench.wantsAny(List.of(time(stop), ratio(stop), memory(stop))))
                .reduce(FEW, Math::max);
        try (RunningKernel kernel = bench.start(contender)) {
            kernel.awaitPublished();
            var session = new Stopwatch();
            double early = 0;
            int done = 0;
            for (int stop : STOPS.stream().filter(stop -> stop <= last).toList()) {
                while (done < stop) {
                    kernel.run(MixedCells.number(done++));
                    if (session.milliseconds() > MILLISECONDS) {
                        throw new KernelException("given up after " + grouped(done) + " of " + grouped(stop)
                                + " mixed cells in " + Math.round(MILLISECONDS / 1000) + " s");
                    }
                }
                double time = TRIVIAL.median(0, i -> kernel.run(Cell.trivial(i)));
                bench.sheet().put(time(stop), contender, time);
                if (stop == FEW) {
                    early = time;
                } else {
                    bench.sheet().put(ratio(stop), contender, time / early);
                }
                kernel.footprint()
                        .residentMebibytes()
                        .ifPresent(memory -> bench.sheet().put(memory(stop), contender, memory));
            }
        }
    }

    private static Row time(int cells) {
        return Row.milliseconds("trivial cell after " + grouped(cells) + " mixed cells");
    }

    private static Row ratio(int cells) {
        return new Row("trivial cell after " + grouped(cells) + " against after " + FEW, Unit.TIMES);
    }

    private static Row memory(int cells) {
        return Row.mebibytes("resident memory after " + grouped(cells) + " mixed cells");
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
