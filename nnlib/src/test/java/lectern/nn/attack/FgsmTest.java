package lectern.nn.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FgsmTest {

    private final RandomGenerator random = SeededRandom.of(5);
    private final Layer model = NN.sequential(NN.dense(6, 8, random), NN.tanh(), NN.dense(8, 3, random));
    private final Examples examples = Examples.labelled(inputs(), 0, 2, 1, 1);

    private Tensor inputs() {
        return Tensor.uniform(Shape.of(4, 6), 0.5, random).map(x -> x + 0.5);
    }

    @Test
    void staysInEpsilonAndInTheRange() {
        for (double epsilon : new double[] {0, 0.03, 0.2, 0.7}) {
            for (int steps = 1; steps < 6; steps++) {
                Fgsm fgsm = NN.fgsm(epsilon, 0.1, steps).range(0.1, 0.8);
                Tensor found = fgsm.attack(model, NN.crossEntropy(), examples).inputs();
                for (int i = 0; i < found.count(); i++) {
                    double start = Math.clamp(examples.inputs().array()[i], 0.1, 0.8);
                    assertTrue(Math.abs(found.array()[i] - start) <= epsilon + 1e-7, "moved too far at " + i);
                    assertTrue(found.array()[i] >= 0.1f && found.array()[i] <= 0.8f, "out of range at " + i);
                }
            }
        }
    }

    @Test
    void nothingMovesWithoutEpsilon() {
        assertEquals(examples.inputs(), NN.fgsm(model, examples, 0));
    }

    /// For a linear loss no change within ε raises it more than the signs do: by ε times the sum of |w|.
    @Test
    void raisesALinearLossByTheSumOfTheWeights() {
        Layer linear = new Dense(Var.of(Tensor.of(new float[][] {{2, -3, 0.5f}})), Var.of(Tensor.zeros(1, 1)));
        Examples one = new Examples(Tensor.zeros(1, 3), Tensor.zeros(1, 1));
        Fgsm.Result found = NN.fgsm(0.1)
                .range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                .attack(linear, (outputs, _) -> outputs.sum(), one);
        assertEquals(0.1 * 5.5, found.adversarialLoss(), 1e-6);
        assertArrayEquals(new float[] {1, -1, 1}, found.sign().array());
    }

    @Test
    void leavesTheTruthOrReachesATarget() {
        Fgsm fgsm = NN.fgsm(0.1);
        Fgsm.Result away = fgsm.attack(model, NN.crossEntropy(), examples);
        Fgsm.Result towards = fgsm.towardsTargets().attack(model, NN.crossEntropy(), examples);
        assertTrue(away.adversarialLoss() > away.losses().array()[0]);
        assertTrue(towards.adversarialLoss() < towards.losses().array()[0]);
    }

    @Test
    void leavesTheGradientsOfTheModelAlone() {
        Var y = model.apply(Var.constant(examples.inputs()));
        NN.crossEntropy().apply(y, examples.targets()).backward();
        var before = model.parameters().stream().map(p -> p.gradient().copy()).toList();
        NN.fgsm(model, examples, 0.1);
        assertEquals(before, model.parameters().stream().map(Var::gradient).toList());
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertEquals(
                "fgsm: expected an epsilon and a step size of 0 or more, found -1.0 and -1.0",
                assertThrows(IllegalArgumentException.class, () -> NN.fgsm(-1)).getMessage());
        assertEquals(
                "fgsm: expected at least 1 step, found 0",
                assertThrows(IllegalArgumentException.class, () -> NN.fgsm(1, 1, 0))
                        .getMessage());
        assertEquals(
                "fgsm: expected a range from low to high, found 1.0…0.0",
                assertThrows(IllegalArgumentException.class, () -> NN.fgsm(1).range(1, 0))
                        .getMessage());
    }
}
