package lectern.nn.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.ConvTranspose2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.layer.Sequential;
import lectern.nn.model.Autoencoder;
import lectern.nn.model.DenseNet;
import lectern.nn.model.MobileNetBlock;
import lectern.nn.model.ResNetBlock;
import lectern.nn.model.TiedAutoencoder;
import lectern.nn.model.UNet;
import lectern.nn.model.VariationalAutoencoder;
import lectern.nn.model.Vgg;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.tensor.Tensor;

/// Blocks of layers, and whole networks.
final class BlockCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("cnn", BlockCases::leNet),
            Map.entry("mlp", BlockCases::network),
            Map.entry("vgg_block", golden -> Layers.check(golden, vgg(golden))),
            Map.entry("resnet_block", golden -> Layers.check(golden, trained(resNet(golden)))),
            Map.entry("dense_block", BlockCases::dense),
            Map.entry("separable_block", golden -> Layers.check(golden, trained(separable(golden)))),
            Map.entry("unet_block", golden -> Layers.check(golden, uNet(golden))),
            Map.entry("autoencoder", golden -> {
                if (golden.hasParameter("weight")) {
                    tied(golden);
                } else {
                    denoising(golden);
                }
            }),
            Map.entry("vae", BlockCases::variational));

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

    /// As it is in training.
    private static Layer trained(Layer layer) {
        return x -> Phase.training(() -> layer.apply(x));
    }

    private static Conv2d convolution(GoldenCase golden, String name) {
        Var filter = golden.parameter(name + ".weight");
        Var bias = golden.hasParameter(name + ".bias")
                ? golden.parameter(name + ".bias")
                : Var.constant(Tensor.zeros(filter.shape().size(0)));
        return plain(filter, bias).keepingSize();
    }

    private static BatchNorm norm(GoldenCase golden, String name) {
        Var gamma = golden.parameter(name + ".gamma");
        BatchNorm usual = BatchNorm.of(gamma.shape().size(0));
        return new BatchNorm(
                gamma,
                golden.parameter(name + ".beta"),
                usual.runningMean(),
                usual.runningVariance(),
                0.1,
                golden.setting("eps", 1e-5));
    }

    /// By how much the result is smaller than the image; sizes are rounded up.
    private static int stride(GoldenCase golden) {
        int size = golden.input("x").shape().size(2);
        int wanted = golden.outputShape("y").size(2);
        int stride = 1;
        while ((size + stride - 1) / stride > wanted) {
            stride++;
        }
        return (int) golden.setting("stride", stride);
    }

    private static Layer vgg(GoldenCase golden) {
        List<Conv2d> convolutions = new ArrayList<>();
        for (int i = 1; golden.hasParameter("conv" + i + ".weight"); i++) {
            convolutions.add(convolution(golden, "conv" + i));
        }
        return Vgg.block(convolutions);
    }

    private static Layer resNet(GoldenCase golden) {
        boolean shortcut = golden.hasParameter("convS.weight");
        boolean bottleneck = golden.hasParameter("conv3.weight");
        int stride = stride(golden);
        List<Layer> inner = new ArrayList<>();
        for (int i = 1; golden.hasParameter("conv" + i + ".weight"); i++) {
            if (i > 1) {
                inner.add(NN.relu());
            }
            boolean striding = i == (bottleneck ? 2 : 1);
            inner.add(convolution(golden, "conv" + i).stride(striding ? stride : 1));
            inner.add(norm(golden, "bn" + i));
        }
        Layer past = shortcut
                ? NN.sequential(convolution(golden, "convS").stride(stride), norm(golden, "bnS"))
                : NN.identity();
        return new ResNetBlock(new Sequential(inner), past);
    }

    private static void dense(GoldenCase golden) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; golden.hasParameter("conv" + i + ".weight"); i++) {
            layers.add(DenseNet.layer(norm(golden, "bn" + i), convolution(golden, "conv" + i)));
        }
        Layer block = trained(new Sequential(layers));
        Layer transition = trained(DenseNet.transition(norm(golden, "bnT"), convolution(golden, "convT")));
        golden.assertOutput("afterDense", block.apply(golden.input("x")).value());
        Layers.check(golden, x -> transition.apply(block.apply(x)));
    }

    private static Layer separable(GoldenCase golden) {
        Var filter = golden.parameter("dw.weight");
        int channels = filter.shape().size(0);
        Steps ones = new Steps(1, 0, 1);
        Conv2d depthwise = new Conv2d(filter, Var.constant(Tensor.zeros(channels)), ones, ones, channels)
                .keepingSize()
                .stride(stride(golden));
        return MobileNetBlock.of(depthwise, norm(golden, "bn1"), convolution(golden, "pw"), norm(golden, "bn2"));
    }

    private static Layer uNet(GoldenCase golden) {
        Steps twos = new Steps(2, 0, 1);
        ConvTranspose2d up =
                new ConvTranspose2d(golden.parameter("up.weight"), golden.parameter("up.bias"), twos, twos, 0, 0, 1);
        Layer level = new UNet(
                NN.sequential(convolution(golden, "enc"), NN.relu()),
                NN.sequential(convolution(golden, "mid"), NN.relu()),
                up,
                NN.sequential(convolution(golden, "dec"), NN.relu()));
        return NN.sequential(level, convolution(golden, "head"));
    }

    private static void tied(GoldenCase golden) {
        TiedAutoencoder model = new TiedAutoencoder(golden.parameter("weight"), golden.row("b"), golden.row("c"));
        Var x = golden.input("x");
        Var logits = model.apply(x);
        golden.assertOutput("code", model.encode(x).value());
        golden.assertOutput("reconstruction", NN.sigmoid().apply(logits).value());
        Var loss = NN.binaryCrossEntropy().apply(logits, x).times(x.shape().size(1));
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static void denoising(GoldenCase golden) {
        Layer corruption = x -> x.times(Var.constant(golden.given("mask")));
        Layer encoder = NN.sequential(new Dense(golden.parameter("w1"), golden.row("b1")), NN.tanh());
        Autoencoder model =
                new Autoencoder(encoder, new Dense(golden.parameter("w2"), golden.row("b2"))).denoising(corruption);
        Var x = golden.input("x");
        Var reconstruction = model.apply(x);
        golden.assertOutput("reconstruction", reconstruction.value());
        Var loss = NN.meanSquaredError().apply(reconstruction, x);
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }

    private static void variational(GoldenCase golden) {
        var model = VariationalAutoencoder.linear(
                new Dense(golden.parameter("wMu"), golden.row("bMu")),
                new Dense(golden.parameter("wLv"), golden.row("bLv")),
                new Dense(golden.parameter("wD"), golden.row("bD")),
                NN.random(1));
        Var x = golden.input("x");
        var pass = model.pass(x, golden.given("eps"));
        golden.assertOutput("code", pass.code().value());
        golden.assertOutput("decoderLogits", pass.logits().value());
        Var loss = pass.loss(x);
        golden.assertLoss(loss.value().item());
        loss.backward();
        golden.assertGradients();
    }
}
