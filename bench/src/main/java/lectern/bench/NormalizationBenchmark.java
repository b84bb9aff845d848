package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
import lectern.nn.ops.NormalizationOps.Sizes;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Normalisation, there and back, of 64 examples with 32 channels of 28 × 28, and of 2048 rows of 784.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class NormalizationBenchmark {

    private static final int ROWS = 2048;
    private static final int COLUMNS = 784;
    private static final float EPSILON = 1e-5f;

    /// Which implementation.
    @Param({"best", "reference"})
    String ops = "";

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private final float[] x =
            Tensor.uniform(Shape.of(ROWS, COLUMNS), 5, NN.random(1)).array();
    private final float[] y = new float[x.length];
    private final float[] dx = new float[x.length];
    private final float[] gamma = new float[COLUMNS];
    private final float[] beta = new float[COLUMNS];
    private final float[] dGamma = new float[COLUMNS];
    private final float[] dBeta = new float[COLUMNS];
    private final float[] mean = new float[ROWS];
    private final float[] variance = new float[ROWS];

    /// Sets the threads.
    @Setup
    public void useThreads() {
        NN.threads(threads);
    }

    private Ops chosen() {
        return ops.equals("best") ? Ops.best() : Ops.reference();
    }

    /// Channels of images.
    @Benchmark
    public float[] images() {
        return batch(new Sizes(64, 32, COLUMNS));
    }

    /// Features of vectors.
    @Benchmark
    public float[] features() {
        return batch(new Sizes(ROWS, COLUMNS, 1));
    }

    private float[] batch(Sizes sizes) {
        chosen().normalization().batch(sizes, x, gamma, beta, EPSILON, mean, variance, y);
        chosen().normalization().batchPullback(sizes, x, gamma, EPSILON, mean, variance, y, dx, dGamma, dBeta);
        return dx;
    }

    /// Rows.
    @Benchmark
    public float[] layer() {
        chosen().normalization().layer(COLUMNS, x, gamma, beta, EPSILON, mean, variance, y);
        chosen().normalization().layerPullback(COLUMNS, x, gamma, EPSILON, mean, variance, y, dx, dGamma, dBeta);
        return dx;
    }
}
