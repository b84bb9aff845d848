package lectern.nn.optim;

/// Steps divided by the running root of the mean square of the gradient: **s ← α s + (1 − α) g², v ← μ v + g /
/// (√s + ε), w ← w − η v**.
///
/// Without momentum, v is the quotient alone. Centered, the running variance s − m² stands in place of s, with
/// m ← α m + (1 − α) g.
///
/// Source: T. Tieleman and G. Hinton, *Lecture 6.5: rmsprop* (Coursera, 2012); momentum and the centered form:
/// A. Graves, *Generating sequences with recurrent neural networks* (2013), eq. (38) to (41), whose ε stands
/// inside of the root.
///
/// @param learningRate η
/// @param alpha α, how slowly the mean square forgets
/// @param epsilon ε, keeps the quotient finite
/// @param momentum μ, 0 or more and below 1
/// @param centered whether the variance takes the place of the mean square
public record RmsProp(double learningRate, double alpha, double epsilon, double momentum, boolean centered)
        implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public RmsProp {
        Settings.learningRate("rmsProp", learningRate);
        Settings.below1("rmsProp", "an alpha", alpha);
        Settings.notNegative("rmsProp", "an epsilon", epsilon);
        Settings.below1("rmsProp", "a momentum", momentum);
    }

    /// The plain form, with α = 0.9 as in the lecture and ε = 10⁻⁸.
    public static RmsProp of(double learningRate) {
        return new RmsProp(learningRate, 0.9, 1e-8, 0, false);
    }

    @Override
    public Rule rule(int count) {
        float[] s = new float[count];
        float[] m = new float[count];
        float[] v = new float[count];
        float keep = (float) alpha;
        float take = (float) (1 - alpha);
        float mu = (float) momentum;
        float eps = (float) epsilon;
        return (w, g, rate, _) -> {
            float eta = (float) rate;
            for (int i = 0; i < count; i++) {
                s[i] = keep * s[i] + take * (g[i] * g[i]);
                float spread = s[i];
                if (centered) {
                    m[i] = keep * m[i] + take * g[i];
                    // Rounding must not make a variance negative.
                    spread = Math.max(0, s[i] - m[i] * m[i]);
                }
                v[i] = mu * v[i] + g[i] / ((float) Math.sqrt(spread) + eps);
                w[i] -= eta * v[i];
            }
        };
    }
}
