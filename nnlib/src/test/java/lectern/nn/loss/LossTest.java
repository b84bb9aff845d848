package lectern.nn.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(13);

    private final Var outputs = Var.of(Tensor.uniform(Shape.of(4, 3), 2, RANDOM));

    static Stream<Arguments> losses() {
        Var outputs = Var.of(Tensor.uniform(Shape.of(4, 3), 2, RANDOM));
        Var targets = Var.of(Tensor.uniform(Shape.of(4, 3), 2, RANDOM));
        // Away from the kinks at 0, at the deltas, and at the margin.
        Var near = Var.of(Tensor.of(Shape.of(2, 3), 0.2f, -0.3f, 0.4f, 2, -3, 4));
        Tensor zeros = Tensor.zeros(2, 3);
        Tensor signs = Tensor.of(Shape.of(2, 3), 1, 1, -1, -1, -1, 1);
        Var labels = Var.constant(Tensor.of(0, 2, 1, 2));
        Var soft = Var.of(targets.softmax().value());
        Var parts = Var.of(Tensor.uniform(Shape.of(4, 3), 0.3, RANDOM).map(x -> x + 0.5));
        Tensor truth = Tensor.uniform(Shape.of(4, 3), 0.5, RANDOM).map(x -> x + 0.5);
        var crossEntropy = new CrossEntropy();
        return Stream.of(
                loss("squared error", () -> new SquaredError(Reduction.MEAN).apply(outputs, targets), outputs, targets),
                loss("their sum", () -> new SquaredError(Reduction.SUM).apply(outputs, targets), outputs, targets),
                loss("for each example", () -> new SquaredError(Reduction.BATCH_MEAN).apply(outputs, targets), outputs),
                loss("half squared error", () -> new HalfSquaredError().apply(outputs, targets), outputs, targets),
                loss("absolute error", () -> new AbsoluteError(Reduction.MEAN).apply(near, zeros), near),
                loss("huber", () -> new Huber(0.8, Reduction.MEAN).apply(near, zeros), near),
                loss("smooth l1", () -> new SmoothL1(0.7, Reduction.MEAN).apply(near, zeros), near),
                loss("cross-entropy", () -> crossEntropy.apply(outputs, labels), outputs),
                loss("of probabilities", () -> crossEntropy.apply(outputs, soft), outputs, soft),
                loss("smoothed", () -> crossEntropy.smoothing(0.2).apply(outputs, labels), outputs),
                loss("smoothed more", () -> crossEntropy.smoothing(0.2).apply(outputs, soft), outputs, soft),
                loss("weighted", () -> crossEntropy.classWeights(1, 2, 0.5f).apply(outputs, labels), outputs),
                loss("for each", () -> crossEntropy.smoothing(0.1).perExample(outputs, labels), outputs),
                loss("likelihood", () -> new NegativeLogLikelihood().apply(parts, labels), parts),
                loss("yes or no", () -> new BinaryCrossEntropy().apply(outputs, truth), outputs),
                loss("its chances", () -> new BinaryCrossEntropyOfProbabilities().apply(parts, truth), parts),
                loss("hinge", () -> new Hinge().apply(near, signs), near),
                loss("logistic", () -> new LogisticLoss().apply(near, signs), near),
                loss("sparsity", () -> new KlSparsity(0.1).apply(parts), parts),
                loss("gaussian", () -> new GaussianKl().apply(outputs, targets), outputs, targets));
    }

    private static Arguments loss(String name, Supplier<Var> loss, Var... variables) {
        return argumentSet(name, loss, List.of(variables));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsMatchFiniteDifferences(Supplier<Var> loss, List<Var> variables) {
        GradientCheck check = GradientCheck.of(loss, variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void crossEntropyStaysExactForLargeLogits() {
        Var logits = Var.of(Tensor.of(new float[][] {{0, 200}, {-1000, 0}}));
        assertEquals(
                200f / 2,
                new CrossEntropy().apply(logits, Tensor.of(0, 1)).value().item());
        assertEquals(
                200f / 2,
                new CrossEntropy()
                        .apply(logits, Tensor.of(new float[][] {{1, 0}, {0, 1}}))
                        .value()
                        .item());
    }

    @Test
    void labelsAndTheirOneHotRowsHaveTheSameLoss() {
        Tensor labels = Tensor.of(0, 2, 1, 2);
        CrossEntropy loss = new CrossEntropy();
        Tensor oneHot = loss.probabilities(labels, 3);
        assertEquals(Tensor.of(Shape.of(4, 3), 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1), oneHot);
        assertEquals(
                loss.apply(outputs, labels).value().item(),
                loss.apply(outputs, oneHot).value().item(),
                1e-6);
        assertEquals(
                loss.apply(outputs, labels).value().item(),
                loss.classWeights(3, 3, 3).apply(outputs, labels).value().item(),
                1e-6);
        assertEquals(
                loss.apply(outputs, labels).value().item(),
                loss.perExample(outputs, Var.constant(labels)).mean().value().item(),
                1e-6);
    }

    @Test
    void softmaxInTheModelAndInTheLossAreTheSame() {
        Tensor labels = Tensor.of(0, 2, 1, 2);
        assertEquals(
                new CrossEntropy().apply(outputs, labels).value().item(),
                new NegativeLogLikelihood()
                        .apply(outputs.softmax(), labels)
                        .value()
                        .item(),
                1e-6);
    }

    @Test
    void binaryCrossEntropyStaysFiniteWhereProbabilitiesRound() {
        Tensor targets = Tensor.of(1, 0, 1, 0);
        Var logits = Var.of(Tensor.of(-500, 500, 500, -500));
        Var loss = new BinaryCrossEntropy().apply(logits, targets);
        assertEquals(250, loss.value().item());
        loss.backward();
        assertEquals(Tensor.of(-0.25f, 0.25f, 0, 0), logits.gradient());
        Var probabilities = Var.of(Tensor.of(0, 1, 1, 0));
        assertEquals(
                50,
                new BinaryCrossEntropyOfProbabilities()
                        .apply(probabilities, targets)
                        .value()
                        .item());
        new BinaryCrossEntropyOfProbabilities().apply(probabilities, targets).backward();
        for (float gradient : probabilities.gradient().array()) {
            assertTrue(Float.isFinite(gradient));
        }
    }

    @Test
    void penaltiesAreZeroWhereNothingIsToBePaid() {
        assertEquals(
                0,
                new KlSparsity(0.25)
                        .apply(Var.of(Tensor.of(Shape.of(2, 2), 0, 0.25f, 0.5f, 0.25f)))
                        .value()
                        .item(),
                1e-6);
        Var zeros = Var.of(Tensor.zeros(2, 3));
        assertEquals(0, new GaussianKl().apply(zeros, zeros).value().item());
        assertEquals(
                0,
                new Hinge()
                        .apply(Var.of(Tensor.of(1, -7)), Tensor.of(1, -1))
                        .value()
                        .item());
    }

    @Test
    void theReductionsAreMeansAndSums() {
        Tensor zeros = Tensor.zeros(4, 3);
        float sum =
                new SquaredError(Reduction.SUM).apply(outputs, zeros).value().item();
        assertEquals(
                sum / 12,
                new SquaredError(Reduction.MEAN).apply(outputs, zeros).value().item(),
                1e-6);
        assertEquals(
                sum / 4,
                new SquaredError(Reduction.BATCH_MEAN)
                        .apply(outputs, zeros)
                        .value()
                        .item(),
                1e-6);
        assertEquals(
                sum / 8, new HalfSquaredError().apply(outputs, zeros).value().item(), 1e-6);
    }

    @Test
    void theOrderOfABatchDoesNotChangeTheLoss() {
        Var swapped = Var.of(Tensor.of(new float[][] {{3, 1}, {2, 5}}));
        Var same = Var.of(Tensor.of(new float[][] {{2, 5}, {3, 1}}));
        for (Loss loss :
                List.of(new CrossEntropy(), new CrossEntropy().smoothing(0.1).classWeights(1, 3))) {
            assertEquals(
                    loss.apply(swapped, Tensor.of(0, 1)).value().item(),
                    loss.apply(same, Tensor.of(1, 0)).value().item(),
                    1e-7f);
        }
    }

    @Test
    void aLossOfConstantsIsOne() {
        assertFalse(new CrossEntropy()
                .apply(Var.constant(Tensor.zeros(1, 2)), Tensor.of(0))
                .isTracked());
    }

    @Test
    void labelsOutsideTheClassesAreRefused() {
        CrossEntropy loss = new CrossEntropy();
        refused(
                "crossEntropy: expected labels 0…2, found 3 at example 1",
                () -> loss.apply(outputs, Tensor.of(0, 3, 1, 1)));
        refused(
                "crossEntropy: expected labels 0…2, found 0.5 at example 0",
                () -> loss.apply(outputs, Tensor.of(0.5f, 1, 1, 1)));
        refused(
                "negativeLogLikelihood: expected labels 0…2, found -1 at example 3",
                () -> new NegativeLogLikelihood().apply(outputs, Tensor.of(0, 1, 1, -1)));
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        CrossEntropy loss = new CrossEntropy();
        Tensor four = Tensor.zeros(4);
        misshapen("crossEntropy: expected labels (4), found (3)", () -> loss.apply(outputs, Tensor.of(0, 1, 1)));
        misshapen(
                "crossEntropy: expected logits (batch, classes), found (4)",
                () -> loss.apply(Var.of(Tensor.zeros(4)), four));
        misshapen(
                "crossEntropy: expected class weights (3), found (2)",
                () -> loss.classWeights(1, 2).apply(outputs, four));
        misshapen(
                "negativeLogLikelihood: expected probabilities (batch, classes), found (4)",
                () -> new NegativeLogLikelihood().apply(Var.of(four), four));
        misshapen(
                "meanSquaredError: expected targets (4, 3), found (4)",
                () -> new SquaredError(Reduction.MEAN).apply(outputs, four));
        misshapen(
                "sumSquaredError: expected targets (4, 3), found (4)",
                () -> new SquaredError(Reduction.SUM).apply(outputs, four));
        misshapen(
                "halfSquaredError: expected targets (4, 3), found (4)",
                () -> new HalfSquaredError().apply(outputs, four));
        misshapen(
                "meanAbsoluteError: expected targets (4, 3), found (4)",
                () -> new AbsoluteError(Reduction.MEAN).apply(outputs, four));
        misshapen("huber: expected targets (4, 3), found (4)", () -> new Huber(1, Reduction.MEAN).apply(outputs, four));
        misshapen(
                "smoothL1: expected targets (4, 3), found (4)",
                () -> new SmoothL1(1, Reduction.MEAN).apply(outputs, four));
        misshapen(
                "binaryCrossEntropy: expected targets (4, 3), found (4)",
                () -> new BinaryCrossEntropy().apply(outputs, four));
        misshapen("hinge: expected targets (4, 3), found (4)", () -> new Hinge().apply(outputs, four));
        misshapen(
                "gaussianKl: expected log variances (4, 3), found (4)",
                () -> new GaussianKl().apply(outputs, Var.of(four)));
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        Var scores = Var.of(Tensor.of(2, -1));
        Tensor signs = Tensor.of(0, 1);
        refused("hinge: expected targets −1 or 1, found 0.0 at index 0", () -> new Hinge().apply(scores, signs));
        refused(
                "binaryCrossEntropyOfProbabilities: expected probabilities 0…1, found 2.0 at index 0;"
                        + " binaryCrossEntropy() takes logits",
                () -> new BinaryCrossEntropyOfProbabilities().apply(scores, signs));
        refused(
                "negativeLogLikelihood: expected probabilities 0…1, found 2.0 at index 0; crossEntropy() takes logits",
                () -> new NegativeLogLikelihood().apply(scores.reshape(1, 2), Tensor.of(0)));
        refused(
                "binaryCrossEntropy: expected probabilities 0…1, found -1.0 at index 1; they are the targets",
                () -> new BinaryCrossEntropy().apply(scores, Tensor.of(1, -1)));
        refused(
                "klSparsity: expected probabilities 0…1, found 2.0 at index 0; put sigmoid() before it",
                () -> new KlSparsity(0.1).apply(scores.reshape(1, 2)));
        refused("klSparsity: expected a rho between 0 and 1, found 0.0", () -> new KlSparsity(0));
        refused("huber: expected a delta above 0, found 0.0", () -> new Huber(0, Reduction.MEAN));
        refused("smoothL1: expected a beta above 0, found -1.0", () -> new SmoothL1(-1, Reduction.MEAN));
        refused("crossEntropy: expected a smoothing 0…1, found 1.5", () -> new CrossEntropy().smoothing(1.5));
        refused(
                "crossEntropy: expected class weights of 0 or more, found -2.0",
                () -> new CrossEntropy().classWeights(1, -2));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void misshapen(String message, Executable call) {
        assertEquals(message, assertThrows(ShapeException.class, call).getMessage());
    }

    /// ln(1 + e^(−t y)) is the binary cross-entropy of the probability 1 / (1 + e⁻ʸ) that t is 1.
    @Test
    void logisticLossIsBinaryCrossEntropy() {
        Var logits = Var.of(Tensor.of(2, -1));
        double expected = -(Math.log(1 / (1 + Math.exp(2))) + Math.log(1 / (1 + Math.exp(1)))) / 2;
        assertEquals(
                expected,
                new LogisticLoss().apply(logits, Tensor.of(-1, 1)).value().item(),
                1e-6);
        assertEquals(
                "logisticLoss: expected targets -1 and 1, found 0.0 at example 1",
                assertThrows(IllegalArgumentException.class, () -> new LogisticLoss().apply(logits, Tensor.of(1, 0)))
                        .getMessage());
        assertEquals(
                "logisticLoss: expected targets (2), found (2, 1)",
                assertThrows(ShapeException.class, () -> new LogisticLoss().apply(logits, Tensor.zeros(2, 1)))
                        .getMessage());
    }
}
