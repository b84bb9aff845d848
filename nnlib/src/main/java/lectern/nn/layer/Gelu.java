package lectern.nn.layer;

import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;

/// The Gaussian error linear unit **y = x Φ(x)**, Φ(x) = (1 + erf(x / √2)) / 2, number by number. Pullback:
/// dx += dy ⊙ (Φ(x) + x φ(x)) with φ(x) = e^(−x²/2) / √(2π).
///
/// Source: D. Hendrycks and K. Gimpel, *Gaussian Error Linear Units (GELUs)* (2016).
public record Gelu() implements ArrayActivation {

    private static final float SQRT_HALF = 0.70710677f;
    /// φ(0) = 1 / √(2π).
    private static final float DENSITY_AT_0 = 0.3989423f;

    /// Φ(x).
    private static void cumulative(float[] x, float[] y) {
        Ops.best().elementwise().scale(SQRT_HALF, x, y);
        Ops.best().elementwise().erf(y, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.5f * (1 + y[i]);
        }
    }

    @Override
    public void values(float[] x, float[] y) {
        cumulative(x, y);
        Ops.best().elementwise().multiply(x, y, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        float[] cumulative = Arena.tensor(x.length).array();
        cumulative(x, cumulative);
        for (int i = 0; i < dx.length; i++) {
            dx[i] = -0.5f * x[i] * x[i];
        }
        Ops.best().elementwise().exp(dx, dx);
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dy[i] * (cumulative[i] + x[i] * (dx[i] * DENSITY_AT_0));
        }
    }

    @Override
    public String toString() {
        return "gelu";
    }
}
