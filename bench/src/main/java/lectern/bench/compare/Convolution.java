package lectern.bench.compare;

/// Convolution, forward and backward, stride 1, no padding: y from x, W, b; then dx, dW, db from dy.
///
/// Shapes: x (batch, in, size, size), W (out, in, filter, filter), b (out), y (batch, out, size − filter + 1,
/// …).
public record Convolution(int batch, int in, int size, int out, int filter) implements Work {

    @Override
    public String name() {
        return "convolution " + batch + "x" + in + "x" + size + "x" + size + " to " + out;
    }

    /// The side of y.
    public int outSize() {
        return size - filter + 1;
    }

    @Override
    public double flops() {
        return 3 * 2.0 * batch * out * in * filter * filter * outSize() * outSize();
    }

    /// x.
    public float[] x() {
        return Numbers.uniform(batch * in * size * size, 1, 1);
    }

    /// W.
    public float[] weight() {
        return Numbers.uniform(out * in * filter * filter, 0.2, 2);
    }

    /// b.
    public float[] bias() {
        return Numbers.uniform(out, 0.2, 3);
    }

    /// dy.
    public float[] dy() {
        return Numbers.uniform(batch * out * outSize() * outSize(), 1, 4);
    }
}
