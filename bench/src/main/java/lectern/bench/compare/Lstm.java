package lectern.bench.compare;

/// One LSTM layer, forward and backward: y from x, U, V, b and a zero state; then dx, dU, dV, db from dy.
///
/// Shapes: x (steps, batch, in), U (4 hidden, in), V (4 hidden, hidden), b (4 hidden), y (steps, batch,
/// hidden). Gates in the order input, forget, cell, output.
///
/// PyTorch has a second bias that is added to the first; it is zero here, and its gradient is computed all the
/// same. DL4J has its sequences as (batch, features, steps), and gets them so.
public record Lstm(int batch, int steps, int in, int hidden) implements Work {

    @Override
    public String name() {
        return "lstm " + batch + "x" + steps + "x" + in + " to " + hidden;
    }

    @Override
    public double flops() {
        return 3 * 2.0 * batch * steps * 4 * hidden * (in + hidden);
    }

    @Override
    public double tolerance() {
        return 1e-3;
    }

    /// x.
    public float[] x() {
        return Numbers.uniform(batch * steps * in, 1, 1);
    }

    /// U.
    public float[] inputWeight() {
        return Numbers.uniform(4 * hidden * in, 1 / Math.sqrt(hidden), 2);
    }

    /// V.
    public float[] hiddenWeight() {
        return Numbers.uniform(4 * hidden * hidden, 1 / Math.sqrt(hidden), 3);
    }

    /// b.
    public float[] bias() {
        return Numbers.uniform(4 * hidden, 1 / Math.sqrt(hidden), 4);
    }

    /// dy.
    public float[] dy() {
        return Numbers.uniform(batch * steps * hidden, 1, 5);
    }
}
