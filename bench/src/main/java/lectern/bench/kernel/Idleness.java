package lectern.bench.kernel;

import java.util.List;

/// What the kernel does while it has nothing to do.
record Idleness() implements Probe {

    private static final Row ROW = new Row("processor while idle, over 5 s", Unit.PERCENT);
    private static final int REST = 1000;
    private static final int MEASURED = 5000;

    @Override
    public List<Row> rows() {
        return List.of(ROW);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        new Stopwatch().await(REST);
        Footprint footprint = kernel.footprint();
        double before = footprint.processorMilliseconds();
        var watch = new Stopwatch();
        watch.await(MEASURED);
        sheet.put(ROW, kernel.contender(), 100 * (footprint.processorMilliseconds() - before) / watch.milliseconds());
    }
}
