package lectern.nn.optim;

/// Gradient descent with Nesterov's momentum, which looks ahead: **v ← μ v + g, w ← w − η (g + μ v)**.
///
/// Source: I. Sutskever et al., *On the importance of initialization and momentum in deep learning* (ICML
/// 2013), eq. (3) and (4), here with w as the point where the gradient is taken, and v without η.
///
/// @param learningRate η
/// @param momentum μ, 0 or more and below 1
public record Nesterov(double learningRate, double momentum) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Nesterov {
        Settings.learningRate("nesterov", learningRate);
        Settings.below1("nesterov", "a momentum", momentum);
    }

    @Override
    public Rule rule(int count) {
        float[] v = new float[count];
        float mu = (float) momentum;
        return (w, g, rate, _) -> {
            float eta = (float) rate;
            for (int i = 0; i < count; i++) {
                v[i] = mu * v[i] + g[i];
                w[i] -= eta * (g[i] + mu * v[i]);
            }
        };
    }
}
