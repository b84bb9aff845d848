package lectern.nn.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RbmTest {

    private final RandomGenerator random = SeededRandom.of(8);

    private final Rbm machine = new Rbm(
            Tensor.normal(Shape.of(4, 3), 1, random),
            Tensor.normal(Shape.of(4), 1, random),
            Tensor.normal(Shape.of(3), 1, random));

    /// e^−F(v) is the sum of e^−E(v, h) over all hidden states.
    @Test
    void freeEnergySumsOverTheHiddenStates() {
        float[] v = {1, 0, 1, 1};
        double sum = 0;
        for (int state = 0; state < 8; state++) {
            double energy = 0;
            for (int i = 0; i < 4; i++) {
                energy -= machine.visibleBias().array()[i] * v[i];
                for (int j = 0; j < 3; j++) {
                    energy -= v[i] * machine.weight().get(i, j) * (state >> j & 1);
                }
            }
            for (int j = 0; j < 3; j++) {
                energy -= machine.hiddenBias().array()[j] * (state >> j & 1);
            }
            sum += Math.exp(-energy);
        }
        assertEquals(
                -Math.log(sum), machine.freeEnergy(Tensor.of(v).reshape(1, 4)).item(), 1e-5);
    }

    @Test
    void probabilitiesFollowFromTheEnergy() {
        Tensor h = Tensor.of(1, 0, 1).reshape(1, 3);
        float input = machine.visibleBias().array()[2]
                + machine.weight().get(2, 0)
                + machine.weight().get(2, 2);
        assertEquals(1 / (1 + Math.exp(-input)), machine.visibleMeans(h).get(0, 2), 1e-6);
    }

    @Test
    void whatWasSeenBecomesProbable() {
        Tensor patterns = Tensor.zeros(200, 6);
        for (int n = 0; n < 200; n++) {
            for (int i = 0; i < 6; i++) {
                patterns.array()[n * 6 + i] = (n % 2 == 0) == (i < 3) ? 1 : 0;
            }
        }
        Tensor seen = Tensor.of(1, 1, 1, 0, 0, 0).reshape(1, 6);
        Tensor unseen = Tensor.of(1, 0, 1, 0, 1, 0).reshape(1, 6);
        Rbm learner = Rbm.of(6, 4, random);
        List<Double> errors = new ArrayList<>();
        NN.contrastiveDivergence(learner, patterns)
                .learningRate(0.2)
                .batchSize(30)
                .epochs(60)
                .seed(1)
                .onEpoch(epoch -> errors.add(epoch.reconstructionError()))
                .run();
        assertTrue(errors.getLast() < 0.3 * errors.getFirst());
        assertTrue(learner.freeEnergy(seen).item() < learner.freeEnergy(unseen).item() - 3);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "hiddenProbabilities: expected units (batch, 4), found (2, 3)",
                assertThrows(ShapeException.class, () -> machine.hiddenProbabilities(Tensor.zeros(2, 3)))
                        .getMessage());
        assertEquals(
                "contrastiveDivergence: expected a seed, found none; add .seed(…)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.contrastiveDivergence(machine, Tensor.zeros(5, 4))
                                        .run())
                        .getMessage());
    }
}
