package lectern.nn;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lectern.nn.layer.Layer;
import lectern.nn.ops.ColdStart;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Training;

/// The library's loops, run in the background with hardly any work until the JVM has compiled them.
///
/// Before that, code of the Vector API is hundreds of times slower, so plain loops compute in its place
/// ([ColdStart]). Results are the same to the last bit, cold or warm. The work leaves a part of its time to
/// others, computes nothing that anyone sees, and ends by itself.
public final class WarmUp {

    /// How long it rests after some work, in times of that.
    private static final double REST = 1;

    /// While somebody trains, nothing is done here.
    private static final Duration PAUSE = Duration.ofMillis(10);

    /// But a training that is longer than so many pauses waits for vectors itself.
    private static final int MOST_PAUSES = 50;

    private static final ColdStart COLD_START = ColdStart.begin();

    private static final List<Part> PARTS = List.of(
            // At the length that they will have: compiled for short rows they stay slow.
            new Part("plain loops", 10, () -> dense(64, 784, 128, 2)),
            new Part("matrix products", ColdStart.MOST_ROUNDS, COLD_START::round),
            new Part("fully connected networks", 10, () -> dense(24, 48, 24, 10)),
            new Part("batches that threads share", 40, () -> dense(64, 784, 128, 2)),
            new Part("fully connected networks, varied", 20, () -> dense(24, 48, 24, 30)),
            new Part("convolutions and pooling", 30, WarmUp::images),
            new Part("recurrent networks", 30, WarmUp::sequences),
            new Part("attention", 20, WarmUp::attention));

    private static final WarmUp SHARED = new WarmUp();

    private final CountDownLatch done = new CountDownLatch(1);
    private boolean started;

    private WarmUp() {}

    /// Has plain loops compute from now on, until the work is started and so far that vectors are faster.
    public static void prepare() {
        // Initialising the class has begun it.
    }

    /// Starts the work, if it was not started before.
    static synchronized WarmUp start() {
        if (!SHARED.started) {
            SHARED.started = true;
            Thread thread = new Thread(SHARED::run, "lectern-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
        return SHARED;
    }

    /// What is made warm, in this order.
    public List<String> covers() {
        return PARTS.stream().map(Part::name).toList();
    }

    /// Whether all of it is.
    public boolean isDone() {
        return done.getCount() == 0;
    }

    /// Waits until all of it is.
    ///
    /// @throws InterruptedException if the waiting thread is interrupted; the work goes on
    public void await() throws InterruptedException {
        done.await();
    }

    private void run() {
        try {
            int pauses = 0;
            for (Part part : PARTS) {
                boolean warm = false;
                for (int round = 0; round < part.rounds() && !warm; round++) {
                    while (Training.isAnyRunning() && (COLD_START.isOver() || pauses < MOST_PAUSES)) {
                        Thread.sleep(PAUSE);
                        pauses++;
                    }
                    long start = System.nanoTime();
                    warm = part.round().getAsBoolean();
                    Thread.sleep(Duration.ofNanos((long) (REST * (System.nanoTime() - start))));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            COLD_START.end();
            done.countDown();
        }
    }

    private static void dense(int batch, int in, int hidden, int steps) {
        RandomGenerator random = SeededRandom.of(1);
        Layer model = NN.sequential(NN.dense(in, hidden, random), NN.relu(), NN.dense(hidden, 10, random));
        train(model, Tensor.uniform(Shape.of(batch, in), 1, random), steps);
    }

    private static void images() {
        RandomGenerator random = SeededRandom.of(1);
        Layer model = NN.sequential(
                NN.conv2d(1, 6, 3, random),
                NN.relu(),
                NN.maxPool2d(2),
                NN.conv2d(6, 16, 3, random),
                NN.relu(),
                NN.flatten(),
                NN.dense(16 * 4 * 4, 10, random));
        train(model, Tensor.uniform(Shape.of(4, 1, 14, 14), 1, random), 10);
    }

    private static void sequences() {
        RandomGenerator random = SeededRandom.of(1);
        Layer model = NN.sequential(
                NN.timeFirst(), NN.lstm(8, 16, random), NN.lastTimeStep(), NN.dense(16, 10, random), NN.tanh());
        train(model, Tensor.uniform(Shape.of(12, 6, 8), 1, random), 10);
    }

    private static void attention() {
        RandomGenerator random = SeededRandom.of(1);
        Layer model = NN.sequential(
                NN.multiHeadAttention(16, 2, random), NN.layerNorm(16), NN.flatten(), NN.dense(8 * 16, 10, random));
        train(model, Tensor.uniform(Shape.of(6, 8, 16), 1, random), 10);
    }

    /// Some steps by plain descent and some by Adam.
    private static void train(Layer model, Tensor inputs, int steps) {
        int[] labels = IntStream.range(0, inputs.size(0)).map(i -> i % 10).toArray();
        Examples examples = Examples.labelled(inputs, labels);
        for (var optimizer : List.of(NN.sgd(0.01), NN.adam(0.001))) {
            NN.train(model, examples)
                    .loss(NN.crossEntropy())
                    .optimizer(optimizer)
                    .batchSize(labels.length)
                    .epochs(steps)
                    .seed(1)
                    .run();
        }
        NN.accuracy(model, examples);
    }

    /// @param rounds how often at most, with a rest after each
    /// @param round whether it was the last one needed
    private record Part(String name, int rounds, BooleanSupplier round) {

        Part(String name, int rounds, Runnable round) {
            this(name, rounds, () -> {
                round.run();
                return false;
            });
        }
    }
}
