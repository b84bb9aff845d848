package lectern.bench.kernel;

/// The time since it was made.
record Stopwatch(long start) {

    Stopwatch() {
        this(System.nanoTime());
    }

    double milliseconds() {
        return (System.nanoTime() - start) / 1e6;
    }

    /// Waits until so many milliseconds have passed since it was made.
    void await(long milliseconds) throws KernelException {
        try {
            Thread.sleep(Math.max(0, Math.round(milliseconds - milliseconds())));
        } catch (InterruptedException e) {
            throw new KernelException("interrupted", e);
        }
    }
}
