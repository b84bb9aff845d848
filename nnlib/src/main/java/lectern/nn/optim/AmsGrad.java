package lectern.nn.optim;

/// Adam with a divisor that never shrinks: **m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², u ← max(u, v),
/// w ← w − η m̂ / (√û + ε)** with m̂ = m / (1 − β₁ᵗ), û = u / (1 − β₂ᵗ) at step t.
///
/// Source: S. J. Reddi, S. Kale and S. Kumar, *On the convergence of Adam and beyond* (ICLR 2018),
/// algorithm 2, here with the corrections of the moments as in Adam.
///
/// @param learningRate η
/// @param beta1 β₁, how slowly the mean of the gradient forgets
/// @param beta2 β₂, how slowly its mean square forgets
/// @param epsilon ε, keeps the quotient finite
public record AmsGrad(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public AmsGrad {
        Settings.learningRate("amsGrad", learningRate);
        Settings.betas("amsGrad", beta1, beta2);
        Settings.notNegative("amsGrad", "an epsilon", epsilon);
    }

    /// With the settings that are recommended for Adam.
    public static AmsGrad of(double learningRate) {
        return new AmsGrad(learningRate, 0.9, 0.999, 1e-8);
    }

    @Override
    public Rule rule(int count) {
        float[] m = new float[count];
        float[] v = new float[count];
        float[] u = new float[count];
        float keepM = (float) beta1;
        float takeM = (float) (1 - beta1);
        float keepV = (float) beta2;
        float takeV = (float) (1 - beta2);
        float eps = (float) epsilon;
        return (w, g, rate, t) -> {
            float size = (float) (rate / (1 - Settings.power(beta1, t)));
            float correction = (float) (1 / Math.sqrt(1 - Settings.power(beta2, t)));
            for (int i = 0; i < count; i++) {
                m[i] = keepM * m[i] + takeM * g[i];
                v[i] = keepV * v[i] + takeV * (g[i] * g[i]);
                u[i] = Math.max(u[i], v[i]);
                w[i] -= size * m[i] / ((float) Math.sqrt(u[i]) * correction + eps);
            }
        };
    }
}
