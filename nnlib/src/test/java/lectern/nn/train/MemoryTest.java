package lectern.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A steady loop of training allocates nothing to speak of, and yet what somebody kept is never overwritten.
class MemoryTest {

    /// For each layer: its variable, its pullback, and what hands its parts to the threads.
    /// Its numbers would be hundreds of times as much.
    private static final long MOST_BYTES = 600;

    /// Steps over which the mean is taken. The compiler is not done with all code at the same time, and until
    /// then vectors are objects: so the best of many means counts.
    private static final int WINDOW = 100;

    private static final int TRAININGS = 10;

    static Stream<Arguments> networks() {
        var random = NN.random(1);
        int[] labels = random.ints(64 * 20, 0, 10).toArray();
        Examples vectors = Examples.labelled(Tensor.normal(Shape.of(labels.length, 50), 1, random), labels);
        Examples images = Examples.labelled(Tensor.normal(Shape.of(labels.length, 1, 12, 12), 1, random), labels);
        Examples sequences = Examples.labelled(Tensor.normal(Shape.of(labels.length, 6, 8), 1, random), labels);
        Sequential mlp = NN.sequential(
                NN.dense(50, 64, random), NN.relu(), NN.dense(64, 32, random), NN.tanh(), NN.dense(32, 10, random));
        Sequential cnn = NN.sequential(
                NN.conv2d(1, 6, 3, random),
                NN.relu(),
                NN.maxPool2d(2),
                NN.conv2d(6, 16, 3, random),
                NN.relu(),
                NN.flatten(),
                NN.dense(144, 10, random));
        Sequential lstm =
                NN.sequential(NN.timeFirst(), NN.lstm(8, 16, random), NN.lastTimeStep(), NN.dense(16, 10, random));
        return Stream.of(
                Arguments.argumentSet("MLP, SGD", mlp, vectors, NN.sgd(1e-6)),
                Arguments.argumentSet("MLP, Adam", mlp, vectors, NN.adam(1e-6)),
                Arguments.argumentSet("CNN, momentum", cnn, images, NN.sgd(1e-6, 0.9)),
                Arguments.argumentSet("LSTM, Adam", lstm, sequences, NN.adam(1e-6)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aSteadyStepAllocatesAlmostNothing(Sequential model, Examples examples, Optimizer optimizer) {
        long most = MOST_BYTES * model.layers().size();
        long least = bytesOfAStep(NN.train(model, examples).optimizer(optimizer), most);
        assertTrue(least < most, () -> least + " bytes are allocated in each step, expected less than " + most);
    }

    /// Six penalties have variables and pullbacks, as so many layers.
    @Test
    void whatSurroundsAStepAllocatesAlmostNothing() {
        var random = NN.random(1);
        Activity hidden = NN.activity();
        Sequential model = NN.sequential(NN.dense(50, 64, random), NN.relu(), hidden, NN.dense(64, 10, random));
        Examples examples = Examples.labelled(Tensor.normal(Shape.of(64 * 20, 50), 1, random), new int[64 * 20]);
        long most = MOST_BYTES * (4 + 6);
        Training training = NN.train(model, examples)
                .optimizer(NN.rmsProp(1e-6))
                .penalty(NN.l2(1e-3))
                .penalty(NN.l1(1e-3), List.of(model.parameters().getFirst()))
                .penalty(NN.l1(1e-3), hidden)
                .clipNorm(1e-3)
                .clipValue(1e-4)
                .schedule(NN.cosine(500, 0))
                .stepSchedule(NN.linearWarmUp(100));
        long least = bytesOfAStep(training, most);
        assertTrue(least < most, () -> least + " bytes are allocated in each step, expected less than " + most);
    }

    /// The mean of the window with the least. Where the machine is busy the compiler may take several
    /// trainings.
    private static long bytesOfAStep(Training training, long enough) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        List<Long> bytes = new ArrayList<>();
        training.loss(NN.crossEntropy())
                .batchSize(64)
                .epochs(500)
                .seed(1)
                .onStep(step -> bytes.add(threads.getThreadAllocatedBytes(id)));
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRAININGS && least >= enough; i++) {
            bytes.clear();
            training.run();
            least = IntStream.range(0, bytes.size() / WINDOW - 1)
                    .mapToLong(w -> (bytes.get((w + 1) * WINDOW) - bytes.get(w * WINDOW)) / WINDOW)
                    .min()
                    .orElseThrow();
        }
        return least;
    }

    @Test
    void whatWasKeptIsNeverOverwritten() {
        var random = NN.random(1);
        Examples examples = Examples.labelled(Tensor.normal(Shape.of(64, 5), 1, random), new int[64]);
        List<Tensor> kept = new ArrayList<>();
        List<float[]> copies = new ArrayList<>();
        Layer spy = x -> {
            kept.add(x.value());
            copies.add(x.value().array().clone());
            return x;
        };
        Layer gradientSpy = x -> Var.derived(
                x.value(),
                dy -> {
                    kept.add(dy);
                    copies.add(dy.array().clone());
                    x.addGradient(dy);
                },
                x);
        Layer model = NN.sequential(
                spy, NN.dense(5, 7, random), spy, gradientSpy, NN.relu(), gradientSpy, NN.dense(7, 2, random), spy);
        NN.train(model, examples)
                .loss((outputs, targets) -> {
                    kept.add(targets.value());
                    copies.add(targets.value().array().clone());
                    return NN.crossEntropy().apply(outputs, targets);
                })
                .optimizer(NN.adam(1e-2))
                .batchSize(8)
                .epochs(3)
                .seed(1)
                .onStep(step -> model.parameters().forEach(p -> {
                    kept.add(p.gradient());
                    copies.add(p.gradient().array().clone());
                }))
                .run();
        for (int i = 0; i < kept.size(); i++) {
            assertArrayEquals(copies.get(i), kept.get(i).array());
        }
    }

    @Test
    void aVariableOfAStepThatIsOverSaysSo() {
        var random = NN.random(1);
        Examples examples = Examples.labelled(Tensor.normal(Shape.of(16, 5), 1, random), new int[16]);
        List<Var> kept = new ArrayList<>();
        Layer model = NN.sequential(NN.dense(5, 2, random), x -> {
            kept.add(x);
            return x;
        });
        NN.train(model, examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(1e-2))
                .batchSize(8)
                .seed(1)
                .run();
        var refusal = assertThrows(IllegalStateException.class, kept.getFirst()::value);
        String expected = "value: expected a variable of the running training step, found one of a step that is over";
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(expected));
    }
}
