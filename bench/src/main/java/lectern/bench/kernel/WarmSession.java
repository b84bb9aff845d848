package lectern.bench.kernel;

import java.util.List;
import java.util.stream.Stream;

/// A session that has run its first hundreds of cells, and what can be measured in it.
///
/// A probe that fails costs its own row only: those after it have a session of their own.
final class WarmSession implements Study {

    private static final int CELLS = 300;

    private static final Row EARLY = Row.milliseconds("trivial cell, cells 5–19");
    private static final Row WARM = Row.milliseconds("trivial cell, after 300");

    private static final Repeat EARLY_CELLS = new Repeat(15, Double.MAX_VALUE);
    private static final Repeat WARM_CELLS = new Repeat(50, Double.MAX_VALUE);

    private static final List<Probe> PROBES = List.of(
            CellTime.tenLines(),
            CellTime.hundredStatements(),
            CellTime.hundredStatementsAgain(),
            new InfoTime(),
            new Queue(),
            Help.completion(),
            Help.completionOfTheSameCell(),
            Help.inspection(),
            new Lines(),
            new Interruption(),
            new Idleness());

    @Override
    public String name() {
        return "warm session";
    }

    @Override
    public List<Row> rows() {
        return Stream.concat(Stream.of(EARLY, WARM), PROBES.stream().flatMap(probe -> probe.rows().stream()))
                .toList();
    }

    @Override
    public void run(Bench bench, Contender contender) throws KernelException {
        List<Probe> left =
                PROBES.stream().filter(probe -> bench.wantsAny(probe.rows())).toList();
        RunningKernel kernel = warmed(bench, contender);
        try {
            for (Probe probe : left) {
                bench.progress().show(probe.rows().getFirst().name(), contender.name());
                try {
                    probe.run(kernel, bench.sheet());
                } catch (KernelException e) {
                    bench.sheet().remark(contender, probe.rows().getFirst().name() + ": " + e.getMessage());
                    kernel.close();
                    kernel = warmed(bench, contender);
                }
            }
        } finally {
            kernel.close();
        }
    }

    private static RunningKernel warmed(Bench bench, Contender contender) throws KernelException {
        RunningKernel kernel = bench.start(contender);
        try {
            kernel.awaitPublished();
            for (int i = 1; i < 5; i++) {
                kernel.run(Cell.trivial(i));
            }
            double early = EARLY_CELLS.median(5, i -> kernel.run(Cell.trivial(i)));
            for (int i = 20; i < CELLS; i++) {
                kernel.run(Cell.trivial(i));
            }
            double warm = WARM_CELLS.median(CELLS, i -> kernel.run(Cell.trivial(i)));
            bench.sheet().put(EARLY, contender, early);
            bench.sheet().put(WARM, contender, warm);
            return kernel;
        } catch (KernelException e) {
            kernel.close();
            throw e;
        }
    }
}
