package lectern.nn.layer;

import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;

/// The rectified linear unit **y = max(x, 0)**, number by number. Pullback: dx += dy where y > 0.
public record Relu() implements ArrayActivation {

    @Override
    public Nonlinearity fused() {
        return Nonlinearity.RELU;
    }

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().relu(x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().reluPullback(y, dy, dx);
    }

    @Override
    public String toString() {
        return "relu";
    }
}
