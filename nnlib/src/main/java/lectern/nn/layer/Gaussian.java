package lectern.nn.layer;

import lectern.nn.ops.Ops;

/// **y = e^(−x²)**, number by number. Pullback: dx −= dy ⊙ 2 x y.
public record Gaussian() implements ArrayActivation {

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().multiply(x, x, y);
        Ops.best().elementwise().scale(-1, y, y);
        Ops.best().elementwise().exp(y, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * (-2 * x[i] * y[i]);
        }
    }

    @Override
    public String toString() {
        return "gaussian";
    }
}
