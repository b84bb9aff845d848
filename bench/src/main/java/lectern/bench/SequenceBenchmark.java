package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
import lectern.nn.ops.AttentionOps.Heads;
import lectern.nn.ops.AttentionOps.Mask;
import lectern.nn.ops.AttentionOps.Rows;
import lectern.nn.ops.Ops;
import lectern.nn.ops.RecurrentOps.Sequences;
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

/// Sequences of 50 steps, a batch of 32, through an LSTM of 128 units; attention of 4 heads over 64 steps of
/// 128 numbers, a batch of 16.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class SequenceBenchmark {

    private static final int HIDDEN = 128;
    private static final Sequences SEQUENCES = new Sequences(50, 32, HIDDEN);
    private static final Heads HEADS = new Heads(16, 4, 64, 64, 32, 32, 0.17f, false);

    /// Which implementation.
    @Param({"best", "reference"})
    String ops = "";

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private final float[] given = numbers(50, 32, 4 * HIDDEN);
    private final float[] z = new float[given.length];
    private final float[] weight = numbers(4 * HIDDEN, HIDDEN);
    private final float[] hidden = new float[51 * 32 * HIDDEN];
    private final float[] cells = new float[hidden.length];
    private final float[] squashed = new float[50 * 32 * HIDDEN];
    private final float[] dy = numbers(50, 32, HIDDEN);
    private final float[] dz = new float[given.length];
    private final float[] dHidden = new float[32 * HIDDEN];
    private final float[] dCell = new float[32 * HIDDEN];
    private final Rows query = rows();
    private final Rows key = rows();
    private final Rows value = rows();
    private final Rows dQuery = rows();
    private final Rows dKey = rows();
    private final Rows dValue = rows();
    private final float[] weights = new float[16 * 4 * 64 * 64];
    private final float[] attended = numbers(16, 64, HIDDEN);

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

    private static Rows rows() {
        return new Rows(numbers(16, 64, HIDDEN), 0, HIDDEN);
    }

    /// The steps of the LSTM, without the product for the inputs of all of them.
    @Benchmark
    public float[] lstm() {
        System.arraycopy(given, 0, z, 0, z.length);
        chosen().recurrent().lstm(SEQUENCES, z, weight, hidden, cells, squashed);
        return hidden;
    }

    /// The way back through the steps of the LSTM.
    @Benchmark
    public float[] lstmPullback() {
        chosen().recurrent().lstmPullback(SEQUENCES, z, weight, cells, squashed, dy, dz, dHidden, dCell);
        return dz;
    }

    /// Attention.
    @Benchmark
    public float[] attend() {
        chosen().attention().attend(HEADS, query, key, value, Mask.NONE, weights, attended);
        return attended;
    }

    /// The way back through attention.
    @Benchmark
    public float[] attendPullback() {
        chosen().attention().attendPullback(HEADS, query, key, value, weights, attended, dQuery, dKey, dValue);
        return dQuery.array();
    }
}
