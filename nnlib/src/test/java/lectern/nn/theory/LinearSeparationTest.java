package lectern.nn.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LinearSeparationTest {

    private static final Tensor SQUARE = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

    private final RandomGenerator random = SeededRandom.of(12);

    @Test
    void orCanBeDividedAndExclusiveOrCannot() {
        assertTrue(NN.linearSeparation(SQUARE, Tensor.of(-1, 1, 1, 1)).isPresent());
        assertTrue(NN.linearSeparation(SQUARE, Tensor.of(-1, -1, -1, 1)).isPresent());
        assertFalse(NN.linearSeparation(SQUARE, Tensor.of(-1, 1, 1, -1)).isPresent());
    }

    @Test
    void aPlaneThatIsFoundDivides() {
        for (int repeat = 0; repeat < 20; repeat++) {
            Tensor x = Tensor.normal(Shape.of(60, 4), 1, random);
            Tensor normal = Tensor.normal(Shape.of(4, 1), 1, random);
            Tensor target = x.matmul(normal).reshape(60).map(y -> y > 0.3 ? 1 : -1);
            Perceptron plane = NN.linearSeparation(x, target).orElseThrow();
            assertEquals(target, plane.predict(x));
        }
    }

    /// Many examples of random classes, as often as Cover's function says, within three deviations.
    @Test
    void asManyAreDividedAsCoverCounts() {
        int divided = 0;
        for (int repeat = 0; repeat < 400; repeat++) {
            Tensor x = Tensor.normal(Shape.of(9, 3), 1, random);
            Tensor target = Tensor.uniform(Shape.of(9), 1, random).map(u -> u < 0 ? -1 : 1);
            divided += NN.linearSeparation(x, target).isPresent() ? 1 : 0;
        }
        // A bias counts as a dimension.
        double expected = NN.coverProbability(9, 4);
        double deviation = Math.sqrt(400 * expected * (1 - expected));
        assertEquals(400 * expected, divided, 3 * deviation);
    }

    @Test
    void thePerceptronAgrees() {
        Perceptron learned = NN.perceptron(SQUARE, Tensor.of(-1, 1, 1, 1), 1, 100);
        assertTrue(learned.converged());
        assertEquals(Tensor.of(-1, 1, 1, 1), learned.predict(SQUARE));
        Perceptron failed = NN.perceptron(SQUARE, Tensor.of(-1, 1, 1, -1), 1, 50);
        assertFalse(failed.converged());
        assertEquals(50, failed.mistakes().size());
    }

    @Test
    void examplesOfOneClassAndEqualOnesAreNoSpecialCase() {
        assertTrue(NN.linearSeparation(SQUARE, Tensor.of(1, 1, 1, 1)).isPresent());
        Tensor same = Tensor.of(new float[][] {{2, 3}, {2, 3}});
        assertEquals(Optional.empty(), NN.linearSeparation(same, Tensor.of(1, -1)));
        assertTrue(NN.linearSeparation(same, Tensor.of(-1, -1)).isPresent());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "perceptron: expected targets 1 or −1, found 0.0 at example 2",
                assertThrows(IllegalArgumentException.class, () -> NN.perceptron(SQUARE, Tensor.of(1, 1, 0, 1), 1, 5))
                        .getMessage());
        assertEquals(
                "linearSeparation: expected targets (4), found (3)",
                assertThrows(IllegalArgumentException.class, () -> NN.linearSeparation(SQUARE, Tensor.of(1, 1, 1)))
                        .getMessage());
        assertEquals(
                "perceptron: expected a learning rate above 0 and at least one epoch, found 0.0 and 5",
                assertThrows(IllegalArgumentException.class, () -> NN.perceptron(SQUARE, Tensor.of(1, 1, 1, 1), 0, 5))
                        .getMessage());
    }
}
