package lectern.nn.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Also of the gradient by the input and the saliency that is made of it.
class SensitivityTest {

    private final RandomGenerator random = SeededRandom.of(3);

    private final Layer affine =
            new Dense(Var.of(Tensor.of(new float[][] {{1, -4, 0}, {-2, 0, 1}})), Var.of(Tensor.zeros(1, 2)));

    /// ∂yₖ/∂xᵢ is the weight, whatever the inputs.
    @Test
    void ofAnAffineMapIsTheMeanOfItsWeights() {
        Sensitivity found = NN.sensitivity(affine, Tensor.uniform(Shape.of(4, 3), 1, random));
        assertArrayEquals(new float[] {1.5f, 2, 0.5f}, found.values().array());
        assertEquals(List.of(1, 0, 2), found.ranking());
    }

    @Test
    void ofTheLossIsThatOfEachExample() {
        Examples one = Examples.labelled(Tensor.of(new float[][] {{1, 2, 3}}), 1);
        Examples twice = Examples.labelled(Tensor.of(new float[][] {{1, 2, 3}, {1, 2, 3}}), 1, 1);
        assertArrayEquals(
                NN.sensitivity(affine, NN.crossEntropy(), one).values().array(),
                NN.sensitivity(affine, NN.crossEntropy(), twice).values().array(),
                1e-6f);
    }

    @Test
    void whatMattersLeastIsPruned() {
        Tensor x = Tensor.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
        Sensitivity found = NN.sensitivity(affine, x);
        assertEquals(x, found.prune(x, 0));
        assertEquals(Tensor.of(new float[][] {{0, 2, 0}, {0, 5, 0}}), found.prune(x, 2));
        assertEquals(
                "prune: expected a count within 0…3, found 4",
                assertThrows(ShapeException.class, () -> found.prune(x, 4)).getMessage());
        assertEquals(
                "prune: expected examples (3), found (3, 2)",
                assertThrows(ShapeException.class, () -> found.prune(Tensor.zeros(3, 2), 1))
                        .getMessage());
    }

    @Test
    void saliencyIsTheLargestOfTheChannels() {
        Layer model = x -> x.reshape(1, 8).matmulT(Var.constant(Tensor.of(new float[][] {
            {1, -2, 3, 0, -1, 5, 2, 0.5f}, {0, 0, 0, 0, 0, 0, 0, 0}
        })));
        Tensor images = Tensor.uniform(Shape.of(1, 2, 2, 2), 1, random);
        Tensor map = NN.saliency(model, images, 0);
        assertEquals(Tensor.of(Shape.of(1, 2, 2), 1, 5, 3, 0.5f), map);
        assertEquals(Tensor.zeros(1, 2, 2), NN.saliency(model, images, 1));
    }

    @Test
    void saliencyOfTheLossIsTheSizeOfItsGradient() {
        Examples examples = Examples.labelled(Tensor.uniform(Shape.of(2, 3), 1, random), 0, 1);
        InputGradient gradient = NN.inputGradient(affine, NN.crossEntropy(), examples);
        assertEquals(gradient.gradient().map(Math::abs), NN.saliency(affine, NN.crossEntropy(), examples));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "saliency: expected labels 0…1, found 2 at example 0",
                assertThrows(IllegalArgumentException.class, () -> NN.saliency(affine, Tensor.zeros(1, 3), 2))
                        .getMessage());
        assertEquals(
                "saliency: expected 2 labels, found 1",
                assertThrows(ShapeException.class, () -> NN.saliency(affine, Tensor.zeros(2, 3), 1))
                        .getMessage());
        assertEquals(
                "saliency: expected logits (batch, classes), found (2)",
                assertThrows(ShapeException.class, () -> NN.saliency(x -> x.reshape(2), Tensor.zeros(1, 2), 1))
                        .getMessage());
        assertEquals(
                "sensitivity: expected at least one input (batch, …), found (0, 3)",
                assertThrows(ShapeException.class, () -> NN.sensitivity(affine, Tensor.zeros(0, 3)))
                        .getMessage());
    }
}
