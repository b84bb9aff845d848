package lectern.bench.scaling;

/// One training of one size on some threads.
///
/// @param seconds of one step, the fastest round
/// @param multiplyAdds of one step
record Measured(double seconds, double multiplyAdds) {

    private static final long WARM_UP = 600_000_000;
    private static final long ROUND = 20_000_000;
    private static final int ROUNDS = 15;

    /// Warms a step up, and takes the fastest of some rounds.
    static Measured of(Trained trained) {
        Runnable step = trained.step();
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < WARM_UP) {
            step.run();
            calls++;
        }
        long callsOfRound = Math.max(1, calls * ROUND / WARM_UP);
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            for (long call = 0; call < callsOfRound; call++) {
                step.run();
            }
            best = Math.min(best, (System.nanoTime() - before) / 1e9 / callsOfRound);
        }
        return new Measured(best, trained.multiplyAdds());
    }

    /// The seconds that the multiply-adds alone would take.
    ///
    /// @param peak multiply-adds a second on one thread
    double bound(double peak, int threads) {
        return multiplyAdds / (peak * threads);
    }
}
