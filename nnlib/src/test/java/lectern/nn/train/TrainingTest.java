package lectern.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private final Examples xor =
            Examples.labelled(Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), 0, 1, 1, 0);

    private static Sequential model() {
        var random = NN.random(4);
        return NN.sequential(NN.dense(2, 8, random), NN.tanh(), NN.dense(8, 2, random));
    }

    private Training training(Sequential model) {
        return NN.train(model, xor)
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(0.05))
                .seed(1);
    }

    @Test
    void learnsExclusiveOr() {
        Sequential model = model();
        History history = training(model).batchSize(4).epochs(200).run();
        assertEquals(1.0, NN.accuracy(model, xor));
        assertTrue(history.losses()[199] < 0.05);
        assertEquals(history.epochs().getLast().loss(), Evaluation.meanLoss(model, NN.crossEntropy(), xor), 0.01);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        Sequential one = model();
        Sequential two = model();
        training(one).batchSize(3).epochs(20).run();
        training(two).batchSize(3).epochs(20).run();
        assertEquals(
                one.parameters().getFirst().value(), two.parameters().getFirst().value());
    }

    @Test
    void listenersHearOfEveryStepAndEpoch() {
        List<Step> steps = new ArrayList<>();
        List<Epoch> epochs = new ArrayList<>();
        training(model())
                .batchSize(3)
                .epochs(2)
                .onStep(steps::add)
                .onEpoch(epochs::add)
                .run();
        assertEquals(List.of(1, 2, 3, 4), steps.stream().map(Step::number).toList());
        assertEquals(List.of(1, 1, 2, 2), steps.stream().map(Step::epoch).toList());
        assertEquals(List.of(2, 4), epochs.stream().map(Epoch::steps).toList());
        double mean = (steps.get(0).loss() * 3 + steps.get(1).loss()) / 4;
        assertEquals(mean, epochs.getFirst().loss(), 1e-9);
    }

    @Test
    void aLossThatIsNoNumberStopsWithAdvice() {
        Examples wild = new Examples(Tensor.of(new float[][] {{1e30f, 1e30f}}), Tensor.of(new float[][] {{0, 0}}));
        Training training = NN.train(model(), wild)
                .loss((y, t) -> y.times(Double.POSITIVE_INFINITY).mean())
                .optimizer(NN.sgd(10))
                .seed(1);
        String message = String.valueOf(
                assertThrows(ArithmeticException.class, training::run).getMessage());
        assertTrue(
                message.matches("train: loss is .* at epoch 1, step 1; try a smaller learning rate \\(now 10.0\\)"),
                message);
    }

    @Test
    void anInterruptEndsTheTraining() {
        Training training = training(model()).epochs(1_000_000).onStep(step -> {
            if (step.number() == 5) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(
                "train: interrupted after step 5",
                assertThrows(CancellationException.class, training.batchSize(4)::run)
                        .getMessage());
    }

    @Test
    void whatIsMissingIsNamed() {
        Training training = NN.train(model(), xor);
        assertEquals(
                "train: expected a loss, found none; add .loss(…)",
                assertThrows(IllegalArgumentException.class, training::run).getMessage());
        assertEquals(
                "train: expected an optimizer, found none; add .optimizer(…)",
                assertThrows(IllegalArgumentException.class, training.loss(NN.crossEntropy())::run)
                        .getMessage());
        assertEquals(
                "train: expected batchSize of 1 or more, found 0",
                assertThrows(IllegalArgumentException.class, () -> training.batchSize(0))
                        .getMessage());
        assertEquals(
                "train: expected at least one example, found none",
                assertThrows(IllegalArgumentException.class, () -> NN.train(model(), xor.first(0)))
                        .getMessage());
    }

    @Test
    void predictionsOfALargeSetAreTheSameAsOfItsParts() {
        Sequential model = model();
        Tensor inputs = Tensor.uniform(Shape.of(1203, 2), 3, NN.random(2));
        int[] all = NN.predict(model, inputs);
        for (int i = 0; i < all.length; i += 100) {
            Examples one = new Examples(inputs, Tensor.zeros(1203)).select(i);
            assertEquals(NN.predict(model, one.inputs())[0], all[i]);
        }
    }

    @Test
    void metricsAreMeasuredAfterEachEpoch() {
        Sequential model = model();
        var measured = new ArrayList<Double>();
        History history = training(model)
                .batchSize(4)
                .epochs(3)
                .metric("accuracy", () -> NN.accuracy(model, xor))
                .metric("weight", () -> model.parameters().getFirst().value().get(0, 0))
                .onEpoch(epoch -> measured.add(
                        (double) model.parameters().getFirst().value().get(0, 0)))
                .run();
        assertEquals(List.of("accuracy", "weight"), history.metrics());
        assertArrayEquals(measured.stream().mapToDouble(w -> w).toArray(), history.metric("weight"));
        assertEquals(
                "history: expected one of [accuracy, weight], found loss",
                assertThrows(IllegalArgumentException.class, () -> history.metric("loss"))
                        .getMessage());
        assertTrue(history.toString().startsWith("epoch  steps  learning rate  training loss  accuracy  weight"));
    }

    @Test
    void aMetricNeedsANameOfItsOwn() {
        Training training = training(model()).metric("accuracy", () -> 1);
        assertEquals(
                "train: expected each metric to have a name of its own, found accuracy twice",
                assertThrows(IllegalArgumentException.class, () -> training.metric("accuracy", () -> 2))
                        .getMessage());
    }

    @Test
    void gaugesReadTheGradientAndTheUpdate() {
        Sequential model = model();
        Tensor before = model.parameters().getFirst().value().copy();
        History history = NN.train(model, xor)
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(0.5))
                .seed(1)
                .batchSize(4)
                .watch(Gauge.GRADIENT_NORM, Gauge.UPDATE_RATIO)
                .run();
        Reading gradient = history.readings().get(0);
        Reading update = history.readings().get(1);
        assertEquals(List.of("W1 8×2", "W2 2×8"), gradient.names());
        assertEquals(List.of(Gauge.GRADIENT_NORM, Gauge.UPDATE_RATIO), List.of(gradient.gauge(), update.gauge()));
        assertEquals(1, gradient.step());
        // A step of plain descent is the rate times the gradient.
        assertEquals(
                0.5 * gradient.values().getFirst() / norm(before),
                update.values().getFirst(),
                1e-6);
        Tensor change = model.parameters().getFirst().value().minus(before);
        assertEquals(norm(change) / norm(before), update.values().getFirst(), 1e-12);
    }

    @Test
    void theSpreadOfActivationsIsThatAfterTheNonlinearity() {
        Sequential model = model();
        Reading reading = NN.train(model, xor)
                .loss(NN.crossEntropy())
                .optimizer(NN.sgd(0.5))
                .seed(1)
                .batchSize(4)
                .watch(Gauge.ACTIVATION_SPREAD)
                .run()
                .readings()
                .getFirst();
        assertEquals(List.of("h1 dense 2 -> 8", "h2 dense 8 -> 2"), reading.names());
        Tensor hidden = new Sequential(model.layers().subList(0, 2))
                .apply(Var.constant(xor.inputs()))
                .value();
        double mean = hidden.sum() / hidden.count();
        double square = norm(hidden) * norm(hidden) / hidden.count();
        assertEquals(Math.sqrt(square - mean * mean), reading.values().getFirst(), 1e-6);
    }

    @Test
    void imagesAreKeptAsTheyAreAtTheEnd() {
        Sequential model = model();
        Tensor weight = model.parameters().getFirst().value();
        Tensor before = weight.copy();
        History history =
                training(model).watch("filters", () -> weight.reshape(8, 1, 2)).run();
        assertEquals(weight.reshape(8, 1, 2), history.images().get("filters"));
        assertNotEquals(before, weight);
    }

    @Test
    void imagesHaveAShapeOfImages() {
        Sequential model = model();
        Tensor before = model.parameters().getFirst().value().copy();
        Training training = training(model).watch("filters", () -> Tensor.zeros(4, 4));
        assertEquals(
                "watch filters: expected images (count, height, width), or with 1 or 3 channels before the height, "
                        + "found (4, 4)",
                assertThrows(ShapeException.class, training::run).getMessage());
        assertEquals(before, model.parameters().getFirst().value());
        assertThrows(IllegalArgumentException.class, () -> training.watch("filters", () -> before));
    }

    @Test
    void aLongTrainingIsReadAtSomeHundredSteps() {
        History history = training(model())
                .batchSize(1)
                .epochs(500)
                .watch(Gauge.GRADIENT_NORM)
                .run();
        assertEquals(200, history.readings().size());
        assertEquals(11, history.readings().get(1).step());
    }

    @Test
    void watchingChangesNothing() {
        Sequential plain = model();
        Sequential watched = model();
        training(plain).batchSize(3).epochs(20).run();
        training(watched)
                .batchSize(3)
                .epochs(20)
                .watch(Gauge.values())
                .watch("weights", () -> watched.parameters().getFirst().value().reshape(8, 1, 2))
                .metric("accuracy", () -> NN.accuracy(watched, xor))
                .run();
        assertEquals(
                plain.parameters().getFirst().value(),
                watched.parameters().getFirst().value());
    }

    private static double norm(Tensor tensor) {
        double sum = 0;
        for (float number : tensor.array()) {
            sum += (double) number * number;
        }
        return Math.sqrt(sum);
    }
}
