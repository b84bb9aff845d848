package lectern.nn.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.optim.Adam;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Tensor;

/// Optimizers, and what surrounds them.
final class OptimizerCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(Map.entry("optimizer", OptimizerCases::optimizer));

    private OptimizerCases() {}

    static Optimizer optimizer(GoldenCase golden, String name) {
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
}
