package lectern.nn.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ContrastiveDivergenceTest {

    private final RandomGenerator random = SeededRandom.of(9);

    /// Units that are always on in the data get a larger bias, those always off a smaller one, and a weight
    /// between two that go together grows.
    @Test
    void theFirstUpdateHasTheSignOfTheData() {
        Tensor data = Tensor.of(new float[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}});
        Rbm machine = new Rbm(Tensor.zeros(2, 1), Tensor.zeros(2), Tensor.of(1f));
        ContrastiveDivergence.Step step =
                NN.contrastiveDivergence(machine, data).visibleMeans().step(data, UniformNumbers.from(random));
        assertTrue(step.change().visibleBias().get(0) > 0);
        assertTrue(step.change().visibleBias().get(1) < 0);
        assertTrue(step.change().weight().get(0, 0) > 0);
        assertTrue(step.change().weight().get(1, 0) < 0);
        assertEquals(step.change().visibleBias(), machine.visibleBias());
    }

    @Test
    void aRunIsMadeOfSteps() {
        Tensor data = Tensor.of(new float[][] {{1, 0, 1}});
        Rbm one = NN.rbm(3, 2, NN.random(1));
        Rbm other = NN.rbm(3, 2, NN.random(1));
        NN.contrastiveDivergence(one, data).gibbsSteps(2).epochs(3).seed(5).run();
        UniformNumbers numbers = UniformNumbers.from(NN.random(5));
        ContrastiveDivergence learning = NN.contrastiveDivergence(other, data).gibbsSteps(2);
        for (int s = 0; s < 3; s++) {
            learning.step(data, numbers);
        }
        assertEquals(one.weight(), other.weight());
        assertEquals(one.visibleBias(), other.visibleBias());
    }

    /// Many chains that have long run show what the model does: the change is that of the exact gradient.
    @Test
    void persistentChainsGiveTheGradientOfTheLikelihood() {
        Rbm machine = new Rbm(
                Tensor.normal(Shape.of(4, 3), 1, random),
                Tensor.normal(Shape.of(4), 1, random),
                Tensor.normal(Shape.of(3), 1, random));
        Tensor data = Tensor.uniform(Shape.of(10, 4), 1, random).map(x -> x < 0 ? 0 : 1);
        Tensor start = NN.gibbs(machine, random)
                .from(Tensor.zeros(20000, 4), 20)
                .getLast()
                .visible();
        Contrast expected = NN.exactLikelihood(machine).contrast(data).times(0.5);
        ContrastiveDivergence learning =
                NN.contrastiveDivergence(machine, data).learningRate(0.5).persistent(start);
        Contrast found = learning.step(data, UniformNumbers.from(random)).change();
        assertNear(expected.weight(), found.weight());
        assertNear(expected.visibleBias(), found.visibleBias());
        assertNear(expected.hiddenBias(), found.hiddenBias());
        assertEquals(Shape.of(20000, 4), learning.chains().shape());
    }

    private static void assertNear(Tensor expected, Tensor found) {
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.array()[i], found.array()[i], 0.01);
        }
    }

    /// Two clouds of points apart from each other.
    @Test
    void gaussianVisibleUnitsLearn() {
        Tensor data = Tensor.normal(Shape.of(200, 2), 1, random);
        for (int i = 0; i < 400; i++) {
            data.array()[i] += i / 2 % 2 == 0 ? 2 : -2;
        }
        Rbm machine = NN.gaussianRbm(2, 3, random);
        double before = NN.exactLikelihood(machine).loss(data);
        NN.contrastiveDivergence(machine, data)
                .learningRate(0.02)
                .batchSize(20)
                .epochs(40)
                .seed(2)
                .run();
        assertTrue(NN.exactLikelihood(machine).loss(data) < before - 0.5);
    }

    @Test
    void longChainsSampleTheModel() {
        Rbm machine = new Rbm(
                Tensor.normal(Shape.of(3, 2), 1, random),
                Tensor.normal(Shape.of(3), 1, random),
                Tensor.normal(Shape.of(2), 1, random));
        List<Gibbs.Step> chain = NN.gibbs(machine, random).from(Tensor.zeros(20000, 3), 20);
        double share = 0;
        for (int n = 0; n < 20000; n++) {
            Tensor v = chain.getLast().visible();
            share += v.get(n, 0) * v.get(n, 1) * (1 - v.get(n, 2)) / 20000;
        }
        Tensor state = Tensor.of(1, 1, 0).reshape(1, 3);
        double expected =
                Math.exp(NN.exactLikelihood(machine).logLikelihood(state).item());
        assertEquals(expected, share, 0.015);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Rbm machine = NN.rbm(4, 3, random);
        ContrastiveDivergence learning = NN.contrastiveDivergence(machine, Tensor.zeros(5, 4));
        assertEquals(
                "contrastiveDivergence: expected chains (count, 4), found (2, 3)",
                assertThrows(IllegalArgumentException.class, () -> learning.persistent(Tensor.zeros(2, 3)))
                        .getMessage());
        assertEquals(
                "contrastiveDivergence: expected persistent chains, found none; add .persistent(…)",
                assertThrows(IllegalStateException.class, learning::chains).getMessage());
        assertEquals(
                "uniform numbers: expected 2 more, found no more; give more",
                assertThrows(
                                IllegalStateException.class,
                                () -> learning.step(Tensor.zeros(1, 4), UniformNumbers.given(Tensor.zeros(1))))
                        .getMessage());
        assertEquals(
                "gibbs: expected steps of 1 or more, found 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.gibbs(machine, random).from(Tensor.zeros(1, 4), 0))
                        .getMessage());
    }
}
