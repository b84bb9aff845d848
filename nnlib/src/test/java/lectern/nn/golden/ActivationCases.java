package lectern.nn.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import lectern.nn.NN;
import lectern.nn.layer.Layer;
import lectern.nn.layer.PRelu;
import lectern.nn.layer.Selu;

/// Nonlinearities.
final class ActivationCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("identity", golden -> Layers.check(golden, NN.identity())),
            Map.entry("binary_step", golden -> Layers.check(golden, NN.binaryStep())),
            Map.entry("tanh", golden -> Layers.check(golden, NN.tanh())),
            Map.entry("sigmoid", golden -> Layers.check(golden, NN.sigmoid())),
            Map.entry("arctan", golden -> Layers.check(golden, NN.arctan())),
            Map.entry("softsign", golden -> Layers.check(golden, NN.softsign())),
            Map.entry("hardtanh", golden -> Layers.check(golden, NN.hardTanh())),
            Map.entry("gaussian", golden -> Layers.check(golden, NN.gaussian())),
            Map.entry("sin", golden -> Layers.check(golden, NN.sine())),
            Map.entry("relu", golden -> Layers.check(golden, NN.relu())),
            Map.entry("leaky_relu", golden -> Layers.check(golden, NN.leakyRelu(golden.setting("negativeSlope")))),
            Map.entry("prelu", golden -> Layers.check(golden, new PRelu(golden.parameter("a")))),
            Map.entry("elu", golden -> Layers.check(golden, NN.elu(golden.setting("alpha")))),
            Map.entry(
                    "selu", golden -> Layers.check(golden, new Selu(golden.setting("alpha"), golden.setting("scale")))),
            Map.entry("softplus", golden -> Layers.check(golden, NN.softplus(golden.setting("beta")))),
            Map.entry("gelu", ActivationCases::gelu),
            Map.entry("gelu_tanh", ActivationCases::gelu),
            Map.entry("silu", golden -> Layers.check(golden, NN.silu())),
            Map.entry("softmax", ActivationCases::softmax),
            Map.entry("log_softmax", golden -> alongTheLast(golden, NN.logSoftmax())));

    private ActivationCases() {}

    private static void gelu(GoldenCase golden) {
        Layers.check(golden, golden.text("approximate").equals("tanh") ? NN.geluTanh() : NN.gelu());
    }

    private static void softmax(GoldenCase golden) {
        if (golden.hasInput("target")) {
            golden.assertOutput("softmax", NN.softmax().apply(golden.input("x")).value());
            golden.assertOutput(
                    "logSoftmax", NN.logSoftmax().apply(golden.input("x")).value());
            LossCases.check(golden, "x", NN.crossEntropy());
        } else {
            alongTheLast(golden, NN.softmax());
        }
    }

    private static void alongTheLast(GoldenCase golden, Layer layer) {
        int rank = golden.input("x").shape().rank();
        assertEquals(rank - 1, Math.floorMod((int) golden.setting("axis"), rank), "axis");
        Layers.check(golden, layer);
    }
}
