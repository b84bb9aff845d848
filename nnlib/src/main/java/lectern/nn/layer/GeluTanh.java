package lectern.nn.layer;

import lectern.nn.ops.Ops;

/// The Gaussian error linear unit with Φ(x) replaced by a tanh, **y = x (1 + tanh u) / 2** with
/// u = √(2/π) (x + 0.044715 x³), number by number. Pullback: dx += dy ⊙ ((1 + tanh u) / 2 + x (1 − tanh² u)
/// u′ / 2).
///
/// Some published networks are trained with it; else take [Gelu], which it differs from by less than 0.0005.
///
/// Source: D. Hendrycks and K. Gimpel, *Gaussian Error Linear Units (GELUs)* (2016), section 2.
public record GeluTanh() implements ArrayActivation {

    /// √(2/π).
    private static final float SCALE = 0.7978846f;

    private static final float CUBIC = 0.044715f;

    /// tanh u.
    private static void tanh(float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = SCALE * (x[i] + CUBIC * x[i] * x[i] * x[i]);
        }
        Ops.best().elementwise().tanh(y, y);
    }

    @Override
    public void values(float[] x, float[] y) {
        tanh(x, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.5f * x[i] * (1 + y[i]);
        }
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        tanh(x, dx);
        for (int i = 0; i < dx.length; i++) {
            float slope = SCALE * (1 + 3 * CUBIC * x[i] * x[i]);
            float t = dx[i];
            dx[i] = dy[i] * (0.5f * (1 + t) + 0.5f * x[i] * (1 - t * t) * slope);
        }
    }

    @Override
    public String toString() {
        return "gelu by tanh";
    }
}
