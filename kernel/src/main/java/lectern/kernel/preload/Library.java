package lectern.kernel.preload;

import lectern.nn.NN;

/// The library before any cell has used it.
public final class Library {

    private Library() {}

    /// Makes it ready in the background, so that the first training is as fast as the next.
    public static void warmUp() {
        var _ = NN.warmUp();
    }
}
