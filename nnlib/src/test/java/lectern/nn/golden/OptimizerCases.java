package lectern.nn.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.loss.Penalty;
import lectern.nn.optim.Adadelta;
import lectern.nn.optim.Adagrad;
import lectern.nn.optim.Adam;
import lectern.nn.optim.AdamW;
import lectern.nn.optim.Adamax;
import lectern.nn.optim.AmsGrad;
import lectern.nn.optim.GradientClipping;
import lectern.nn.optim.NAdam;
import lectern.nn.optim.Optimizer;
import lectern.nn.optim.ProximalL1;
import lectern.nn.optim.RmsProp;
import lectern.nn.optim.Rprop;
import lectern.nn.optim.Schedule;
import lectern.nn.tensor.Tensor;

/// Optimizers, and what surrounds them.
final class OptimizerCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("optimizer", OptimizerCases::steps),
            Map.entry("regularizer", OptimizerCases::regularizer),
            Map.entry("gradient_clipping", OptimizerCases::clipping),
            Map.entry("schedule", OptimizerCases::schedules));

    private OptimizerCases() {}

    /// The optimizer of a case, as far as it is not a penalty.
    static Optimizer optimizer(GoldenCase golden) {
        double rate = golden.setting("lr");
        return switch (golden.text("optimizer")) {
            case "sgd", "sgd_l1", "sgd_l2" -> NN.sgd(rate);
            case "sgd_momentum", "sgd_momentum_l1", "sgd_momentum_l2" -> NN.sgd(rate, golden.setting("momentum"));
            case "sgd_nesterov", "sgd_nesterov_l2" -> NN.nesterov(rate, golden.setting("momentum"));
            case "rmsprop", "rmsprop_momentum" -> rmsProp(golden, false);
            case "rmsprop_centered", "rmsprop_centered_momentum" -> rmsProp(golden, true);
            case "adagrad" -> new Adagrad(rate, golden.setting("eps", 1e-10));
            case "adadelta" -> new Adadelta(rate, golden.setting("rho"), golden.setting("eps"));
            case "adam", "adam_l2" -> adam(golden);
            case "adamw" -> new AdamW(adam(golden), golden.setting("weightDecay"));
            case "amsgrad" -> new AmsGrad(rate, beta1(golden), beta2(golden), epsilon(golden));
            case "adamax" -> new Adamax(rate, beta1(golden), beta2(golden), epsilon(golden));
            case "nadam" ->
                new NAdam(rate, beta1(golden), beta2(golden), epsilon(golden), golden.setting("momentumDecay"));
            case "rprop" -> Rprop.of(rate);
            case "proximal_l1" -> new ProximalL1(rate, golden.setting("l1"));
            default -> throw new IllegalArgumentException(golden.text("optimizer"));
        };
    }

    private static RmsProp rmsProp(GoldenCase golden, boolean centered) {
        return new RmsProp(
                golden.setting("lr"),
                golden.setting("alpha"),
                epsilon(golden),
                golden.setting("momentum", 0),
                centered);
    }

    private static Adam adam(GoldenCase golden) {
        return new Adam(golden.setting("lr"), beta1(golden), beta2(golden), epsilon(golden));
    }

    private static double beta1(GoldenCase golden) {
        return golden.setting("beta1", 0.9);
    }

    private static double beta2(GoldenCase golden) {
        return golden.setting("beta2", 0.999);
    }

    private static double epsilon(GoldenCase golden) {
        return golden.setting("eps", 1e-8);
    }

    /// The decay that a case couples with the gradient, which here is a penalty.
    static List<Penalty> penalties(GoldenCase golden) {
        String name = golden.text("optimizer");
        List<Penalty> penalties = new ArrayList<>();
        if (golden.hasSetting("weightDecay") && !name.equals("adamw")) {
            penalties.add(NN.l2(golden.setting("weightDecay")));
        }
        if (golden.hasSetting("l1") && !name.equals("proximal_l1")) {
            penalties.add(NN.l1(golden.setting("l1")));
        }
        return penalties;
    }

    private static void steps(GoldenCase golden) {
        Var p = golden.parameter("p");
        Tensor gradients = golden.given("gradients");
        Optimizer.Steps steps = optimizer(golden).over(List.of(p));
        int count = p.value().count();
        Tensor after = Tensor.zeros(gradients.shape());
        for (int step = 0; step < gradients.size(0); step++) {
            p.clearGradient();
            p.addGradient(
                    Tensor.of(p.shape(), Arrays.copyOfRange(gradients.array(), step * count, (step + 1) * count)));
            penalties(golden).forEach(penalty -> penalty.of(p).backward());
            steps.step();
            System.arraycopy(p.value().array(), 0, after.array(), step * count, count);
        }
        golden.assertOutput("pAfter", after);
    }

    private static void regularizer(GoldenCase golden) {
        Var weight = golden.parameter("weight");
        Var loss = NN.l2(golden.setting("l2", 0))
                .of(weight)
                .plus(NN.l1(golden.setting("l1", 0)).of(weight));
        loss.backward();
        golden.assertLoss(loss.value().item());
        // Nobody penalises the bias; the case knows it from here on.
        golden.parameter("bias");
        golden.assertGradients();
    }

    private static void clipping(GoldenCase golden) {
        List<Var> parameters = new ArrayList<>();
        for (int i = 0; golden.hasInput("grad" + i); i++) {
            parameters.add(Var.of(Tensor.zeros(golden.given("grad" + i).shape())));
        }
        give(golden, parameters);
        double norm = GradientClipping.byNorm(parameters, golden.setting("maxNorm"));
        golden.assertOutput("totalNorm", Tensor.scalar((float) norm));
        compare(golden, "byNorm", parameters);
        give(golden, parameters);
        assertEquals(norm, GradientClipping.byNorm(parameters, golden.setting("looseNorm")));
        compare(golden, "byNormLoose", parameters);
        give(golden, parameters);
        GradientClipping.byValue(parameters, golden.setting("clipValue"));
        compare(golden, "byValue", parameters);
    }

    private static void give(GoldenCase golden, List<Var> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).clearGradient();
            parameters.get(i).addGradient(golden.given("grad" + i));
        }
    }

    private static void compare(GoldenCase golden, String output, List<Var> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            golden.assertOutput(output + i, parameters.get(i).gradient());
        }
    }

    private static void schedules(GoldenCase golden) {
        int length = (int) golden.setting("tMax");
        Map.of(
                        "step", NN.stepDecay((int) golden.setting("stepSize"), golden.setting("stepGamma")),
                        "exponential", NN.exponentialDecay(golden.setting("expGamma")),
                        "cosine", NN.cosine(length, golden.setting("lrMin")),
                        "inverse", NN.inverseDecay(golden.setting("decay")),
                        "warmup", NN.linearWarmUp((int) golden.setting("warmup")),
                        "linear", NN.linearDecay(length))
                .forEach((name, schedule) -> golden.assertOutput(name, rates(golden, name, schedule)));
    }

    private static Tensor rates(GoldenCase golden, String name, Schedule schedule) {
        float[] rates = new float[golden.outputCount(name)];
        for (int epoch = 0; epoch < rates.length; epoch++) {
            rates[epoch] = (float) schedule.rate(golden.setting("lr"), epoch);
        }
        return Tensor.of(rates);
    }
}
