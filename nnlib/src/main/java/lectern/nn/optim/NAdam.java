package lectern.nn.optim;

/// Adam with Nesterov's momentum: **m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η (μₜ₊₁ / (1 − Πₜ μₜ
/// μₜ₊₁) m + (1 − μₜ) / (1 − Πₜ) g) / (√v̂ + ε)** with μₜ = β₁ (1 − ½ 0.96^(ψ t)), Πₜ = μ₁ μ₂ … μₜ and v̂ = v /
/// (1 − β₂ᵗ) at step t.
///
/// Source: T. Dozat, *Incorporating Nesterov momentum into Adam* (ICLR 2016 workshop), algorithm 2, with the
/// schedule of μ that he recommends in the longer report. There 1 − Πₜ₊₁ = 1 − Πₜ μₜ₊₁ divides m; the μₜ more
/// is from PyTorch up to 1.13, with whose numbers this is compared. With β₁ = 0.9 it makes the part of m
/// smaller by an eighth at most.
///
/// @param learningRate η
/// @param beta1 β₁, how slowly the mean of the gradient forgets, and what μ comes to
/// @param beta2 β₂, how slowly its mean square forgets
/// @param epsilon ε, keeps the quotient finite
/// @param momentumDecay ψ, how fast μ comes to β₁, 0 or more
public record NAdam(double learningRate, double beta1, double beta2, double epsilon, double momentumDecay)
        implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public NAdam {
        Settings.learningRate("nAdam", learningRate);
        Settings.betas("nAdam", beta1, beta2);
        Settings.notNegative("nAdam", "an epsilon", epsilon);
        Settings.notNegative("nAdam", "a momentum decay", momentumDecay);
    }

    /// With the settings that are recommended for Adam, and ψ = 0.004.
    public static NAdam of(double learningRate) {
        return new NAdam(learningRate, 0.9, 0.999, 1e-8, 0.004);
    }

    @Override
    public Rule rule(int count) {
        return new Moments(count);
    }

    /// μₜ.
    private double momentum(int t) {
        return beta1 * (1 - 0.5 * StrictMath.pow(0.96, t * momentumDecay));
    }

    private final class Moments implements Rule {

        private final float[] m;
        private final float[] v;
        private double product = 1;

        Moments(int count) {
            m = new float[count];
            v = new float[count];
        }

        @Override
        public void step(float[] w, float[] g, double learningRate, int t) {
            double now = momentum(t);
            double next = momentum(t + 1);
            product *= now;
            float ofMean = (float) (learningRate * next / (1 - product * now * next));
            float ofGradient = (float) (learningRate * (1 - now) / (1 - product));
            float correction = (float) (1 / Math.sqrt(1 - Settings.power(beta2, t)));
            float keepM = (float) beta1;
            float takeM = (float) (1 - beta1);
            float keepV = (float) beta2;
            float takeV = (float) (1 - beta2);
            float eps = (float) epsilon;
            for (int i = 0; i < w.length; i++) {
                m[i] = keepM * m[i] + takeM * g[i];
                v[i] = keepV * v[i] + takeV * (g[i] * g[i]);
                w[i] -= (ofMean * m[i] + ofGradient * g[i]) / ((float) Math.sqrt(v[i]) * correction + eps);
            }
        }
    }
}
