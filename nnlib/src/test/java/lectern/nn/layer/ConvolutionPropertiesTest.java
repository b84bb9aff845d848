package lectern.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ConvolutionPropertiesTest {

    private final RandomGenerator random = SeededRandom.of(21);

    @Test
    void aShiftedImageGivesAShiftedFeatureMap() {
        Conv2d layer = Conv2d.of(2, 3, 3, random);
        Tensor image = Tensor.uniform(Shape.of(1, 2, 9, 9), 1, random);
        Tensor shifted = new ZeroPad2d(2, 0, 1, 0).apply(Var.constant(image)).value();
        Tensor map = layer.apply(Var.constant(image)).value();
        Tensor mapOfShifted = layer.apply(Var.constant(shifted)).value();
        for (int o = 0; o < 3; o++) {
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    assertEquals(map.get(0, o, i, j), mapOfShifted.get(0, o, i + 2, j + 1));
                }
            }
        }
    }

    @Test
    void theTransposedConvolutionIsTheAdjointOfTheConvolution() {
        Steps down = new Steps(2, 1, 1);
        Steps along = new Steps(1, 0, 2);
        Var filter = Var.of(Tensor.uniform(Shape.of(4, 2, 3, 2), 1, random));
        Var none = Var.constant(Tensor.zeros(4));
        Conv2d conv = new Conv2d(filter, none, down, along, 1);
        ConvTranspose2d transposed = new ConvTranspose2d(filter, Var.constant(Tensor.zeros(2)), down, along, 0, 0, 1);
        Tensor x = Tensor.uniform(Shape.of(2, 2, 7, 6), 1, random);
        Tensor y = conv.apply(Var.constant(x)).value();
        Tensor z = Tensor.uniform(y.shape(), 1, random);
        Tensor back = transposed.apply(Var.constant(z)).value();
        assertEquals(y.times(z).sum(), x.times(back).sum(), 1e-4);
    }

    @Test
    void aSeparableConvolutionIsAFullOneOfProducts() {
        SeparableConv2d layer = SeparableConv2d.of(2, 3, 3, random);
        Tensor full = Tensor.zeros(3, 2, 3, 3);
        for (int o = 0; o < 3; o++) {
            for (int c = 0; c < 2; c++) {
                for (int k = 0; k < 9; k++) {
                    full.array()[(o * 2 + c) * 9 + k] = layer.pointwise()
                                    .filter()
                                    .value()
                                    .get(o, c, 0, 0)
                            * layer.depthwise().filter().value().get(c, 0, k / 3, k % 3);
                }
            }
        }
        Steps ones = new Steps(1, 0, 1);
        Conv2d conv = new Conv2d(Var.of(full), Var.constant(Tensor.zeros(3)), ones, ones, 1);
        Var x = Var.constant(Tensor.uniform(Shape.of(1, 2, 6, 5), 1, random));
        Tensor expected = conv.apply(x).value();
        Tensor found = layer.apply(x).value();
        for (int i = 0; i < found.count(); i++) {
            assertEquals(expected.array()[i], found.array()[i], 1e-5);
        }
    }

    @Test
    void dropoutKeepsTheMeanAndSparesEvaluation() {
        Var x = Var.constant(Tensor.filled(Shape.of(100_000), 1));
        Dropout layer = Dropout.of(0.3, random);
        Tensor y = Phase.training(() -> layer.apply(x)).value();
        assertEquals(1, y.sum() / y.count(), 0.01);
        assertEquals(x.value(), layer.apply(x).value());
        Dropout expected = layer.byExpectedActivation();
        assertEquals(0.7f, expected.apply(x).value().get(5));
        Tensor masked = Phase.training(() -> expected.apply(x)).value();
        assertEquals(0.7, masked.sum() / masked.count(), 0.01);
    }

    @Test
    void noiseHasItsDeviationInTrainingOnly() {
        Var x = Var.constant(Tensor.zeros(100_000));
        GaussianNoise layer = new GaussianNoise(0.5, random);
        Tensor y = Phase.training(() -> layer.apply(x)).value();
        assertEquals(0.25, y.times(y).sum() / y.count(), 0.005);
        assertEquals(x.value(), layer.apply(x).value());
    }

    @Test
    void anEmbeddingAddsUpTheGradientsOfEqualWords() {
        Embedding layer = new Embedding(Var.of(Tensor.of(new float[][] {{1, 2}, {3, 4}, {5, 6}})));
        Var y = layer.apply(Var.constant(Tensor.of(2, 0, 2)));
        assertEquals(Tensor.of(new float[][] {{5, 6}, {1, 2}, {5, 6}}), y.value());
        y.backward(Tensor.of(new float[][] {{1, 1}, {10, 10}, {100, 100}}));
        assertEquals(
                Tensor.of(new float[][] {{10, 10}, {0, 0}, {101, 101}}),
                layer.weight().gradient());
    }

    @Test
    void refusalsSayWhatWasExpected() {
        assertEquals(
                "Embedding: expected whole numbers 0…2, found 3.0 at 1",
                message(() -> Embedding.of(3, 2, random).apply(Var.constant(Tensor.of(0, 3)))));
        assertEquals(
                "Dropout: expected a rate of 0 or more and below 1, found 1.0", message(() -> Dropout.of(1, random)));
        assertEquals("Upsample: expected a scale of 1 or more, found 0", message(() -> Upsample.nearest(0)));
        assertEquals(
                "ConvTranspose2d: expected images (batch, 2, height, width), found (1, 3, 4, 4)",
                message(() -> ConvTranspose2d.of(2, 3, 3, 2, random).apply(Var.constant(Tensor.zeros(1, 3, 4, 4)))));
        assertEquals(
                "ConvTranspose2d: expected extra pixels of 0 or more and below the stride or the dilation, found 2 and 0",
                message(() -> new ConvTranspose2d(
                        Var.of(Tensor.zeros(1, 1, 3, 3)),
                        Var.of(Tensor.zeros(1)),
                        new Steps(2, 0, 1),
                        new Steps(2, 0, 1),
                        2,
                        0,
                        1)));
        assertEquals(
                "Conv1d: expected sequences (batch, 2, length), found (1, 3, 4)",
                message(() -> Conv1d.of(2, 3, 3, random).apply(Var.constant(Tensor.zeros(1, 3, 4)))));
        assertEquals(
                "Conv2d: expected filters of odd sizes to keep the size of images, found 2×2",
                message(() -> Conv2d.of(1, 1, 2, random).keepingSize()));
        assertEquals(
                "ZeroPad2d: expected borders of 0 or more, found -1, 0, 0 and 0",
                message(() -> new ZeroPad2d(-1, 0, 0, 0)));
        ShapeException joined = assertThrows(
                ShapeException.class,
                () -> new DenseConnection(Conv2d.of(1, 1, 3, random)).apply(Var.constant(Tensor.zeros(1, 1, 5, 5))));
        assertEquals(
                "concat along dimension 1: expected parts that agree in all others, as (1, 1, 5, 5), found (1, 1, 3, 3)",
                joined.getMessage());
    }

    private static String message(Executable executable) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
