package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
import lectern.nn.ops.ConvolutionOps.Convolution;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.Ops;
import lectern.nn.ops.PoolingOps.Pooling;
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

/// Images of 16 channels, 28 × 28, a batch of 32: 32 filters of 3 × 3 with a padding of 1, and windows of 2 ×
/// 2.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ImageBenchmark {

    private static final Steps PADDED = new Steps(1, 1, 1);
    private static final Steps APART = new Steps(2, 0, 1);
    private static final Convolution CONVOLUTION = new Convolution(32, 16, 28, 28, 32, 3, 3, PADDED, PADDED, 1);
    private static final Convolution DEPTHWISE = new Convolution(32, 16, 28, 28, 16, 3, 3, PADDED, PADDED, 16);
    private static final Pooling POOLING = new Pooling(32 * 16, 28, 28, 2, 2, APART, APART);

    /// Which implementation.
    @Param({"best", "reference"})
    String ops = "";

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private final float[] images = numbers(32, 16, 28, 28);
    private final float[] filters = numbers(32, 16, 3, 3);
    private final float[] bias = numbers(32);
    private final float[] maps = numbers(32, 32, 28, 28);
    private final float[] result = new float[maps.length];
    private final float[] dw = new float[filters.length];
    private final float[] pooled = numbers(32, 16, 14, 14);
    private final float[] taken = new float[pooled.length];
    private final float[] dx = new float[images.length];

    /// Sets the threads.
    @Setup
    public void useThreads() {
        NN.threads(threads);
    }

    private Ops chosen() {
        return ops.equals("best") ? Ops.best() : Ops.reference();
    }

    private static float[] numbers(int... sizes) {
        return Tensor.uniform(Shape.of(sizes), 1, NN.random(1)).array();
    }

    /// Convolution.
    @Benchmark
    public float[] convolve() {
        chosen().convolution().convolve(CONVOLUTION, images, filters, bias, result);
        return result;
    }

    /// Each channel under a filter of its own.
    @Benchmark
    public float[] depthwise() {
        chosen().convolution().convolve(DEPTHWISE, images, filters, bias, dx);
        return dx;
    }

    /// ∂L/∂x of the convolution.
    @Benchmark
    public float[] inputGradient() {
        chosen().convolution().inputGradient(CONVOLUTION, maps, filters, dx);
        return dx;
    }

    /// ∂L/∂w of the convolution.
    @Benchmark
    public float[] filterGradient() {
        chosen().convolution().filterGradient(CONVOLUTION, images, maps, dw);
        return dw;
    }

    /// Max-pooling, there and back.
    @Benchmark
    public float[] maxPool() {
        chosen().pooling().max(POOLING, images, pooled, taken);
        chosen().pooling().maxPullback(POOLING, pooled, taken, dx);
        return dx;
    }

    /// Average pooling, there and back.
    @Benchmark
    public float[] averagePool() {
        chosen().pooling().average(POOLING, false, images, pooled);
        chosen().pooling().averagePullback(POOLING, false, pooled, dx);
        return dx;
    }
}
