package lectern.bench.kernel;

import java.util.List;

/// From the start of the process to its end, with one cell between.
final class Starts implements Study {

    private static final int LEAST = 5;

    private static final Row INFO = Row.milliseconds("process start → kernel_info reply");
    private static final Row RESULT = Row.milliseconds("process start → reply of 1 + 1");
    private static final Row MEMORY = Row.mebibytes("resident memory after the first cell");
    private static final Row END = Row.milliseconds("shutdown_request → end of the process");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> rows() {
        return List.of(INFO, RESULT, MEMORY, END);
    }

    /// So that there are enough of them in all.
    @Override
    public int times(int rounds) {
        return Math.max(2, Math.ceilDiv(LEAST, rounds));
    }

    @Override
    public void run(Bench bench, Contender contender) throws KernelException {
        try (RunningKernel kernel = bench.start(contender)) {
            Sheet sheet = bench.sheet();
            sheet.put(INFO, contender, kernel.awaitInfo());
            String cell = kernel.send(Cell.trivial(1));
            kernel.reply(cell, RunningKernel.PATIENCE);
            sheet.put(RESULT, contender, kernel.sinceStart().milliseconds());
            kernel.footprint().residentMebibytes().ifPresent(memory -> sheet.put(MEMORY, contender, memory));
            sheet.put(END, contender, kernel.shutDown());
        }
    }
}
