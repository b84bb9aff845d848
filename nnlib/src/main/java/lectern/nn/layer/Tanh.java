package lectern.nn.layer;

import lectern.nn.ops.Nonlinearity;
import lectern.nn.ops.Ops;

/// **y = tanh x**, number by number. Pullback: dx += dy ⊙ (1 − y²).
public record Tanh() implements ArrayActivation {

    @Override
    public Nonlinearity fused() {
        return Nonlinearity.TANH;
    }

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().tanh(x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().tanhPullback(y, dy, dx);
    }

    @Override
    public String toString() {
        return "tanh";
    }
}
