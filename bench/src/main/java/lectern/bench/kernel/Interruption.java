package lectern.bench.kernel;

import java.time.Duration;
import java.util.List;

/// An endless loop, interrupted by a message on the control channel.
record Interruption() implements Probe {

    private static final Row ROW = Row.milliseconds("interrupt of an endless loop → reply");
    private static final Cell LOOP = new Cell("while (true) {}", "while True: pass");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Repeat REPEAT = new Repeat(5, Double.MAX_VALUE);

    /// So long the loop has its turn before.
    private static final int MILLISECONDS = 300;

    @Override
    public List<Row> rows() {
        return List.of(ROW);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        sheet.put(ROW, kernel.contender(), REPEAT.median(0, _ -> interrupt(kernel)));
    }

    private static double interrupt(RunningKernel kernel) throws KernelException {
        String id = kernel.send(LOOP);
        new Stopwatch().await(MILLISECONDS);
        var watch = new Stopwatch();
        kernel.sendControl("interrupt_request");
        kernel.anyReply(id, PATIENCE);
        double time = watch.milliseconds();
        kernel.awaitIdle(id);
        return time;
    }
}
