package lectern.nn.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AnnealedImportanceSamplingTest {

    private final RandomGenerator random = SeededRandom.of(8);

    private Rbm machine(double size) {
        return new Rbm(
                Tensor.normal(Shape.of(7, 5), size, random),
                Tensor.normal(Shape.of(7), 1, random),
                Tensor.normal(Shape.of(5), 1, random));
    }

    private Tensor bits(int count, int units) {
        return Tensor.uniform(Shape.of(count, units), 1, random).map(x -> x < 0.4 ? 0 : 1);
    }

    @Test
    void theEstimateIsTheExactValueWithinItsInterval() {
        Rbm machine = machine(1.5);
        Tensor examples = bits(50, 7);
        var exact = NN.exactLikelihood(machine);
        var estimate = NN.annealedImportanceSampling(machine, examples, 400, 100, random);
        assertTrue(estimate.logPartition(3) - estimate.logPartition(-3) < 0.3);
        assertTrue(estimate.logPartition(-4) < exact.logPartition());
        assertTrue(estimate.logPartition(4) > exact.logPartition());
        assertEquals(
                exact.loss(examples) - exact.logPartition(), estimate.loss(examples) - estimate.logPartition(), 1e-9);
    }

    /// With W = 0 all hidden units are free of v: one step of β weighs v by the exact ratio.
    @Test
    void inOneStepTheMeanWeightIsThatOfImportanceSampling() {
        Rbm machine = new Rbm(Tensor.zeros(1, 1), Tensor.of(2), Tensor.of(-1));
        var estimate = NN.annealedImportanceSampling(machine, Tensor.of(1, 0).reshape(2, 1), 40_000, 1, random);
        double exact = Math.log((1 + Math.exp(2)) * (1 + Math.exp(-1)));
        assertEquals(exact, NN.exactLikelihood(machine).logPartition(), 1e-6);
        assertEquals(exact, estimate.logPartition(), 0.02);
        double of0 = Math.log((1 + Math.exp(-1)) / 2);
        for (float logWeight : estimate.logWeights().array()) {
            assertTrue(Math.abs(logWeight - of0) < 1e-6 || Math.abs(logWeight - of0 - 2) < 1e-6);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Rbm machine = machine(1);
        assertEquals(
                "annealedImportanceSampling: expected examples (count, 7), found (3, 6)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.annealedImportanceSampling(machine, bits(3, 6), 10, 10, random))
                        .getMessage());
        assertEquals(
                "annealedImportanceSampling: expected 2 or more chains and 1 or more steps, found 1 and 10",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.annealedImportanceSampling(machine, bits(3, 7), 1, 10, random))
                        .getMessage());
        assertEquals(
                "annealedImportanceSampling: expected binary visible units, found Gaussian ones",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.annealedImportanceSampling(
                                        NN.gaussianRbm(7, 5, random), bits(3, 7), 10, 10, random))
                        .getMessage());
    }
}
