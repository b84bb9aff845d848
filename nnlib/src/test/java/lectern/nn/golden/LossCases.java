package lectern.nn.golden;

import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.loss.Loss;

/// Losses.
final class LossCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("mse_mean", golden -> check(golden, "pred", NN.meanSquaredError())),
            Map.entry("cross_entropy", golden -> check(golden, "logits", NN.crossEntropy())));

    private LossCases() {}

    static void check(GoldenCase golden, String outputs, Loss loss) {
        Var value = loss.apply(golden.input(outputs), golden.input("target").value());
        golden.assertLoss(value.value().item());
        value.backward();
        golden.assertGradients();
    }
}
