package lectern.nn.golden;

import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.ops.ConvolutionOps.Steps;

/// Blocks of layers, and whole networks.
final class BlockCases {

    static final Map<String, Check> CHECKS =
            Map.ofEntries(Map.entry("cnn", BlockCases::leNet), Map.entry("mlp", BlockCases::network));

    private BlockCases() {}

    static Conv2d plain(Var filter, Var bias) {
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
}
