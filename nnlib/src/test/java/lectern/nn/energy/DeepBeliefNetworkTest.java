package lectern.nn.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DeepBeliefNetworkTest {

    private final RandomGenerator random = SeededRandom.of(2);

    /// Left half on, or right half on, with noise.
    private Tensor halves(int[] labels) {
        Tensor data = Tensor.zeros(labels.length, 8);
        for (int i = 0; i < data.count(); i++) {
            labels[i / 8] = i / 8 % 2;
            boolean on = i % 8 < 4 == (i / 8 % 2 == 0);
            data.array()[i] = random.nextDouble() < 0.1 == on ? 0 : 1;
        }
        return data;
    }

    @Test
    void pretrainingAndFineTuningLearn() {
        int[] labels = new int[200];
        Tensor data = halves(labels);
        DeepBeliefNetwork network = NN.deepBeliefNetwork(random, 8, 6, 3);
        double before = Rbm.meanSquaredDifference(data, network.reconstruct(data));
        network.pretrain(
                data,
                (layer, learning) ->
                        learning.learningRate(0.2).batchSize(20).epochs(60).seed(layer));
        assertTrue(Rbm.meanSquaredDifference(data, network.reconstruct(data)) < 0.6 * before);
        Sequential model = network.feedForward(NN.dense(3, 2, random));
        Examples examples = Examples.labelled(data, labels);
        NN.train(model, examples)
                .loss(NN.crossEntropy())
                .optimizer(NN.adam(0.02))
                .epochs(20)
                .seed(1)
                .run();
        assertTrue(NN.accuracy(model, examples) > 0.97);
    }

    @Test
    void theFeedForwardNetworkGivesTheHiddenProbabilities() {
        DeepBeliefNetwork network = NN.deepBeliefNetwork(random, 4, 3, 2);
        Tensor data = Tensor.normal(Shape.of(5, 4), 1, random);
        Tensor expected = network.hiddenProbabilities(data);
        Tensor found = network.feedForward().apply(Var.of(data)).value();
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.array()[i], found.array()[i], 1e-6);
        }
    }

    @Test
    void samplesLookLikeTheData() {
        DeepBeliefNetwork network = NN.deepBeliefNetwork(random, 8, 6, 4);
        network.pretrain(
                halves(new int[300]),
                (layer, learning) ->
                        learning.learningRate(0.2).batchSize(20).epochs(80).seed(layer));
        Tensor samples = network.sample(100, 50, UniformNumbers.from(random));
        int fitting = 0;
        for (int n = 0; n < 100; n++) {
            float left = 0;
            float right = 0;
            for (int i = 0; i < 4; i++) {
                left += samples.get(n, i) / 4;
                right += samples.get(n, i + 4) / 4;
            }
            fitting += Math.abs(left - right) > 0.5 ? 1 : 0;
        }
        assertTrue(fitting > 80, fitting + " of 100");
    }

    @Test
    void machinesThatDoNotFitAreRefused() {
        assertEquals(
                "DeepBeliefNetwork: expected machine 1 with 3 binary visible units, found rbm 2 - 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new DeepBeliefNetwork(List.of(NN.rbm(4, 3, random), NN.rbm(2, 2, random))))
                        .getMessage());
        assertEquals(
                "DeepBeliefNetwork: expected the units of at least two layers, found 1",
                assertThrows(IllegalArgumentException.class, () -> NN.deepBeliefNetwork(random, 4))
                        .getMessage());
    }
}
