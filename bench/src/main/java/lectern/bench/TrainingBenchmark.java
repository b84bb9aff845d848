package lectern.bench;

import java.util.concurrent.TimeUnit;
import lectern.nn.NN;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.History;
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

/// An epoch of 100 steps of a 784-128-10 network with Adam, batch 64.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class TrainingBenchmark {

    /// Threads that share the work.
    @Param({"1", "2"})
    int threads;

    private final Layer model =
            NN.sequential(NN.dense(784, 128, NN.random(1)), NN.relu(), NN.dense(128, 10, NN.random(2)));
    private final Examples examples = Examples.labelled(
            Tensor.uniform(Shape.of(6400, 784), 1, NN.random(3)),
            NN.random(4).ints(6400, 0, 10).toArray());

    /// One epoch.
    @Benchmark
    public History epoch() {
        NN.threads(threads);
        return NN.train(model, examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(1e-6))
                .batchSize(64)
                .seed(5)
                .run();
    }
}
