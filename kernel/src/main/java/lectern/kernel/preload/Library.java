package lectern.kernel.preload;

import lectern.nn.NN;
import lectern.nn.WarmUp;

/// The library before any cell has used it.
public final class Library {

    private Library() {}

    /// Has it begin with loops that are soon at full speed.
    public static void prepare() {
        WarmUp.prepare();
    }

    /// Makes it ready in the background, so that the first training is as fast as the next.
    public static void warmUp() {
        var _ = NN.warmUp();
    }
}
