package lectern.nn.golden;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.optim.Optimizer;
import lectern.nn.tensor.Tensor;

/// Whole trainings.
final class TrainingCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("training", TrainingCases::training),
            Map.entry("initializer", InitializerCases::scales),
            Map.entry("metrics", MetricsCases::classification));

    private TrainingCases() {}

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
            Conv2d first = BlockCases.plain(golden.parameter("wc"), golden.parameter("bc"));
            model = NN.sequential(first, NN.relu(), NN.maxPool2d(2), NN.flatten(), last);
        } else {
            Dense first = new Dense(golden.parameter("w1"), golden.row("b1"));
            Dense second = new Dense(golden.parameter("w2"), golden.row("b2"));
            model = xor
                    ? NN.sequential(first, NN.sigmoid(), second, NN.sigmoid())
                    : NN.sequential(first, NN.tanh(), second);
        }
        Optimizer optimizer =
                images ? NN.adam(golden.setting("lr")) : OptimizerCases.optimizer(golden, golden.text("optimizer"));
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
