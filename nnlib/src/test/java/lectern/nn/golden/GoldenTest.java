package lectern.nn.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.loss.Loss;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.optim.Adam;
import lectern.nn.optim.Optimizer;
import lectern.nn.recurrent.Lstm;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers of another implementation, one file a case.
class GoldenTest {

    static Stream<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenTest.class.getResource("/golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void theCasesAreThere() throws Exception {
        assertEquals(36, cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(Path file) {
        GoldenCase golden = GoldenCase.read(file);
        switch (golden.category()) {
            case "layer", "activation", "block", "loss", "recurrent" -> differentiated(golden);
            case "optimizer" -> optimizer(golden);
            case "training" -> training(golden);
            default -> throw new IllegalArgumentException(golden.name());
        }
    }

    private static void differentiated(GoldenCase golden) {
        switch (golden.op()) {
            case "linear" -> layer(golden, new Dense(golden.parameter("weight"), golden.row("bias")));
            case "conv2d", "conv2d_depthwise", "conv2d_pointwise" -> layer(golden, convolution(golden));
            case "max_pool2d" -> layer(golden, new MaxPool2d((int) golden.setting("kernel"), steps(golden)));
            case "avg_pool2d" ->
                layer(
                        golden,
                        new AveragePool2d(
                                (int) golden.setting("kernel"), steps(golden), golden.isSet("countIncludePad")));
            case "cnn" -> leNet(golden);
            case "lstm" -> lstm(golden);
            case "tanh" -> layer(golden, NN.tanh());
            case "sigmoid" -> layer(golden, NN.sigmoid());
            case "relu" -> layer(golden, NN.relu());
            case "leaky_relu" -> layer(golden, NN.leakyRelu(golden.setting("negativeSlope")));
            case "softplus" -> layer(golden, NN.softplus());
            case "softmax" -> softmax(golden);
            case "mlp" -> network(golden);
            case "mse_mean" -> loss(golden, "pred", NN.meanSquaredError());
            case "cross_entropy" -> loss(golden, "logits", NN.crossEntropy());
            default -> throw new IllegalArgumentException(golden.name());
        }
    }

    private static void layer(GoldenCase golden, Layer layer) {
        Var x = golden.input("x");
        Var y = layer.apply(x);
        golden.assertOutput("y", y.value());
        y.backward(golden.upstream("y"));
        golden.assertGradients();
    }

    private static Layer convolution(GoldenCase golden) {
        int[] stride = golden.settings("stride");
        int[] padding = golden.settings("padding");
        int[] dilation = golden.settings("dilation");
        return new Conv2d(
                golden.parameter("weight"),
                golden.parameter("bias"),
                new Steps(stride[0], padding[0], dilation[0]),
                new Steps(stride[1], padding[1], dilation[1]),
                (int) golden.setting("groups"));
    }

    private static Steps steps(GoldenCase golden) {
        return new Steps((int) golden.setting("stride"), (int) golden.setting("padding"), 1);
    }

    private static Conv2d plain(Var filter, Var bias) {
        Steps ones = new Steps(1, 0, 1);
        return new Conv2d(filter, bias, ones, ones, 1);
    }

    private static void leNet(GoldenCase golden) {
        Layer model = NN.sequential(
                plain(golden.parameter("conv1.weight"), golden.parameter("conv1.bias")),
                NN.tanh(),
                NN.averagePool2d(2),
                plain(golden.parameter("conv2.weight"), golden.parameter("conv2.bias")),
                NN.tanh(),
                NN.flatten(),
                new Dense(golden.parameter("fc.weight"), golden.row("fc.bias")));
        Var logits = model.apply(golden.input("x"));
        golden.assertOutput("logits", logits.value());
        Var loss = NN.crossEntropy().apply(logits, golden.input("target").value());
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static void lstm(GoldenCase golden) {
        Var bias = golden.parameter("bias_ih_l0").plus(golden.parameter("bias_hh_l0"));
        Lstm layer = new Lstm(
                golden.parameter("weight_ih_l0"),
                golden.parameter("weight_hh_l0"),
                bias.reshape(1, bias.shape().size(0)));
        Var h0 = golden.input("h0");
        Var c0 = golden.input("c0");
        int batch = h0.shape().size(1);
        int units = h0.shape().size(2);
        Lstm.States states = layer.unroll(golden.input("x"), h0.reshape(batch, units), c0.reshape(batch, units));
        int time = states.hidden().shape().size(0);
        Var last = states.hidden().slice(time - 1, time);
        Var cell = states.cellState().reshape(1, batch, units);
        golden.assertOutput("y", states.hidden().value());
        golden.assertOutput("hN", last.value());
        golden.assertOutput("cN", cell.value());
        weighted(golden, "y", states.hidden())
                .plus(weighted(golden, "hN", last))
                .plus(weighted(golden, "cN", cell))
                .backward();
        golden.assertGradients();
    }

    /// What an output adds to the scalar that was differentiated.
    private static Var weighted(GoldenCase golden, String output, Var value) {
        return golden.hasUpstream(output)
                ? value.times(Var.constant(golden.upstream(output))).sum()
                : Var.constant(Tensor.zeros(Shape.of()));
    }

    private static void softmax(GoldenCase golden) {
        if (golden.hasInput("target")) {
            golden.assertOutput("softmax", NN.softmax().apply(golden.input("x")).value());
            loss(golden, "x", NN.crossEntropy());
        } else {
            layer(golden, NN.softmax());
        }
    }

    private static void network(GoldenCase golden) {
        Layer model = NN.sequential(
                new Dense(golden.parameter("w1"), golden.row("b1")),
                NN.sigmoid(),
                new Dense(golden.parameter("w2"), golden.row("b2")),
                NN.tanh(),
                new Dense(golden.parameter("w3"), golden.row("b3")));
        Var logits = model.apply(golden.input("x"));
        golden.assertOutput("logits", logits.value());
        Var loss = NN.crossEntropy().apply(logits, golden.input("target").value());
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static void loss(GoldenCase golden, String outputs, Loss loss) {
        Var value = loss.apply(golden.input(outputs), golden.input("target").value());
        golden.assertLoss(value.value().item());
        value.backward();
        golden.assertGradients();
    }

    private static Optimizer optimizer(GoldenCase golden, String name) {
        double rate = golden.setting("lr");
        return switch (name) {
            case "sgd" -> NN.sgd(rate);
            case "sgd_momentum" -> NN.sgd(rate, golden.setting("momentum"));
            case "adam" -> new Adam(rate, golden.setting("beta1"), golden.setting("beta2"), golden.setting("eps"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void optimizer(GoldenCase golden) {
        Var p = golden.parameter("p");
        Tensor gradients = golden.input("gradients").value();
        Optimizer.Steps steps = optimizer(golden, golden.text("optimizer")).over(List.of(p));
        int count = p.value().count();
        Tensor after = Tensor.zeros(gradients.shape());
        for (int step = 0; step < gradients.size(0); step++) {
            p.clearGradient();
            p.addGradient(
                    Tensor.of(p.shape(), Arrays.copyOfRange(gradients.array(), step * count, (step + 1) * count)));
            steps.step();
            System.arraycopy(p.value().array(), 0, after.array(), step * count, count);
        }
        golden.assertOutput("pAfter", after);
    }

    private static void training(GoldenCase golden) {
        boolean xor = golden.name().equals("train_xor_momentum");
        boolean images = golden.name().equals("train_cnn_adam");
        Var x = xor ? Var.constant(Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}})) : golden.input("x");
        Tensor target = xor
                ? Tensor.of(0, 1, 1, 0).reshape(4, 1)
                : golden.input("target").value();
        Loss loss = xor ? NN.meanSquaredError() : NN.crossEntropy();
        Layer model;
        if (images) {
            Dense last = new Dense(golden.parameter("wf"), golden.row("bf"));
            Conv2d first = plain(golden.parameter("wc"), golden.parameter("bc"));
            model = NN.sequential(first, NN.relu(), NN.maxPool2d(2), NN.flatten(), last);
        } else {
            Dense first = new Dense(golden.parameter("w1"), golden.row("b1"));
            Dense second = new Dense(golden.parameter("w2"), golden.row("b2"));
            model = xor
                    ? NN.sequential(first, NN.sigmoid(), second, NN.sigmoid())
                    : NN.sequential(first, NN.tanh(), second);
        }
        Optimizer optimizer = images ? NN.adam(golden.setting("lr")) : optimizer(golden, golden.text("optimizer"));
        Optimizer.Steps steps = optimizer.over(model.parameters());
        int count = (int) golden.setting("steps");
        float[] losses = new float[count + 1];
        for (int step = 0; step <= count; step++) {
            model.parameters().forEach(Var::clearGradient);
            Var value = loss.apply(model.apply(x), target);
            losses[step] = value.value().item();
            if (step < count) {
                value.backward();
                steps.step();
            }
        }
        assertTrue(losses[count] < losses[0]);
        golden.assertOutput("losses", Tensor.of(losses));
        for (String name : images ? List.of("wc", "bc", "wf") : List.of("w1", "w2")) {
            golden.assertOutput("final:" + name, golden.parameter(name).value());
        }
    }
}
