package lectern.nn.energy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopfieldTest {

    private final RandomGenerator random = SeededRandom.of(4);

    private Tensor signs(int... sizes) {
        return Tensor.uniform(Shape.of(sizes), 1, random).map(x -> x < 0 ? -1 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void energyNeverRisesInAsynchronousRecall(boolean projection) {
        for (int repeat = 0; repeat < 20; repeat++) {
            Tensor patterns = signs(7, 30);
            Hopfield network = projection ? NN.pseudoInverseHopfield(patterns) : NN.hopfield(patterns);
            Tensor state = signs(30);
            for (int step = 0; step < 60; step++) {
                Hopfield.Recall recall = network.recall(state, new int[] {random.nextInt(30)}, 1);
                assertTrue(recall.energies().get(1) <= recall.energies().get(0) + 1e-5);
                state = recall.state();
            }
            Hopfield.Recall whole = network.recall(state, random, 100);
            assertTrue(whole.settled());
            assertTrue(whole.energies().get(whole.sweeps()) <= whole.energies().get(0) + 1e-5);
        }
    }

    @Test
    void aFewPatternsAreRecalledFromDamagedOnes() {
        Tensor patterns = signs(3, 100);
        Hopfield network = NN.hopfield(patterns);
        float[] pattern = Arrays.copyOf(patterns.array(), 100);
        float[] damaged = pattern.clone();
        for (int i = 0; i < 10; i++) {
            damaged[i] = -damaged[i];
        }
        assertArrayEquals(
                pattern, network.recall(Tensor.of(damaged), random, 10).state().array());
        assertArrayEquals(
                pattern,
                network.recallSynchronously(Tensor.of(damaged), 10).state().array());
    }

    @Test
    void thePseudoInverseMakesEveryPatternAFixedPoint() {
        Tensor patterns = signs(12, 20);
        Tensor fields = NN.pseudoInverseHopfield(patterns).fields(patterns);
        for (int i = 0; i < fields.count(); i++) {
            assertEquals(patterns.array()[i], fields.array()[i], 1e-5);
        }
    }

    /// One of three patterns is the first again: then X Xᵀ has no inverse.
    @Test
    void patternsMayRepeat() {
        Tensor patterns = Tensor.of(new float[][] {{1, -1, 1, 1}, {1, 1, -1, 1}, {1, -1, 1, 1}});
        assertArrayEquals(
                patterns.array(),
                NN.pseudoInverseHopfield(patterns).synchronous(patterns).array());
    }

    @Test
    void allUnitsAtOnceMayAlternate() {
        Hopfield network = new Hopfield(Tensor.of(new float[][] {{0, 1}, {1, 0}}));
        Hopfield.Recall recall = network.recallSynchronously(Tensor.of(1, -1), 7);
        assertFalse(recall.settled());
        assertEquals(7, recall.sweeps());
        assertArrayEquals(new float[] {-1, 1}, recall.state().array());
    }

    /// 1/3 + 1/3 − 2/3 as rounded weights give no zero in every order; the unit stays all the same.
    @Test
    void aFieldOfZeroLeavesTheUnitAsItIs() {
        float third = 1 / 3f;
        Hopfield network = new Hopfield(Tensor.of(new float[][] {
            {0, third, third, 0.2f, -(2 * third) - 0.2f},
            {third, 0, 0, 0, 0},
            {third, 0, 0, 0, 0},
            {0.2f, 0, 0, 0, 0},
            {-(2 * third) - 0.2f, 0, 0, 0, 0}
        }));
        for (float own : new float[] {-1, 1}) {
            Tensor state = Tensor.of(own, 1, 1, 1, 1).reshape(1, 5);
            assertEquals(own, network.synchronous(state).get(0, 0));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Hopfield network = NN.hopfield(signs(2, 4));
        assertEquals(
                "recall: expected a probe (4), found (5)",
                assertThrows(IllegalArgumentException.class, () -> network.recall(signs(5), random, 3))
                        .getMessage());
        assertEquals(
                "recall: expected numbers 1 or −1, found 0.0 at 1",
                assertThrows(IllegalArgumentException.class, () -> network.recall(Tensor.of(1, 0, 1, 1), random, 3))
                        .getMessage());
        assertEquals(
                "recall: expected units 0…3 in the order, found 4",
                assertThrows(IllegalArgumentException.class, () -> network.recall(signs(4), new int[] {0, 4}, 3))
                        .getMessage());
        assertEquals(
                "Hopfield: expected weight (units, units), found (2, 3)",
                assertThrows(IllegalArgumentException.class, () -> new Hopfield(Tensor.zeros(2, 3)))
                        .getMessage());
        assertEquals(
                "hebb: expected patterns (count, units), found (0, 3)",
                assertThrows(IllegalArgumentException.class, () -> NN.hopfield(Tensor.zeros(0, 3)))
                        .getMessage());
    }
}
