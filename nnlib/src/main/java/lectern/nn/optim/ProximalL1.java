package lectern.nn.optim;

/// Gradient descent with a penalty λ Σ |w| whose part of the step is exact, so that weights become 0 and stay
/// there: **w ← w − η g, w ← sign w · max(|w| − η λ, 0)**.
///
/// Source: A. Beck and M. Teboulle, *A fast iterative shrinkage-thresholding algorithm for linear inverse
/// problems* (SIAM J. Imaging Sciences 2, 2009), eq. (1.4), ISTA.
///
/// @param learningRate η
/// @param strength λ, 0 or more
public record ProximalL1(double learningRate, double strength) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public ProximalL1 {
        Settings.learningRate("proximalL1", learningRate);
        Settings.notNegative("proximalL1", "a strength", strength);
    }

    @Override
    public Rule rule(int count) {
        return (w, g, rate, _) -> {
            float eta = (float) rate;
            float threshold = (float) (rate * strength);
            for (int i = 0; i < count; i++) {
                float moved = w[i] - eta * g[i];
                w[i] = Math.copySign(Math.max(Math.abs(moved) - threshold, 0), moved);
            }
        };
    }
}
