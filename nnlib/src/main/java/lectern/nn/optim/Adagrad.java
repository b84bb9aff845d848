package lectern.nn.optim;

/// Steps that shrink with all that the gradient has been: **s ← s + g², w ← w − η g / (√s + ε)**.
///
/// Source: J. Duchi, E. Hazan and Y. Singer, *Adaptive subgradient methods for online learning and stochastic
/// optimization* (JMLR 12, 2011), figure 1 with the diagonal matrix.
///
/// @param learningRate η
/// @param epsilon ε, keeps the quotient finite
public record Adagrad(double learningRate, double epsilon) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Adagrad {
        Settings.learningRate("adagrad", learningRate);
        Settings.notNegative("adagrad", "an epsilon", epsilon);
    }

    /// With ε = 10⁻¹⁰.
    public static Adagrad of(double learningRate) {
        return new Adagrad(learningRate, 1e-10);
    }

    @Override
    public Rule rule(int count) {
        float[] s = new float[count];
        float eps = (float) epsilon;
        return (w, g, rate, _) -> {
            float eta = (float) rate;
            for (int i = 0; i < count; i++) {
                s[i] += g[i] * g[i];
                w[i] -= eta * g[i] / ((float) Math.sqrt(s[i]) + eps);
            }
        };
    }
}
