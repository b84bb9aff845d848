package lectern.nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworksTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(17);

    static Stream<Arguments> smoothNetworks() {
        return Stream.of(
                argumentSet("tied autoencoder", TiedAutoencoder.of(6, 4, RANDOM), Shape.of(3, 6)),
                argumentSet("autoencoder", Autoencoder.of(6, 4, RANDOM), Shape.of(3, 6)),
                argumentSet("causal convolution", CausalConv1d.of(2, 3, 2, 2, RANDOM), Shape.of(2, 2, 6)),
                argumentSet("mask A", MaskedConv2d.of(2, 2, 3, false, RANDOM), Shape.of(2, 2, 4, 4)),
                argumentSet("mask B", MaskedConv2d.of(2, 2, 3, true, RANDOM), Shape.of(2, 2, 4, 4)));
    }

    @ParameterizedTest
    @MethodSource("smoothNetworks")
    void gradientsMatchFiniteDifferences(Layer model, Shape shape) {
        Var x = Var.of(Tensor.uniform(shape, 1, RANDOM));
        List<Var> variables = new ArrayList<>(model.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> model.apply(x), variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void theLossOfAVariationalAutoencoderHasItsGradients() {
        VariationalAutoencoder model = VariationalAutoencoder.linear(
                NN.dense(5, 2, RANDOM), NN.dense(5, 2, RANDOM), NN.dense(2, 5, RANDOM), RANDOM);
        Var x = Var.constant(Tensor.uniform(Shape.of(4, 5), 0.5, RANDOM).map(v -> v + 0.5));
        Tensor noise = Tensor.normal(Shape.of(4, 2), 1, RANDOM);
        GradientCheck check =
                GradientCheck.of(() -> model.pass(x, noise).loss(x), model.parameters(), GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    static Stream<Arguments> shapes() {
        Shape images = Shape.of(2, 1, 28, 28);
        return Stream.of(
                argumentSet("LeNet", LeNet.of(10, RANDOM), images, Shape.of(2, 10)),
                argumentSet("VGG", Vgg.of(1, 4, 3, 7, RANDOM), images, Shape.of(2, 7)),
                argumentSet("ResNet", ResNet.of(1, 4, 3, 1, 7, RANDOM), images, Shape.of(2, 7)),
                argumentSet("bottleneck", ResNetBlock.bottleneck(1, 2, 8, 2, RANDOM), images, Shape.of(2, 8, 14, 14)),
                argumentSet("DenseNet", DenseNet.of(1, 4, 2, 2, 7, RANDOM), images, Shape.of(2, 7)),
                argumentSet("MobileNet", MobileNetBlock.of(1, 4, 2, RANDOM), images, Shape.of(2, 4, 14, 14)),
                argumentSet("U-Net", UNet.of(1, 3, 4, 2, RANDOM), images, Shape.of(2, 3, 28, 28)),
                argumentSet("pixel CNN", PixelCnn.of(4, 1, RANDOM), images, images));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void giveTheShapeTheyPromiseAndAGradientForEveryParameter(Layer model, Shape in, Shape out) {
        Var y = Phase.training(() -> model.apply(Var.constant(Tensor.uniform(in, 1, RANDOM))));
        assertEquals(out, y.shape());
        y.backward(Tensor.uniform(out, 1, RANDOM));
        for (Var parameter : model.parameters()) {
            assertTrue(parameter.gradient().maxAbs() > 0, parameter::toString);
        }
    }

    @Test
    void aMaskedConvolutionSeesNoLaterPixel() {
        Tensor images = Tensor.uniform(Shape.of(1, 1, 6, 6), 1, RANDOM);
        PixelCnn model = PixelCnn.of(4, 2, RANDOM);
        Tensor before = model.apply(Var.constant(images)).value();
        int changed = 3 * 6 + 2;
        images.array()[changed] += 1;
        Tensor after = model.apply(Var.constant(images)).value();
        for (int i = 0; i <= changed; i++) {
            assertEquals(before.array()[i], after.array()[i], "pixel " + i);
        }
        assertTrue(before.minus(after).maxAbs() > 0);
    }

    @Test
    void aCausalConvolutionSeesNothingLater() {
        CausalConv1d layer = CausalConv1d.of(1, 1, 3, 2, RANDOM);
        Tensor x = Tensor.uniform(Shape.of(1, 1, 10), 1, RANDOM);
        Tensor before = layer.apply(Var.constant(x)).value();
        x.array()[5] += 1;
        Tensor after = layer.apply(Var.constant(x)).value();
        for (int t = 0; t < 10; t++) {
            assertEquals(t == 5 || t == 7 || t == 9, before.array()[t] != after.array()[t], "time " + t);
        }
    }

    @Test
    void tiedWeightsAreOneParameter() {
        assertEquals(3, TiedAutoencoder.of(6, 4, RANDOM).parameters().size());
    }

    @Test
    void aPixelCnnDrawsZerosAndOnes() {
        Tensor images = PixelCnn.of(3, 1, RANDOM).sample(2, 4, 5, RANDOM);
        assertEquals(Shape.of(2, 1, 4, 5), images.shape());
        for (float pixel : images.array()) {
            assertTrue(pixel == 0 || pixel == 1);
        }
    }

    @Test
    void aVariationalAutoencoderLearnsAndGenerates() {
        RandomGenerator random = SeededRandom.of(3);
        Tensor bars = Tensor.zeros(200, 8);
        for (int n = 0; n < 200; n++) {
            int from = random.nextInt(2) * 4;
            for (int i = from; i < from + 4; i++) {
                bars.array()[n * 8 + i] = 1;
            }
        }
        VariationalAutoencoder model = VariationalAutoencoder.of(8, 16, 2, random);
        double[] losses = NN.train(model, new Examples(bars, bars))
                .loss(model.loss())
                .optimizer(NN.adam(0.01))
                .epochs(30)
                .seed(1)
                .run()
                .losses();
        // Which of two bars it is takes ln 2 nats at least.
        assertTrue(losses[29] > Math.log(2) && losses[29] < 1.5, () -> "loss " + losses[29]);
        assertTrue(model.reconstruct(bars).minus(bars).maxAbs() < 0.3);
        assertEquals(Shape.of(3, 8), model.generate(3).shape());
    }

    @Test
    void aSparseAutoencoderKeepsItsUnitsMostlyOff() {
        RandomGenerator random = SeededRandom.of(5);
        Tensor x = Tensor.uniform(Shape.of(200, 6), 0.5, random).map(v -> v + 0.5);
        Activity code = NN.activity();
        Autoencoder model =
                NN.autoencoder(NN.sequential(NN.dense(6, 12, random), NN.sigmoid(), code), NN.dense(12, 6, random));
        NN.train(model, new Examples(x, x))
                .loss(NN.meanSquaredError())
                .sparsity(0.1, 0.5, code)
                .optimizer(NN.adam(0.01))
                .epochs(60)
                .seed(1)
                .run();
        double mean = model.encode(Var.constant(x)).mean().value().item();
        assertEquals(0.1, mean, 0.02);
    }

    @Test
    void refusalsSayWhatWasExpected() {
        assertEquals(
                "MaskedConv2d: expected a convolution that keeps the size of images, found conv 1 -> 1, 3×3;"
                        + " call keepingSize() on it",
                String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> new MaskedConv2d(NN.conv2d(1, 1, 3, RANDOM), true))
                        .getMessage()));
        assertEquals(
                "UNet: expected levels of 1 or more, found 0",
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> UNet.of(1, 1, 4, 0, RANDOM))
                        .getMessage()));
        assertEquals(
                "Vgg: expected a block of at least one convolution, found none",
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Vgg.block(List.of()))
                        .getMessage()));
        assertEquals(
                "VariationalAutoencoder: expected noise (1, 2), found (1, 3)",
                String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> VariationalAutoencoder.of(4, 3, 2, RANDOM)
                                        .pass(Var.constant(Tensor.zeros(1, 4)), Tensor.zeros(1, 3)))
                        .getMessage()));
    }
}
