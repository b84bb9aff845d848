package lectern.nn.layer;

import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;

/// The logistic function **y = 1 / (1 + e⁻ˣ)**, number by number. Pullback: dx += dy ⊙ y (1 − y).
public record Sigmoid() implements ArrayActivation {

    @Override
    public Nonlinearity fused() {
        return Nonlinearity.SIGMOID;
    }

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().sigmoid(x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().sigmoidPullback(y, dy, dx);
    }

    @Override
    public String toString() {
        return "sigmoid";
    }
}
