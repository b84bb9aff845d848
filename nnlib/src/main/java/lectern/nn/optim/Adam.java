package lectern.nn.optim;

import lectern.nn.ops.Ops;
import lectern.nn.ops.UpdateOps.AdamStep;

/// Steps scaled by running moments of the gradient: **m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η
/// m̂ / (√v̂ + ε)** with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ) at step t.
///
/// Source: D. P. Kingma and J. Ba, *Adam: a method for stochastic optimization* (ICLR 2015), algorithm 1.
///
/// @param learningRate η
/// @param beta1 β₁, how slowly the mean of the gradient forgets
/// @param beta2 β₂, how slowly its mean square forgets
/// @param epsilon ε, keeps the quotient finite
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Adam {
        Settings.learningRate("adam", learningRate);
        Settings.betas("adam", beta1, beta2);
        Settings.notNegative("adam", "an epsilon", epsilon);
    }

    /// With the settings that the paper recommends.
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8);
    }

    @Override
    public Rule rule(int count) {
        float[] means = new float[count];
        float[] squares = new float[count];
        return (w, g, rate, t) -> {
            AdamStep now = new AdamStep(
                    (float) beta1,
                    (float) beta2,
                    (float) (rate / (1 - Settings.power(beta1, t))),
                    (float) (1 / Math.sqrt(1 - Settings.power(beta2, t))),
                    (float) epsilon);
            Ops.best().update().adam(w, g, means, squares, now);
        };
    }
}
