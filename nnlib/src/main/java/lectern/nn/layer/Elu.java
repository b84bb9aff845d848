package lectern.nn.layer;

import lectern.nn.ops.Ops;

/// The exponential linear unit **y = x where x ≥ 0, else α (eˣ − 1)**, number by number. Pullback: dx += dy
/// where x ≥ 0, else dy ⊙ (y + α).
///
/// Source: D.-A. Clevert, T. Unterthiner and S. Hochreiter, *Fast and Accurate Deep Network Learning by
/// Exponential Linear Units* (2016).
///
/// @param alpha α, positive: the unit goes down to −α
public record Elu(double alpha) implements ArrayActivation {

    /// y = λ x where x ≥ 0, else λ α (eˣ − 1).
    ///
    /// eˣ − 1 = 2 t / (1 − t) with t = tanh(x / 2), which loses nothing near 0.
    static void values(float alpha, float scale, float[] x, float[] y) {
        Ops.best().elementwise().scale(0.5f, x, y);
        Ops.best().elementwise().tanh(y, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = scale * (x[i] >= 0 ? x[i] : alpha * (2 * y[i] / (1 - y[i])));
        }
    }

    @Override
    public void values(float[] x, float[] y) {
        values((float) alpha, 1, x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        float bound = (float) alpha;
        for (int i = 0; i < dx.length; i++) {
            dx[i] = x[i] >= 0 ? dy[i] : dy[i] * (y[i] + bound);
        }
    }

    @Override
    public String toString() {
        return "elu " + alpha;
    }
}
