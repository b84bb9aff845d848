package lectern.nn.golden;

import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.loss.CrossEntropy;
import lectern.nn.loss.Huber;
import lectern.nn.loss.KlSparsity;
import lectern.nn.loss.Loss;
import lectern.nn.loss.Reduction;
import lectern.nn.loss.SmoothL1;
import lectern.nn.tensor.Tensor;

/// Losses.
final class LossCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("mse_mean", golden -> check(golden, "pred", NN.meanSquaredError())),
            Map.entry("mse_sum", golden -> check(golden, "pred", NN.sumSquaredError())),
            Map.entry("half_sse_batchmean", golden -> check(golden, "pred", NN.halfSquaredError())),
            Map.entry("l1_mean", golden -> check(golden, "pred", NN.meanAbsoluteError())),
            Map.entry("huber", golden -> check(golden, "pred", new Huber(golden.setting("delta"), reduction(golden)))),
            Map.entry(
                    "smooth_l1",
                    golden -> check(golden, "pred", new SmoothL1(golden.setting("beta"), reduction(golden)))),
            Map.entry("cross_entropy", LossCases::crossEntropy),
            Map.entry("nll", golden -> check(golden, "probs", NN.negativeLogLikelihood())),
            Map.entry("bce_with_logits", golden -> check(golden, "logits", NN.binaryCrossEntropy())),
            Map.entry("bce", golden -> check(golden, "probs", NN.binaryCrossEntropyOfProbabilities())),
            Map.entry("hinge", golden -> check(golden, "score", NN.hinge())),
            Map.entry("kl_sparsity", LossCases::sparsity),
            Map.entry(
                    "vae_kl",
                    golden -> check(golden, NN.gaussianKl().apply(golden.input("mu"), golden.input("logvar")))));

    private LossCases() {}

    static void check(GoldenCase golden, String outputs, Loss loss) {
        check(golden, loss.apply(golden.input(outputs), golden.given("target")));
    }

    private static void check(GoldenCase golden, Var value) {
        golden.assertLoss(value.value().item());
        value.backward();
        golden.assertGradients();
    }

    private static Reduction reduction(GoldenCase golden) {
        return switch (golden.text("reduction")) {
            case "mean" -> Reduction.MEAN;
            case "sum" -> Reduction.SUM;
            case "batchmean" -> Reduction.BATCH_MEAN;
            default -> throw new AssertionError(golden.name() + ": reduction " + golden.text("reduction"));
        };
    }

    private static void crossEntropy(GoldenCase golden) {
        CrossEntropy loss = NN.crossEntropy();
        if (golden.hasSetting("labelSmoothing")) {
            loss = loss.smoothing(golden.setting("labelSmoothing"));
        }
        if (golden.hasInput("classWeights")) {
            loss = loss.classWeights(golden.given("classWeights").array());
        }
        Var logits = golden.input("logits");
        Tensor target = golden.given("target");
        if (golden.hasOutput("targetProbs")) {
            golden.assertOutput(
                    "targetProbs", loss.probabilities(target, logits.shape().size(1)));
        }
        if (golden.hasOutput("perSample")) {
            golden.assertOutput(
                    "perSample", loss.perExample(logits, Var.constant(target)).value());
        }
        check(golden, "logits", loss);
    }

    private static void sparsity(GoldenCase golden) {
        KlSparsity penalty = NN.klSparsity(golden.setting("rho"));
        Var activations = golden.input("activations");
        if (golden.hasOutput("rhoHat")) {
            golden.assertOutput("rhoHat", penalty.meanActivations(activations).value());
        }
        check(golden, penalty.apply(activations));
    }
}
