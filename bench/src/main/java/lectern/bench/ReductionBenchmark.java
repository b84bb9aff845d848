package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
import lectern.nn.ops.Ops;
import lectern.nn.ops.UpdateOps.AdamStep;
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

/// Reductions of a matrix of 1000 × 1000, the loss of 64 rows of 10 classes, and optimizer steps of 100,000 weights.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ReductionBenchmark {

    private static final int SIDE = 1000;
    private static final int BATCH = 64;
    private static final int CLASSES = 10;
    private static final int WEIGHTS = 100_000;
    private static final AdamStep STEP = new AdamStep(0.9f, 0.999f, 1e-6f, 1, 1e-8f);

    /// Which implementation.
    @Param({"best", "reference"})
    String ops = "";

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private final float[] x =
            Tensor.uniform(Shape.of(SIDE, SIDE), 5, NN.random(1)).array();
    private final float[] y = new float[x.length];
    private final float[] columnSums = new float[SIDE];
    private final float[] logits =
            Tensor.uniform(Shape.of(BATCH, CLASSES), 5, NN.random(2)).array();
    private final float[] gradient = new float[logits.length];
    private final float[] labels = new float[BATCH];
    private final float[] weights = new float[WEIGHTS];
    private final float[] slopes =
            Tensor.uniform(Shape.of(WEIGHTS), 5, NN.random(3)).array();
    private final float[] means = new float[WEIGHTS];
    private final float[] squares = new float[WEIGHTS];

    /// Sets the threads.
    @Setup
    public void useThreads() {
        NN.threads(threads);
    }

    private Ops chosen() {
        return ops.equals("best") ? Ops.best() : Ops.reference();
    }

    /// Σ x.
    @Benchmark
    public float sum() {
        return chosen().reduction().sum(x);
    }

    /// Sums of columns.
    @Benchmark
    public float[] sumRows() {
        chosen().reduction().sumRows(x, columnSums);
        return columnSums;
    }

    /// Long rows.
    @Benchmark
    public float[] softmax() {
        chosen().reduction().softmax(SIDE, x, y);
        return y;
    }

    /// The gradient of long rows.
    @Benchmark
    public float[] softmaxPullback() {
        chosen().reduction().softmaxPullback(SIDE, x, x, y);
        return y;
    }

    /// The loss of ten classes and its gradient.
    @Benchmark
    public double crossEntropy() {
        return chosen().reduction().crossEntropy(CLASSES, logits, labels, gradient);
    }

    /// w ← w − η g.
    @Benchmark
    public float[] descend() {
        chosen().update().descend(weights, slopes, 1e-6f);
        return weights;
    }

    /// Descent with a velocity.
    @Benchmark
    public float[] momentum() {
        chosen().update().momentum(weights, slopes, means, 1e-6f, 0.9f);
        return weights;
    }

    /// A step of Adam.
    @Benchmark
    public float[] adam() {
        chosen().update().adam(weights, slopes, means, squares, STEP);
        return weights;
    }
}
