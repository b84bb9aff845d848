package lectern.bench.kernel;

import java.util.ArrayList;
import java.util.List;

/// Many cells sent at once, as by *Run All*.
record Queue() implements Probe {

    private static final int CELLS = 100;
    private static final Row ROW = Row.milliseconds(CELLS + " trivial cells sent at once");

    @Override
    public List<Row> rows() {
        return List.of(ROW);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        var watch = new Stopwatch();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            sent.add(kernel.send(Cell.trivial(i)));
        }
        for (String id : sent) {
            kernel.reply(id, RunningKernel.PATIENCE);
        }
        sheet.put(ROW, kernel.contender(), watch.milliseconds());
        kernel.awaitIdle(sent.getLast());
    }
}
