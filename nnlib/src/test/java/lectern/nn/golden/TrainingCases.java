package lectern.nn.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.loss.Penalty;
import lectern.nn.optim.Optimizer;
import lectern.nn.recurrent.Rnn;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Whole trainings.
final class TrainingCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("training", TrainingCases::training),
            Map.entry("initializer", InitializerCases::scales),
            Map.entry("metrics", MetricsCases::classification));

    private TrainingCases() {}

    /// Which network a case trains is told by its parameters.
    private static void training(GoldenCase golden) {
        if (golden.hasParameter("gamma")) {
            minibatches(golden);
        } else if (golden.hasParameter("wi")) {
            Layer model = recurrent(golden);
            train(golden, model, golden.given("x"), golden.given("target"), NN.meanSquaredError());
        } else if (golden.hasParameter("wc")) {
            Layer model = NN.sequential(
                    BlockCases.plain(golden.parameter("wc"), golden.parameter("bc")),
                    NN.relu(),
                    NN.maxPool2d(2),
                    NN.flatten(),
                    new Dense(golden.parameter("wf"), golden.row("bf")));
            train(golden, model, golden.given("x"), golden.given("target"), NN.crossEntropy());
        } else if (golden.hasInput("x")) {
            Layer model = NN.sequential(dense(golden, 1), NN.tanh(), dense(golden, 2));
            train(golden, model, golden.given("x"), golden.given("target"), NN.crossEntropy());
        } else {
            Tensor x = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
            Tensor target = Tensor.of(0, 1, 1, 0).reshape(4, 1);
            Layer model = NN.sequential(dense(golden, 1), NN.sigmoid(), dense(golden, 2), NN.sigmoid());
            train(golden, model, x, target, NN.meanSquaredError());
        }
    }

    private static Dense dense(GoldenCase golden, int number) {
        return new Dense(golden.parameter("w" + number), golden.row("b" + number));
    }

    /// Steps over all examples; the last loss is that after the last step.
    private static void train(GoldenCase golden, Layer model, Tensor x, Tensor target, Loss loss) {
        int count = (int) golden.setting("steps");
        Steps steps = new Steps(golden, model);
        List<Float> losses = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            losses.add(steps.take(() -> loss.apply(model.apply(Var.constant(x)), target)));
        }
        losses.add(loss.apply(model.apply(Var.constant(x)), target).value().item());
        compare(golden, losses);
    }

    /// A step for each mini-batch, with batch normalisation and dropout by given masks.
    private static void minibatches(GoldenCase golden) {
        Tensor x = golden.given("x");
        Tensor target = golden.given("target");
        Tensor masks = golden.given("mask");
        int units = masks.size(-1);
        BatchNorm norm = new BatchNorm(
                golden.parameter("gamma"),
                golden.parameter("beta"),
                Tensor.zeros(units),
                Tensor.filled(Shape.of(units), 1),
                golden.setting("bnMomentum"),
                golden.setting("eps"));
        List<Var> mask = new ArrayList<>();
        Layer dropout = h -> h.times(mask.getLast()).times(1 / (1 - golden.setting("p")));
        Layer model = NN.sequential(dense(golden, 1), norm, NN.relu(), dropout, dense(golden, 2));
        Steps steps = new Steps(golden, model);
        List<Float> losses = new ArrayList<>();
        for (int step = 0; step < (int) golden.setting("steps"); step++) {
            Var inputs = part(x, step);
            Var labels = part(target, step);
            mask.add(part(masks, step));
            losses.add(steps.take(() -> NN.training(() -> NN.crossEntropy().apply(model.apply(inputs), labels))));
        }
        compare(golden, losses);
        golden.assertOutput("runningMean", norm.runningMean());
        golden.assertOutput("runningVar", norm.runningVariance());
    }

    /// What one mini-batch takes of numbers (steps, …).
    private static Var part(Tensor all, int step) {
        int[] sizes = all.shape().toArray();
        int[] rest = new int[sizes.length - 1];
        System.arraycopy(sizes, 1, rest, 0, rest.length);
        return Var.constant(all).slice(step, step + 1).reshape(rest);
    }

    /// A recurrent network of tanh units, and an affine map of the last hidden state.
    private static Layer recurrent(GoldenCase golden) {
        Rnn cells = new Rnn(golden.parameter("wi"), golden.parameter("wh"), golden.row("b"), NN.tanh());
        return NN.sequential(cells, NN.lastTimeStep(), new Dense(golden.parameter("wo"), golden.row("bo")));
    }

    private static void compare(GoldenCase golden, List<Float> losses) {
        float[] found = new float[losses.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = losses.get(i);
        }
        golden.assertOutput("losses", Tensor.of(found));
        for (String name : golden.parameterNames()) {
            golden.assertOutput("final:" + name, golden.parameter(name).value());
        }
    }

    /// The optimizer of a case at work, with its penalties.
    private static final class Steps {

        private final List<Var> parameters;
        private final Optimizer.Steps updates;
        private final List<Penalty> penalties;

        Steps(GoldenCase golden, Layer model) {
            parameters = model.parameters();
            updates = OptimizerCases.optimizer(golden).over(parameters);
            penalties = OptimizerCases.penalties(golden);
        }

        /// Takes one step, and gives the loss before, without penalties.
        float take(Supplier<Var> loss) {
            parameters.forEach(Var::clearGradient);
            Var value = loss.get();
            value.backward();
            for (Penalty penalty : penalties) {
                parameters.forEach(p -> penalty.of(p).backward());
            }
            updates.step();
            return value.value().item();
        }
    }
}
