package lectern.nn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DeepFoolTest {

    private final RandomGenerator random = SeededRandom.of(21);

    /// The planes between class k₀ and each other one, and the foot of the perpendicular on the nearest.
    @Test
    void equalsTheClosedFormForAffineClassifiers() {
        for (int classes = 2; classes < 7; classes++) {
            Tensor w = Tensor.normal(Shape.of(classes, 5), 1, random);
            Tensor b = Tensor.normal(Shape.of(1, classes), 1, random);
            Tensor x = Tensor.normal(Shape.of(1, 5), 1, random);
            DeepFool.Result found = NN.deepFool().attack(new Dense(Var.of(w), Var.of(b)), x);
            DeepFool.Fooled fooled = found.examples().getFirst();
            double[] expected = nearestFoot(w, b, x, fooled.label());
            assertEquals(1, fooled.iterations());
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], found.perturbation().array()[i], 1e-5);
            }
            assertNotEquals(fooled.label(), fooled.adversarialLabel());
        }
    }

    private static double[] nearestFoot(Tensor w, Tensor b, Tensor x, int label) {
        double[] best = new double[5];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < w.size(0); k++) {
            if (k == label) {
                continue;
            }
            double height = b.array()[label] - b.array()[k];
            double square = 0;
            for (int i = 0; i < 5; i++) {
                double difference = w.get(k, i) - w.get(label, i);
                height -= difference * x.array()[i];
                square += difference * difference;
            }
            if (height / Math.sqrt(square) < least) {
                least = height / Math.sqrt(square);
                for (int i = 0; i < 5; i++) {
                    best[i] = height / square * (w.get(k, i) - w.get(label, i));
                }
            }
        }
        return best;
    }

    /// r = −f / ‖w‖² w, from either side.
    @Test
    void equalsTheClosedFormForOneOutput() {
        Dense model = new Dense(
                Var.of(Tensor.of(new float[][] {{3, 4}})), Var.of(Tensor.of(0).reshape(1, 1)));
        DeepFool.Result found = NN.deepFool().attack(model, Tensor.of(new float[][] {{1, 1}, {-1, -1}}));
        double[] expected = {-7 / 25.0 * 3, -7 / 25.0 * 4, 7 / 25.0 * 3, 7 / 25.0 * 4};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], found.perturbation().array()[i], 1e-6);
        }
        assertEquals(
                List.of(1, 0),
                found.examples().stream().map(DeepFool.Fooled::label).toList());
        assertEquals(
                List.of(0, 1),
                found.examples().stream().map(DeepFool.Fooled::adversarialLabel).toList());
        assertEquals(7 / 5.0 / Math.sqrt(2), found.robustness(), 1e-6);
    }

    @Test
    void changesTheClassOfConvolutionalNetworks() {
        Layer model = NN.sequential(NN.conv2d(2, 3, 3, random), NN.relu(), NN.flatten(), NN.dense(3 * 9, 4, random));
        DeepFool.Result found = NN.deepFool().attack(model, Tensor.uniform(Shape.of(3, 2, 5, 5), 1, random));
        for (DeepFool.Fooled fooled : found.examples()) {
            assertNotEquals(fooled.label(), fooled.adversarialLabel());
            assertEquals(fooled.iterations(), fooled.stepNorms().size());
        }
    }

    @Test
    void givesUpWhereNothingHangsOnTheInput() {
        Layer constant =
                new Dense(Var.of(Tensor.zeros(3, 2)), Var.of(Tensor.of(1, 2, 0).reshape(1, 3)));
        DeepFool.Fooled fooled = NN.deepFool()
                .attack(constant, Tensor.of(new float[][] {{1, 1}}))
                .examples()
                .getFirst();
        assertEquals(new DeepFool.Fooled(1, 1, List.of(), List.of(), 0, 0), fooled);
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertEquals(
                "deepFool: expected logits (batch, classes), found (1, 1, 2)",
                assertThrows(
                                ShapeException.class,
                                () -> NN.deepFool().attack(x -> x.reshape(1, 1, 2), Tensor.zeros(1, 2)))
                        .getMessage());
        assertEquals(
                "deepFool: expected an overshoot of 0 or more, found -0.1",
                assertThrows(IllegalArgumentException.class, () -> NN.deepFool(-0.1, 5))
                        .getMessage());
        assertEquals(
                "deepFool: expected 0 or more iterations, found -1",
                assertThrows(IllegalArgumentException.class, () -> NN.deepFool(0, -1))
                        .getMessage());
    }
}
