package lectern.nn.layer;

import lectern.nn.ops.Ops;

/// The sigmoid-weighted linear unit **y = x σ(x)** with σ(x) = 1 / (1 + e⁻ˣ), number by number; also called
/// swish. Pullback: dx += dy ⊙ σ(x) (1 + x (1 − σ(x))).
///
/// Source: S. Elfwing, E. Uchibe and K. Doya, *Sigmoid-Weighted Linear Units for Neural Network Function
/// Approximation in Reinforcement Learning* (2018).
public record Silu() implements ArrayActivation {

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().sigmoid(x, y);
        Ops.best().elementwise().multiply(x, y, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().sigmoid(x, dx);
        for (int i = 0; i < dx.length; i++) {
            float sigma = dx[i];
            dx[i] = dy[i] * (sigma * (1 + x[i] * (1 - sigma)));
        }
    }

    @Override
    public String toString() {
        return "silu";
    }
}
