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
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.optim.Adam;
import lectern.nn.optim.Optimizer;
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
        assertEquals(16, cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(Path file) {
        GoldenCase golden = GoldenCase.read(file);
        switch (golden.category()) {
            case "layer", "activation", "block", "loss" -> differentiated(golden);
            case "optimizer" -> optimizer(golden);
            case "training" -> training(golden);
            default -> throw new IllegalArgumentException(golden.name());
        }
    }

    private static void differentiated(GoldenCase golden) {
        switch (golden.op()) {
            case "linear" -> layer(golden, new Dense(golden.parameter("weight"), golden.row("bias")));
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
        Var x = xor ? Var.constant(Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}})) : golden.input("x");
        Tensor target = xor
                ? Tensor.of(0, 1, 1, 0).reshape(4, 1)
                : golden.input("target").value();
        Loss loss = xor ? NN.meanSquaredError() : NN.crossEntropy();
        Dense first = new Dense(golden.parameter("w1"), golden.row("b1"));
        Dense second = new Dense(golden.parameter("w2"), golden.row("b2"));
        Layer model = xor
                ? NN.sequential(first, NN.sigmoid(), second, NN.sigmoid())
                : NN.sequential(first, NN.tanh(), second);
        Optimizer.Steps steps = optimizer(golden, golden.text("optimizer")).over(model.parameters());
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
        golden.assertOutput("final:w1", first.weight().value());
        golden.assertOutput("final:b2", second.bias().value());
    }
}
