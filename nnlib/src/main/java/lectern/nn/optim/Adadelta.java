package lectern.nn.optim;

/// Steps as large as the steps before, for the gradient at hand: **s ← ρ s + (1 − ρ) g², d = √(u + ε) / √(s +
/// ε) · g, u ← ρ u + (1 − ρ) d², w ← w − η d**.
///
/// Source: M. D. Zeiler, *ADADELTA: an adaptive learning rate method* (2012), algorithm 1, where η is 1.
///
/// @param learningRate η
/// @param rho ρ, how slowly the mean squares forget
/// @param epsilon ε, lets the first step begin
public record Adadelta(double learningRate, double rho, double epsilon) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Adadelta {
        Settings.learningRate("adadelta", learningRate);
        Settings.below1("adadelta", "a rho", rho);
        Settings.above0("adadelta", "an epsilon", epsilon);
    }

    /// With η = 1, ρ = 0.9 and ε = 10⁻⁶.
    public static Adadelta of() {
        return new Adadelta(1, 0.9, 1e-6);
    }

    @Override
    public Rule rule(int count) {
        float[] s = new float[count];
        float[] u = new float[count];
        float keep = (float) rho;
        float take = (float) (1 - rho);
        float eps = (float) epsilon;
        return (w, g, rate, _) -> {
            float eta = (float) rate;
            for (int i = 0; i < count; i++) {
                s[i] = keep * s[i] + take * (g[i] * g[i]);
                float d = (float) Math.sqrt(u[i] + eps) / (float) Math.sqrt(s[i] + eps) * g[i];
                u[i] = keep * u[i] + take * (d * d);
                w[i] -= eta * d;
            }
        };
    }
}
