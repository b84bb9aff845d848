package lectern.nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activity;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// What surrounds the steps of a training: penalties, clipping, schedules, early stopping.
class SurroundingsTest {

    /// A line with some noise, of which 20 numbers of 21 are but noise.
    private static Examples noisy(int count, long seed) {
        var random = NN.random(seed);
        Tensor inputs = Tensor.normal(Shape.of(count, 21), 1, random);
        Tensor targets = Tensor.normal(Shape.of(count, 1), 0.5, random);
        for (int i = 0; i < count; i++) {
            targets.array()[i] += 2 * inputs.array()[i * 21];
        }
        return new Examples(inputs, targets);
    }

    private final Examples examples = noisy(24, 1);

    private static Dense line() {
        return NN.dense(21, 1, NN.random(2));
    }

    private Training training(Layer model) {
        return NN.train(model, examples)
                .loss(NN.meanSquaredError())
                .optimizer(NN.sgd(0.02))
                .batchSize(8)
                .seed(1);
    }

    private static double squares(Var weights) {
        double sum = 0;
        for (float w : weights.value().array()) {
            sum += w * w;
        }
        return sum;
    }

    @Test
    void decayIsAPartOfEachStepAndOfItsLoss() {
        Dense model = line();
        float[] before = model.weight().value().array().clone();
        Dense plain = line();
        double bare = training(plain).batchSize(24).run().losses()[0];
        double penalised =
                training(model).batchSize(24).penalty(NN.l2(0.5)).run().losses()[0];
        for (int i = 0; i < before.length; i++) {
            float expected = plain.weight().value().array()[i] - 0.02f * 0.5f * before[i];
            assertEquals(expected, model.weight().value().array()[i], 1e-6);
        }
        assertEquals(bare + 0.25 * squares(Var.of(Tensor.of(before))), penalised, 1e-5);
    }

    @Test
    void aPenaltyOfTheWeightsLeavesTheBiasesAlone() {
        Dense all = line();
        Dense weightsOnly = line();
        all.bias().value().array()[0] = 1;
        weightsOnly.bias().value().array()[0] = 1;
        training(all).batchSize(24).penalty(NN.l2(0.5)).run();
        training(weightsOnly)
                .batchSize(24)
                .penalty(NN.l2(0.5), List.of(weightsOnly.weight()))
                .run();
        assertEquals(all.weight().value(), weightsOnly.weight().value());
        assertEquals(
                0.02 * 0.5,
                weightsOnly.bias().value().item() - all.bias().value().item(),
                1e-6);
    }

    @Test
    void aPenaltyOfActivitiesMakesThemSmall() {
        List<Double> sizes = new ArrayList<>();
        for (double strength : List.of(0.0, 0.3)) {
            Activity code = NN.activity();
            Sequential model =
                    NN.sequential(NN.dense(21, 8, NN.random(3)), NN.tanh(), code, NN.dense(8, 1, NN.random(4)));
            training(model).epochs(200).penalty(NN.l1(strength), code).run();
            model.apply(Var.constant(examples.inputs()));
            sizes.add((double) NN.l1(1).of(code.last()).value().item());
        }
        assertTrue(sizes.get(1) < 0.7 * sizes.get(0), sizes::toString);
    }

    @Test
    void aPenaltyOfActivitiesIsTheMeanOverTheBatch() {
        Activity outputs = NN.activity();
        Sequential model = NN.sequential(line(), outputs);
        double bare =
                training(model).batchSize(24).optimizer(NN.sgd(1e-9)).run().losses()[0];
        double penalised = training(model)
                .batchSize(24)
                .optimizer(NN.sgd(1e-9))
                .penalty(NN.l1(2), outputs)
                .run()
                .losses()[0];
        model.apply(Var.constant(examples.inputs()));
        assertEquals(NN.l1(2).of(outputs.last()).value().item() / 24, penalised - bare, 1e-5);
    }

    @Test
    void anActivityThatIsNoPartOfTheModelSaysSo() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> training(line()).penalty(NN.l1(1), NN.activity()).run());
        assertEquals(
                "activity: expected something to have passed, found nothing; is it a part of the model?",
                refusal.getMessage());
    }

    @Test
    void clippedStepsAreShort() {
        Dense model = line();
        float[] before = model.weight().value().array().clone();
        List<Double> norms = new ArrayList<>();
        training(model)
                .batchSize(24)
                .clipNorm(0.1)
                .onStep(step -> norms.add(NN.gradientNorm(model.parameters())))
                .run();
        assertEquals(0.1, norms.getFirst(), 1e-6);
        double moved = squares(Var.of(Tensor.of(before)).minus(model.weight().reshape(21)));
        assertTrue(Math.sqrt(moved) <= 0.02 * 0.1 + 1e-7);
        training(model)
                .clipValue(0.01)
                .onStep(step -> model.parameters().forEach(p -> {
                    assertTrue(p.gradient().maxAbs() <= 0.01f);
                }))
                .run();
    }

    @Test
    void theHistoryTellsTheLearningRates() {
        History history =
                training(line()).epochs(4).schedule(NN.stepDecay(2, 0.5)).run();
        assertArrayEquals(new double[] {0.02, 0.02, 0.01, 0.01}, history.learningRates());
        assertTrue(history.toString().startsWith("epoch  steps  learning rate  training loss"));
        assertFalse(history.toString().contains("validation"));
    }

    @Test
    void schedulesActTogetherByEpochAndByStep() {
        List<Integer> asked = new ArrayList<>();
        History history = training(line())
                .epochs(2)
                .schedule(NN.exponentialDecay(0.5))
                .stepSchedule((rate, step) -> {
                    asked.add(step);
                    return rate * (step + 1);
                })
                .run();
        assertEquals(List.of(0, 1, 2, 3, 4, 5), asked);
        assertArrayEquals(new double[] {0.02 * 3, 0.01 * 6}, history.learningRates(), 1e-12);
    }

    @Test
    void aRateOfZeroLeavesTheWeights() {
        Dense model = line();
        Tensor before = line().weight().value();
        training(model).optimizer(NN.adam(0.1)).schedule((rate, epoch) -> 0).run();
        assertEquals(before, model.weight().value());
    }

    @Test
    void aPlateauLowersTheRate() {
        History history = training(line())
                .epochs(6)
                .loss((outputs, targets) -> outputs.times(0).sum())
                .schedule(NN.plateau(0.5, 2))
                .run();
        assertArrayEquals(new double[] {0.02, 0.02, 0.02, 0.01, 0.01, 0.005}, history.learningRates(), 1e-12);
    }

    @Test
    void earlyStoppingLeavesTheBestWeights() {
        Examples validation = noisy(200, 5);
        Dense model = line();
        History history = training(model)
                .optimizer(NN.adam(0.05))
                .epochs(1000)
                .earlyStopping(validation, 5)
                .run();
        double[] losses = history.validationLosses();
        int best = 0;
        for (int e = 0; e < losses.length; e++) {
            best = losses[e] < losses[best] ? e : best;
        }
        assertTrue(losses.length < 1000);
        assertEquals(losses.length - 6, best);
        assertEquals(losses[best], NN.meanLoss(model, NN.meanSquaredError(), validation));
        assertNotEquals(losses[losses.length - 1], losses[best]);
        assertTrue(history.toString().contains("validation loss"));
    }

    @Test
    void runningStatisticsBelongToTheBestWeights() {
        Examples validation = noisy(200, 5);
        Sequential model = NN.sequential(
                NN.batchNorm(21), NN.dense(21, 16, NN.random(2)), NN.tanh(), NN.dense(16, 1, NN.random(3)));
        History history = training(model)
                .optimizer(NN.adam(0.02))
                .epochs(400)
                .earlyStopping(validation, 10)
                .run();
        double best = Arrays.stream(history.validationLosses()).min().orElseThrow();
        assertTrue(history.epochs().size() < 400);
        assertEquals(best, NN.meanLoss(model, NN.meanSquaredError(), validation));
    }

    @Test
    void theBestWeightsAreLeftWhenTheEpochsAreOverFirst() {
        Examples validation = noisy(200, 5);
        Dense model = line();
        double[] losses = training(model)
                .epochs(4)
                .schedule((rate, epoch) -> epoch < 2 ? rate : 100 * rate)
                .earlyStopping(validation, 50)
                .run()
                .validationLosses();
        assertEquals(4, losses.length);
        assertTrue(losses[1] < losses[3]);
        assertEquals(losses[1], NN.meanLoss(model, NN.meanSquaredError(), validation));
    }

    @Test
    void withoutEarlyStoppingNothingIsMeasured() {
        History history = training(line()).run();
        assertEquals(OptionalDouble.empty(), history.epochs().getFirst().validationLoss());
        assertEquals(0, history.validationLosses().length);
    }

    @Test
    void whatCannotStopATrainingIsRefused() {
        assertEquals(
                "train: expected patience of 1 or more, found 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> training(line()).earlyStopping(examples, 0))
                        .getMessage());
        assertEquals(
                "train: expected at least one example of validation, found none",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> training(line()).earlyStopping(examples.first(0), 3))
                        .getMessage());
    }
}
