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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The elementary functions over 4096 numbers, vectors beside the readable loops.
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

    private final float[] x = Tensor.uniform(Shape.of(4096), 5, NN.random(1)).array();
    private final float[] y = new float[x.length];

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

    /// Rows of 64.
    @Benchmark
    public float[] softmax() {
        chosen().reduction().softmax(64, x, y);
        return y;
    }
}
