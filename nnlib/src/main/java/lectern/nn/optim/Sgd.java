package lectern.nn.optim;

import lectern.nn.ops.Ops;

/// Stochastic gradient descent with momentum: **v ← μ v + g, w ← w − η v**. Without momentum, w ← w − η g.
///
/// Source: I. Sutskever et al., *On the importance of initialization and momentum in deep learning* (ICML
/// 2013), section 2; here v does not contain η, so that a change of η acts at once.
///
/// @param learningRate η
/// @param momentum μ, 0 or more and below 1
public record Sgd(double learningRate, double momentum) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Sgd {
        Settings.learningRate("sgd", learningRate);
        Settings.below1("sgd", "a momentum", momentum);
    }

    @Override
    public Rule rule(int count) {
        if (momentum == 0) {
            return (w, g, rate, _) -> Ops.best().update().descend(w, g, (float) rate);
        }
        float[] velocity = new float[count];
        return (w, g, rate, _) -> Ops.best().update().momentum(w, g, velocity, (float) rate, (float) momentum);
    }
}
