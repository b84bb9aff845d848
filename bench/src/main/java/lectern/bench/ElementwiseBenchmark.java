package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
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

/// The functions, arithmetic and pullbacks over numbers one by one, vectors beside the readable loops.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ElementwiseBenchmark {

    /// Which implementation.
    @Param({"best", "reference"})
    String ops = "";

    /// How many numbers: in the nearest cache, and far beyond it.
    @Param({"4096", "1048576"})
    int count;

    private float[] x = {};
    private float[] dy = {};
    private float[] y = {};
    private final float[] row = new float[64];

    /// Draws the numbers.
    @Setup
    public void draw() {
        x = Tensor.uniform(Shape.of(count), 5, NN.random(1)).array();
        dy = Tensor.uniform(Shape.of(count), 1, NN.random(2)).array();
        y = new float[count];
    }

    private Ops chosen() {
        return ops.equals("best") ? Ops.best() : Ops.reference();
    }

    /// eˣ.
    @Benchmark
    public float[] exp() {
        chosen().elementwise().exp(x, y);
        return y;
    }

    /// tanh x.
    @Benchmark
    public float[] tanh() {
        chosen().elementwise().tanh(x, y);
        return y;
    }

    /// 1 / (1 + e⁻ˣ).
    @Benchmark
    public float[] sigmoid() {
        chosen().elementwise().sigmoid(x, y);
        return y;
    }

    /// ln(1 + eˣ).
    @Benchmark
    public float[] softplus() {
        chosen().elementwise().softplus(x, y);
        return y;
    }

    /// erf x.
    @Benchmark
    public float[] erf() {
        chosen().elementwise().erf(x, y);
        return y;
    }

    /// max(x, 0).
    @Benchmark
    public float[] relu() {
        chosen().elementwise().relu(x, y);
        return y;
    }

    /// a + b.
    @Benchmark
    public float[] add() {
        chosen().elementwise().add(x, dy, y);
        return y;
    }

    /// a + c b.
    @Benchmark
    public float[] addScaled() {
        chosen().elementwise().addScaled(x, 0.1f, dy, y);
        return y;
    }

    /// A bias of 64 on each row.
    @Benchmark
    public float[] addRow() {
        chosen().elementwise().addRow(x, row, y);
        return y;
    }

    /// dy where y > 0.
    @Benchmark
    public float[] reluPullback() {
        chosen().elementwise().reluPullback(x, dy, y);
        return y;
    }

    /// dy ⊙ (1 − y²).
    @Benchmark
    public float[] tanhPullback() {
        chosen().elementwise().tanhPullback(x, dy, y);
        return y;
    }

    /// Rows of 64.
    @Benchmark
    public float[] softmax() {
        chosen().reduction().softmax(64, x, y);
        return y;
    }
}
