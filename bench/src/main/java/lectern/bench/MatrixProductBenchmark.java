package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
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

/// The products of a 784-128-10 network with a batch of 64, and square ones, beside EJML in the same run.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MatrixProductBenchmark {

    /// rows x columns x inner.
    @Param({"64x128x784", "64x10x128", "64x64x64", "256x256x256", "512x512x512"})
    String sizes = "";

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private Tensor a = Tensor.scalar(0);
    private Tensor b = Tensor.scalar(0);
    private Tensor transposedB = Tensor.scalar(0);
    private FMatrixRMaj ejmlA = new FMatrixRMaj(0, 0);
    private FMatrixRMaj ejmlB = new FMatrixRMaj(0, 0);

    /// Random factors of the sizes asked for.
    @Setup
    public void fill() {
        String[] parts = sizes.split("x", -1);
        int rows = Integer.parseInt(parts[0]);
        int columns = Integer.parseInt(parts[1]);
        int inner = Integer.parseInt(parts[2]);
        var random = NN.random(1);
        NN.threads(threads);
        a = Tensor.uniform(Shape.of(rows, inner), 1, random);
        b = Tensor.uniform(Shape.of(inner, columns), 1, random);
        transposedB = Tensor.uniform(Shape.of(columns, inner), 1, random);
        ejmlA = a.toEjml();
        ejmlB = b.toEjml();
    }

    /// A B.
    @Benchmark
    public Tensor product() {
        return a.matmul(b);
    }

    /// A Bᵀ, as a layer computes it.
    @Benchmark
    public Tensor productTransposed() {
        return a.matmulT(transposedB);
    }

    /// A B by EJML, one thread.
    @Benchmark
    public FMatrixRMaj ejml() {
        return CommonOps_FDRM.mult(ejmlA, ejmlB, null);
    }
}
