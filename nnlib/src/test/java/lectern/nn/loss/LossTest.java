package lectern.nn.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LossTest {

    private final RandomGenerator random = SeededRandom.of(13);
    private final Var outputs = Var.of(Tensor.uniform(Shape.of(4, 3), 2, random));

    @Test
    void gradientsMatchFiniteDifferences() {
        Tensor targets = Tensor.uniform(Shape.of(4, 3), 2, random);
        Tensor labels = Tensor.of(0, 2, 1, 2);
        for (GradientCheck check : List.of(
                GradientCheck.of(
                        () -> new SquaredError(Reduction.MEAN).apply(outputs, targets),
                        List.of(outputs),
                        GradientCheck.STEP,
                        random),
                GradientCheck.of(
                        () -> new CrossEntropy().apply(outputs, labels),
                        List.of(outputs),
                        GradientCheck.STEP,
                        random))) {
            assertTrue(check.passed(), check::toString);
        }
    }

    @Test
    void crossEntropyStaysExactForLargeLogits() {
        Var logits = Var.of(Tensor.of(new float[][] {{0, 200}, {-1000, 0}}));
        assertEquals(
                200f / 2,
                new CrossEntropy().apply(logits, Tensor.of(0, 1)).value().item());
    }

    @Test
    void theOrderOfABatchDoesNotChangeTheLoss() {
        Var swapped = Var.of(Tensor.of(new float[][] {{3, 1}, {2, 5}}));
        Var same = Var.of(Tensor.of(new float[][] {{2, 5}, {3, 1}}));
        assertEquals(
                new CrossEntropy().apply(swapped, Tensor.of(0, 1)).value().item(),
                new CrossEntropy().apply(same, Tensor.of(1, 0)).value().item(),
                1e-7f);
    }

    @Test
    void labelsOutsideTheClassesAreRefused() {
        assertEquals(
                "crossEntropy: expected labels 0…2, found 3 at example 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CrossEntropy().apply(outputs, Tensor.of(0, 3, 1, 1)))
                        .getMessage());
        assertEquals(
                "crossEntropy: expected labels 0…2, found 0.5 at example 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CrossEntropy().apply(outputs, Tensor.of(0.5f, 1, 1, 1)))
                        .getMessage());
        assertEquals(
                "crossEntropy: expected labels (4), found (3)",
                assertThrows(ShapeException.class, () -> new CrossEntropy().apply(outputs, Tensor.of(0, 1, 1)))
                        .getMessage());
        assertEquals(
                "squaredError: expected targets (4, 3), found (4)",
                assertThrows(
                                ShapeException.class,
                                () -> new SquaredError(Reduction.MEAN).apply(outputs, Tensor.zeros(4)))
                        .getMessage());
    }
}
