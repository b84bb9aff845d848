package lectern.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.tensor.UniformWeights;
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
    void theAdjointHoldsInGroupsAndWithRowsThatTheConvolutionDoesNotReach() {
        Steps twos = new Steps(2, 0, 1);
        Var filter = Var.of(Tensor.uniform(Shape.of(6, 2, 3, 3), 1, random));
        Conv2d conv = new Conv2d(filter, Var.constant(Tensor.zeros(6)), twos, twos, 2);
        ConvTranspose2d transposed = new ConvTranspose2d(filter, Var.constant(Tensor.zeros(4)), twos, twos, 1, 0, 2);
        Tensor x = Tensor.uniform(Shape.of(2, 4, 8, 7), 1, random);
        Tensor y = conv.apply(Var.constant(x)).value();
        Tensor z = Tensor.uniform(y.shape(), 1, random);
        Tensor back = transposed.apply(Var.constant(z)).value();
        assertEquals(x.shape(), back.shape());
        assertEquals(y.times(z).sum(), x.times(back).sum(), 1e-4);
    }

    @Test
    void aTransposedConvolutionDoublesImages() {
        ConvTranspose2d layer =
                ConvTranspose2d.of(2, 3, 3, 2, random).padding(1).extra(1).withoutBias();
        assertEquals(
                Shape.of(1, 3, 10, 12),
                layer.apply(Var.constant(Tensor.zeros(1, 2, 5, 6))).shape());
        assertEquals(1, layer.parameters().size());
    }

    @Test
    void extraRowsBeyondAStrideHoldWhatTheFiltersReachAndThenTheBias() {
        Var filter = Var.of(Tensor.filled(Shape.of(1, 1, 2, 1), 1));
        Var bias = Var.of(Tensor.of(5));
        ConvTranspose2d layer = new ConvTranspose2d(filter, bias, new Steps(1, 1, 3), new Steps(1, 0, 1), 2, 0, 1);
        Tensor y = layer.apply(Var.constant(
                        Tensor.of(new float[][] {{1}, {2}, {3}}).reshape(1, 1, 3, 1)))
                .value();
        // Without padding and extra rows: 1, 2, 3, 1, 2, 3.
        assertEquals(Tensor.of(7, 8, 6, 7, 8, 5).reshape(1, 1, 6, 1), y);
    }

    @Test
    void groupsAreConvolutionsSideBySide() {
        Conv2d both = Conv2d.of(4, 6, 3, 2, new UniformWeights(Scaling.GLOROT), SeededRandom.of(5));
        RandomGenerator again = SeededRandom.of(5);
        Var x = Var.constant(Tensor.uniform(Shape.of(1, 4, 5, 5), 1, random));
        Var halves = Var.concat(
                List.of(
                        Conv2d.of(2, 3, 3, again).apply(channels(x, 0, 2)),
                        Conv2d.of(2, 3, 3, again).apply(channels(x, 2, 4))),
                1);
        assertEquals(halves.value(), both.apply(x).value());
    }

    private static Var channels(Var x, int from, int to) {
        int pixels = x.shape().size(2) * x.shape().size(3);
        float[] some = Arrays.copyOfRange(x.value().array(), from * pixels, to * pixels);
        return Var.constant(
                Tensor.of(Shape.of(1, to - from, x.shape().size(2), x.shape().size(3)), some));
    }

    @Test
    void depthwiseFiltersAreAsLargeForManyChannelsAsForOne() {
        Tensor filter = Conv2d.depthwise(400, 1, 5, random).filter().value();
        assertEquals(2.0 / 50, filter.times(filter).sum() / filter.count(), 0.001);
    }

    @Test
    void repeatedPixelsKnowNothingOfTheirNeighbours() {
        Tensor row = Tensor.of(new float[][] {{1, Float.POSITIVE_INFINITY}});
        assertEquals(
                Tensor.of(new float[][] {
                    {1, 1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY},
                    {1, 1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY}
                }),
                Upsample.nearest(2)
                        .apply(Var.constant(row.reshape(1, 1, 1, 2)))
                        .value()
                        .reshape(2, 4));
    }

    @Test
    void alignedUpsamplingKeepsCornersAndSlopes() {
        Tensor slope = Tensor.of(new float[][] {{0, 3, 6}, {9, 12, 15}});
        Tensor y = Upsample.bilinearAligned(2)
                .apply(Var.constant(slope.reshape(1, 1, 2, 3)))
                .value();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 6; j++) {
                assertEquals(9 * i / 3.0 + 6 * j / 5.0, y.get(0, 0, i, j), 1e-5);
            }
        }
        Var pixel = Var.constant(Tensor.filled(Shape.of(1, 1, 1, 1), 7));
        assertEquals(
                Tensor.filled(Shape.of(1, 1, 3, 3), 7),
                Upsample.bilinearAligned(3).apply(pixel).value());
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
                "ConvTranspose2d: expected extra rows of 0 or more and below the stride or the dilation (2), found 2",
                message(() -> ConvTranspose2d.of(2, 3, 3, 2, random).extra(2)));
        assertEquals(
                "ConvTranspose2d: expected images whose result has pixels left within the padding, found"
                        + " (1, 2, 1, 1); less padding fits",
                message(() -> ConvTranspose2d.of(2, 3, 3, 2, random)
                        .padding(2)
                        .apply(Var.constant(Tensor.zeros(1, 2, 1, 1)))));
        assertEquals(
                "Conv2d: expected groups that divide 4 channels, found 3",
                message(() -> Conv2d.of(4, 6, 3, 3, new UniformWeights(Scaling.GLOROT), random)));
        assertEquals(
                "Conv2d: expected groups that divide 6 filters, found 4",
                message(() -> Conv2d.of(4, 6, 3, 4, new UniformWeights(Scaling.GLOROT), random)));
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
