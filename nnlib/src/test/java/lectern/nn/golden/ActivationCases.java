package lectern.nn.golden;

import java.util.Map;
import lectern.nn.NN;

/// Nonlinearities.
final class ActivationCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("tanh", golden -> Layers.check(golden, NN.tanh())),
            Map.entry("sigmoid", golden -> Layers.check(golden, NN.sigmoid())),
            Map.entry("relu", golden -> Layers.check(golden, NN.relu())),
            Map.entry("softplus", golden -> Layers.check(golden, NN.softplus())),
            Map.entry("leaky_relu", golden -> Layers.check(golden, NN.leakyRelu(golden.setting("negativeSlope")))),
            Map.entry("softmax", ActivationCases::softmax));

    private ActivationCases() {}

    private static void softmax(GoldenCase golden) {
        if (golden.hasInput("target")) {
            golden.assertOutput("softmax", NN.softmax().apply(golden.input("x")).value());
            LossCases.check(golden, "x", NN.crossEntropy());
        } else {
            Layers.check(golden, NN.softmax());
        }
    }
}
