package lectern.nn.optim;

/// Adam with the largest recent gradient as divisor: **m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + ε),
/// w ← w − η / (1 − β₁ᵗ) · m / u** at step t.
///
/// Source: D. P. Kingma and J. Ba, *Adam: a method for stochastic optimization* (ICLR 2015), algorithm 2; ε,
/// which keeps the quotient finite, is not in it.
///
/// @param learningRate η
/// @param beta1 β₁, how slowly the mean of the gradient forgets
/// @param beta2 β₂, how slowly its largest size forgets
/// @param epsilon ε, above 0
public record Adamax(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Adamax {
        Settings.learningRate("adamax", learningRate);
        Settings.betas("adamax", beta1, beta2);
        Settings.above0("adamax", "an epsilon", epsilon);
    }

    /// With β₁ and β₂ as the paper recommends and ε = 10⁻⁸.
    public static Adamax of(double learningRate) {
        return new Adamax(learningRate, 0.9, 0.999, 1e-8);
    }

    @Override
    public Rule rule(int count) {
        float[] m = new float[count];
        float[] u = new float[count];
        float keepM = (float) beta1;
        float takeM = (float) (1 - beta1);
        float keepU = (float) beta2;
        float eps = (float) epsilon;
        return (w, g, rate, t) -> {
            float size = (float) (rate / (1 - Settings.power(beta1, t)));
            for (int i = 0; i < count; i++) {
                m[i] = keepM * m[i] + takeM * g[i];
                u[i] = Math.max(keepU * u[i], Math.abs(g[i]) + eps);
                w[i] -= size * m[i] / u[i];
            }
        };
    }
}
