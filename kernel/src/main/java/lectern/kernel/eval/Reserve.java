package lectern.kernel.eval;

import org.jspecify.annotations.Nullable;

/// Memory kept back for the time when cells have filled the rest: enough to tell of it, and to run the cell that
/// frees some.
final class Reserve {

    private static final int BYTES = 4 << 20;

    private byte @Nullable [] kept = new byte[BYTES];

    /// Gives it free.
    synchronized void use() {
        kept = null;
    }

    /// Takes it back, once there is plenty again.
    synchronized void fill() {
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (kept == null && free > 4L * BYTES) {
            kept = new byte[BYTES];
        }
    }
}
