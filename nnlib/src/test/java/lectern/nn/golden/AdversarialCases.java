package lectern.nn.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lectern.nn.NN;
import lectern.nn.attack.DeepFool;
import lectern.nn.attack.Fgsm;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Sequential;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Attacks on networks.
final class AdversarialCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("fgsm", AdversarialCases::fgsm),
            Map.entry("fgsm_iterative", AdversarialCases::fgsm),
            Map.entry("deepfool", AdversarialCases::deepFool));

    private AdversarialCases() {}

    private static void fgsm(GoldenCase golden) {
        Layer model = network(golden);
        Var x = golden.input("x");
        Var y = model.apply(x);
        boolean binary = y.shape().size(1) == 1;
        Loss loss = binary ? NN.logisticLoss() : NN.crossEntropy();
        Tensor given = golden.given("target");
        Tensor target = binary ? given.reshape(y.shape()) : given;
        double epsilon = golden.setting("eps");
        boolean iterative = golden.hasSetting("steps");
        Fgsm fgsm =
                iterative ? NN.fgsm(epsilon, golden.setting("alpha"), (int) golden.setting("steps")) : NN.fgsm(epsilon);
        boolean targeted = golden.hasSetting("targeted") && golden.isSet("targeted");
        Fgsm.Result found =
                (targeted ? fgsm.towardsTargets() : fgsm).attack(model, loss, new Examples(x.value(), target));
        golden.assertOutput("xAdv", found.inputs());
        golden.assertOutput("lossAdv", Tensor.scalar(found.adversarialLoss()));
        if (golden.hasOutput("losses")) {
            golden.assertOutput("losses", found.losses());
        }
        if (golden.hasOutput("logits")) {
            golden.assertOutput("logits", found.logits());
            golden.assertOutput("sign", found.sign());
            golden.assertOutput("logitsAdv", found.adversarialLogits());
        }
        if (golden.hasLoss()) {
            golden.assertLoss(found.losses().array()[0]);
            loss.apply(y, target).backward();
            golden.assertGradients();
        }
    }

    private static void deepFool(GoldenCase golden) {
        DeepFool deepFool = golden.hasSetting("overshoot")
                ? NN.deepFool(golden.setting("overshoot"), (int) golden.setting("maxIterations"))
                : NN.deepFool();
        Tensor x = golden.given("x");
        if (golden.hasParameter("w")) {
            binaryAffine(golden, deepFool.attack(new Dense(golden.row("w"), golden.row("b")), x));
        } else if (golden.hasParameter("W")) {
            affine(golden, deepFool.attack(new Dense(golden.parameter("W"), golden.row("b")), x));
        } else {
            network(golden, deepFool.attack(network(golden), x));
        }
    }

    private static void binaryAffine(GoldenCase golden, DeepFool.Result found) {
        golden.assertOutput("f", found.logits());
        golden.assertOutput("r", found.perturbation());
        golden.assertOutput("fAtBoundaryOvershoot", found.adversarialLogits());
    }

    private static void affine(GoldenCase golden, DeepFool.Result found) {
        golden.assertOutput("logits", found.logits());
        golden.assertOutput("label", each(found, DeepFool.Fooled::label));
        golden.assertOutput("nearest", each(found, fooled -> fooled.chosen().getFirst()));
        golden.assertOutput("r", found.perturbation());
        golden.assertOutput("distance", each(found, DeepFool.Fooled::norm));
    }

    private static void network(GoldenCase golden, DeepFool.Result found) {
        golden.assertOutput("logits", found.logits());
        golden.assertOutput("label", each(found, DeepFool.Fooled::label));
        golden.assertOutput("iterations", each(found, DeepFool.Fooled::iterations));
        golden.assertOutput("r", found.perturbation());
        golden.assertOutput("xAdv", found.inputs());
        golden.assertOutput("labelAdv", each(found, DeepFool.Fooled::adversarialLabel));
        golden.assertOutput("logitsAdv", found.adversarialLogits());
        golden.assertOutput("normR", each(found, DeepFool.Fooled::norm));
        golden.assertOutput("relative", each(found, DeepFool.Fooled::relativeNorm));
        golden.assertOutput("rhoAdv", Tensor.scalar((float) found.robustness()));
        golden.assertOutput("chosen", padded(golden.outputShape("chosen"), -1, found, DeepFool.Fooled::chosen));
        golden.assertOutput("stepNorms", padded(golden.outputShape("stepNorms"), 0, found, DeepFool.Fooled::stepNorms));
    }

    private static Tensor each(DeepFool.Result found, ToDoubleFunction<DeepFool.Fooled> value) {
        Tensor values = Tensor.zeros(found.examples().size());
        for (int n = 0; n < values.count(); n++) {
            values.array()[n] = (float) value.applyAsDouble(found.examples().get(n));
        }
        return values;
    }

    private static Tensor padded(
            Shape shape,
            float padding,
            DeepFool.Result found,
            Function<DeepFool.Fooled, List<? extends Number>> values) {
        Tensor padded = Tensor.filled(shape, padding);
        for (int n = 0; n < shape.size(0); n++) {
            List<? extends Number> row = values.apply(found.examples().get(n));
            for (int i = 0; i < Math.min(row.size(), shape.size(1)); i++) {
                padded.array()[n * shape.size(1) + i] = row.get(i).floatValue();
            }
        }
        return padded;
    }

    /// Fully connected layers w1, w2, … with the same nonlinearity between them.
    private static Layer network(GoldenCase golden) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; golden.hasParameter("w" + i); i++) {
            if (i > 1) {
                layers.add(activation(golden.hasSetting("activation") ? golden.text("activation") : "tanh"));
            }
            layers.add(new Dense(golden.parameter("w" + i), golden.row("b" + i)));
        }
        return new Sequential(layers);
    }

    private static Layer activation(String name) {
        return switch (name) {
            case "relu" -> NN.relu();
            case "tanh" -> NN.tanh();
            case "sigmoid" -> NN.sigmoid();
            case "softplus" -> NN.softplus();
            default -> throw new AssertionError("expected a known activation, found " + name);
        };
    }
}
