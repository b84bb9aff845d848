package lectern.bench.compare;

/// Batch normalisation of channels in training, forward and backward, running statistics included.
///
/// Shapes: x, y, dx, dy (batch, channels, size, size); gamma, beta (channels).
public record BatchNorm(int batch, int channels, int size) implements Work {

    /// Added to the variance.
    public static final float EPSILON = 1e-5f;

    @Override
    public String name() {
        return "batch norm " + batch + "x" + channels + "x" + size + "x" + size;
    }

    @Override
    public double flops() {
        return 0;
    }

    /// Numbers in x.
    public int count() {
        return batch * channels * size * size;
    }

    @Override
    public double tolerance() {
        return 1e-3;
    }

    /// x.
    public float[] x() {
        return Numbers.uniform(count(), 2, 1);
    }

    /// gamma.
    public float[] gamma() {
        return Numbers.uniform(channels, 1, 2);
    }

    /// beta.
    public float[] beta() {
        return Numbers.uniform(channels, 1, 3);
    }

    /// dy.
    public float[] dy() {
        return Numbers.uniform(count(), 1, 4);
    }
}
