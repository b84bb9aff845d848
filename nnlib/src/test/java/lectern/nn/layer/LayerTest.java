package lectern.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps;
import lectern.nn.recurrent.LastTimeStep;
import lectern.nn.recurrent.TimeFirst;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.tensor.UniformWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(11);

    private static final Tensor UNIFORM =
            Tensor.uniform(Shape.of(3, 4), 0.5, RANDOM).map(u -> u + 0.5);

    static Stream<Arguments> layers() {
        return Stream.of(
                argumentSet("dense 4 -> 2", Dense.of(4, 2, RANDOM)),
                argumentSet("relu", new Relu()),
                argumentSet("leaky relu", new LeakyRelu(0.1)),
                argumentSet("tanh", new Tanh()),
                argumentSet("sigmoid", new Sigmoid()),
                argumentSet("softplus", new Softplus()),
                argumentSet("softmax", new Softmax()),
                argumentSet("flatten", new Flatten()),
                argumentSet("dense without bias", Dense.of(4, 2, RANDOM).withoutBias()),
                argumentSet(
                        "dropout by its expected activation",
                        Dropout.of(0.3, RANDOM).byExpectedActivation()),
                argumentSet("noise outside of training", new GaussianNoise(0.3, RANDOM)),
                argumentSet("noise in training", (Layer)
                        x -> trained(new GaussianNoise(0.3, SeededRandom.of(4))).apply(x)),
                argumentSet("dropout in training", (Layer)
                        x -> trained(Dropout.of(0.3, SeededRandom.of(4))).apply(x)),
                argumentSet("dropout by given numbers", (Layer)
                        x -> Dropout.of(0.4, RANDOM).masked(x, UNIFORM)),
                argumentSet("batch norm", trained(BatchNorm.of(4))),
                argumentSet("layer norm", LayerNorm.of(4)),
                argumentSet(
                        "sequential",
                        new Sequential(
                                List.of(Dense.of(4, 5, RANDOM), new Tanh(), Dense.of(5, 3, RANDOM), new Softmax()))),
                argumentSet("a lambda", (Layer) x -> x.times(x)));
    }

    /// A layer as it is in training.
    private static Layer trained(Layer layer) {
        return new Layer() {
            @Override
            public Var apply(Var x) {
                return Phase.training(() -> layer.apply(x));
            }

            @Override
            public List<Var> parameters() {
                return layer.parameters();
            }
        };
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsMatchFiniteDifferences(Layer layer) {
        // Of its own, so that no layer's numbers hang on which others stand in the list.
        RandomGenerator random = SeededRandom.of(12);
        Var x = Var.of(awayFromZero(Tensor.uniform(Shape.of(3, 4), 1, random)));
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), variables, GradientCheck.STEP, random);
        assertTrue(check.passed(), check::toString);
    }

    static Stream<Arguments> imageLayers() {
        return Stream.of(
                argumentSet("conv 2 -> 3, 3×3", Conv2d.of(2, 3, 3, RANDOM)),
                argumentSet(
                        "padded, strided, dilated",
                        Conv2d.of(2, 3, 2, RANDOM).padding(1).stride(2).dilation(2)),
                argumentSet("batch norm", trained(BatchNorm.of(2))),
                argumentSet("batch norm by its running statistics", BatchNorm.of(2)),
                argumentSet("layer norm", LayerNorm.of(6)),
                argumentSet("group norm", GroupNorm.of(1, 2)),
                argumentSet("no bias", Conv2d.of(2, 3, 3, RANDOM).withoutBias()),
                argumentSet("depthwise", Conv2d.depthwise(2, 2, 3, RANDOM).keepingSize()),
                argumentSet("separable", SeparableConv2d.of(2, 3, 3, RANDOM)),
                argumentSet("transposed conv", ConvTranspose2d.of(2, 3, 3, 2, RANDOM)),
                argumentSet(
                        "transposed conv, padded, dilated, with extra pixels",
                        new ConvTranspose2d(
                                Var.of(Tensor.uniform(Shape.of(2, 2, 3, 2), 1, RANDOM)),
                                Var.of(Tensor.zeros(4)),
                                new ConvolutionOps.Steps(2, 1, 1),
                                new ConvolutionOps.Steps(3, 1, 2),
                                1,
                                2,
                                2)),
                argumentSet(
                        "transposed conv with as many extra rows as strides fit in its dilation",
                        new ConvTranspose2d(
                                Var.of(Tensor.uniform(Shape.of(2, 3, 2, 2), 1, RANDOM)),
                                Var.of(Tensor.zeros(3)),
                                new ConvolutionOps.Steps(1, 1, 3),
                                new ConvolutionOps.Steps(2, 0, 4),
                                2,
                                3,
                                1)),
                argumentSet("global average pool", new GlobalAveragePool()),
                argumentSet("global max pool", new GlobalMaxPool()),
                argumentSet("nearest upsample", Upsample.nearest(2)),
                argumentSet("bilinear upsample", Upsample.bilinear(3)),
                argumentSet("aligned bilinear upsample", Upsample.bilinearAligned(2)),
                argumentSet("grouped", Conv2d.of(2, 4, 3, 2, new UniformWeights(Scaling.HE), RANDOM)),
                argumentSet("zero pad", new ZeroPad2d(1, 0, 2, 1)),
                argumentSet("residual", Residual.of(Conv2d.of(2, 2, 3, RANDOM).keepingSize())),
                argumentSet(
                        "residual with a shortcut",
                        new Residual(Conv2d.of(2, 3, 3, RANDOM), Conv2d.of(2, 3, 3, RANDOM))),
                argumentSet(
                        "dense connection",
                        new DenseConnection(Conv2d.of(2, 3, 3, RANDOM).keepingSize())),
                argumentSet("max pool", MaxPool2d.of(2)),
                argumentSet("overlapping max pool", MaxPool2d.of(3).stride(2).padding(1)),
                argumentSet("average pool", AveragePool2d.of(2)),
                argumentSet(
                        "overlapping average pool",
                        AveragePool2d.of(3).stride(1).padding(1)));
    }

    @ParameterizedTest
    @MethodSource("imageLayers")
    void gradientsOfImageLayersMatchFiniteDifferences(Layer layer) {
        // Numbers in random order, each further from the next than the check goes: no maximum changes its place.
        Tensor images = Tensor.zeros(2, 2, 5, 6);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, images.count()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        for (int i = 0; i < images.count(); i++) {
            images.array()[i] = 0.1f * order.get(i) - 6;
        }
        Var x = Var.of(images);
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    static Stream<Arguments> sequenceLayers() {
        return Stream.of(
                argumentSet("conv 2 -> 3, 3", Conv1d.of(2, 3, 3, RANDOM)),
                argumentSet(
                        "padded, strided, dilated",
                        Conv1d.of(2, 3, 2, RANDOM).padding(2).stride(2).dilation(3)),
                argumentSet(
                        "in groups",
                        new Conv1d(
                                Var.of(Tensor.uniform(Shape.of(4, 1, 3), 1, RANDOM)),
                                Var.of(Tensor.uniform(Shape.of(4), 1, RANDOM)),
                                new ConvolutionOps.Steps(1, 1, 1),
                                2)),
                argumentSet("time first", new TimeFirst()),
                argumentSet("last time step", new LastTimeStep()),
                argumentSet("activity", new Activity()));
    }

    @ParameterizedTest
    @MethodSource("sequenceLayers")
    void gradientsOfSequenceLayersMatchFiniteDifferences(Layer layer) {
        Var x = Var.of(Tensor.uniform(Shape.of(2, 2, 7), 1, RANDOM));
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void gradientsOfAnEmbeddingMatchFiniteDifferences() {
        Embedding layer = Embedding.of(4, 3, RANDOM);
        Var x = Var.constant(Tensor.of(new float[][] {{3, 0, 3}, {1, 3, 0}}));
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), layer.parameters(), GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void imagesThatDoNotFitAreRefused() {
        Conv2d layer = Conv2d.of(3, 4, 5, RANDOM);
        assertEquals(
                "Conv2d: expected images (batch, 3, height, width), found (2, 1, 28, 28)",
                assertThrows(ShapeException.class, () -> layer.apply(Var.constant(Tensor.zeros(2, 1, 28, 28))))
                        .getMessage());
        assertEquals(
                "Conv2d: expected images, with their padding, of at least the size of a filter (5, 5), found"
                        + " (2, 3, 4, 9); a smaller filter or more padding fits",
                assertThrows(ShapeException.class, () -> layer.apply(Var.constant(Tensor.zeros(2, 3, 4, 9))))
                        .getMessage());
        assertEquals(
                "MaxPool2d: expected images (batch, channels, height, width), found (2, 9)",
                assertThrows(ShapeException.class, () -> MaxPool2d.of(2).apply(Var.constant(Tensor.zeros(2, 9))))
                        .getMessage());
    }

    @Test
    void aConvolutionMovesWithItsImage() {
        Conv2d layer = Conv2d.of(1, 2, 3, RANDOM);
        Tensor image = Tensor.zeros(1, 1, 9, 9);
        Tensor moved = Tensor.zeros(1, 1, 9, 9);
        image.array()[3 * 9 + 4] = 1;
        moved.array()[4 * 9 + 5] = 1;
        Tensor y = layer.apply(Var.constant(image)).value();
        Tensor movedY = layer.apply(Var.constant(moved)).value();
        for (int o = 0; o < 2; o++) {
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    assertEquals(y.get(0, o, i, j), movedY.get(0, o, i + 1, j + 1));
                }
            }
        }
    }

    /// Beyond two steps of the check from the kinks at 0.
    private static Tensor awayFromZero(Tensor x) {
        return x.map(v -> v + Math.copySign(0.05, v));
    }

    @Test
    void denseRefusesABiasThatDoesNotFit() {
        Var weight = Var.of(Tensor.zeros(128, 784));
        assertEquals(
                "Dense: expected bias (1, 128), found (1, 784)",
                assertThrows(ShapeException.class, () -> new Dense(weight, Var.of(Tensor.zeros(1, 784))))
                        .getMessage());
        assertEquals(
                "Dense: expected weight (out, in), found (784)",
                assertThrows(ShapeException.class, () -> new Dense(Var.of(Tensor.zeros(784)), weight))
                        .getMessage());
    }

    @Test
    void aLayerWithoutInputsOrOutputsIsRefused() {
        assertEquals(
                "Dense: expected at least one input and one output, found 0 and 3",
                assertThrows(ShapeException.class, () -> Dense.of(0, 3, RANDOM)).getMessage());
    }

    @Test
    void denseRefusesImagesAndSaysHowToMendIt() {
        Dense dense = Dense.of(784, 10, RANDOM);
        assertEquals(
                "Dense: expected inputs (batch, 784), found (2, 1, 28, 28); put flatten() before it",
                assertThrows(ShapeException.class, () -> dense.apply(Var.constant(Tensor.zeros(2, 1, 28, 28))))
                        .getMessage());
        assertEquals(
                "Dense: expected inputs (batch, 784), found (2, 100)",
                assertThrows(ShapeException.class, () -> dense.apply(Var.constant(Tensor.zeros(2, 100))))
                        .getMessage());
    }

    @Test
    void startingWeightsFollowGlorotAndBengio() {
        Dense dense = Dense.of(300, 100, RANDOM);
        double bound = Math.sqrt(6.0 / 400);
        Tensor weight = dense.weight().value();
        assertTrue(weight.maxAbs() <= bound);
        assertEquals(2.0 / 400, weight.times(weight).sum() / weight.count(), 1e-4);
        assertEquals(0, dense.bias().value().maxAbs());
    }

    @Test
    void softmaxRowsSumToOne() {
        Tensor y = new Softmax()
                .apply(Var.constant(Tensor.uniform(Shape.of(20, 10), 50, RANDOM)))
                .value();
        for (int row = 0; row < 20; row++) {
            float sum = 0;
            for (int k = 0; k < 10; k++) {
                sum += y.get(row, k);
            }
            assertEquals(1, sum, 1e-6);
        }
    }

    @Test
    void aNetworkSaysWhatItIs() {
        Sequential model = new Sequential(
                List.of(new Flatten(), Dense.of(784, 128, RANDOM), new Relu(), Dense.of(128, 10, RANDOM)));
        assertEquals(
                "sequential(flatten, dense 784 -> 128, relu, dense 128 -> 10) with 101770 parameters",
                model.toString());
    }
}
