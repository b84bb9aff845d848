package lectern.kernel.launch;

/// When there is time for what can wait: while no cell runs, or when one runs for so long that it is not waited for.
final class Lull {

    /// Cells that follow each other faster than this are not to be disturbed between them either.
    private static final long QUIET_NANOSECONDS = 30_000_000;

    /// A cell has the machine for itself for so long.
    private static final long LONG_NANOSECONDS = 120_000_000;

    private boolean running;
    private long since = System.nanoTime() - LONG_NANOSECONDS;

    synchronized void cellBegins() {
        running = true;
        since = System.nanoTime();
    }

    /// A cell that has waited until now begins only now.
    synchronized void ready() {
        if (running) {
            since = System.nanoTime();
        }
    }

    synchronized void cellEnds() {
        running = false;
        since = System.nanoTime();
        notifyAll();
    }

    /// Waits for it.
    synchronized void await() throws InterruptedException {
        while (true) {
            long past = System.nanoTime() - since;
            long left = (running ? LONG_NANOSECONDS : QUIET_NANOSECONDS) - past;
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
