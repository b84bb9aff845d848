package lectern.nn.golden;

import java.util.List;
import java.util.Map;
import lectern.nn.autograd.Var;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv1d;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.ConvTranspose2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Dropout;
import lectern.nn.layer.Embedding;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.GlobalAveragePool;
import lectern.nn.layer.GlobalMaxPool;
import lectern.nn.layer.GroupNorm;
import lectern.nn.layer.Identity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.Phase;
import lectern.nn.layer.Residual;
import lectern.nn.layer.SeparableConv2d;
import lectern.nn.layer.Upsample;
import lectern.nn.layer.ZeroPad2d;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Layers by themselves.
final class LayerCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("linear", golden -> Layers.check(golden, dense(golden))),
            Map.entry("conv1d", golden -> Layers.check(golden, alongSequences(golden))),
            Map.entry("conv2d_separable", LayerCases::separable),
            Map.entry("conv_transpose2d", golden -> Layers.check(golden, transposed(golden))),
            Map.entry("global_avg_pool", golden -> Layers.check(golden, new GlobalAveragePool())),
            Map.entry("global_max_pool", golden -> Layers.check(golden, new GlobalMaxPool())),
            Map.entry(
                    "upsample_nearest",
                    golden -> Layers.check(golden, Upsample.nearest((int) golden.setting("scale")))),
            Map.entry(
                    "upsample_bilinear",
                    golden -> Layers.check(golden, bilinear((int) golden.setting("scale"), golden))),
            Map.entry("pad2d", golden -> Layers.check(golden, border(golden))),
            Map.entry("dropout", LayerCases::dropout),
            Map.entry("embedding", LayerCases::embedding),
            Map.entry("tensor_ops", LayerCases::joined),
            Map.entry("conv2d", golden -> Layers.check(golden, convolution(golden))),
            Map.entry("conv2d_depthwise", golden -> Layers.check(golden, convolution(golden))),
            Map.entry("conv2d_pointwise", golden -> Layers.check(golden, convolution(golden))),
            Map.entry("batchnorm", LayerCases::batchNorm),
            Map.entry(
                    "layernorm",
                    golden -> Layers.check(
                            golden,
                            new LayerNorm(golden.parameter("gamma"), golden.parameter("beta"), golden.setting("eps")))),
            Map.entry(
                    "groupnorm",
                    golden -> Layers.check(
                            golden,
                            new GroupNorm(
                                    (int) golden.setting("groups"),
                                    golden.parameter("gamma"),
                                    golden.parameter("beta"),
                                    golden.setting("eps")))),
            Map.entry(
                    "max_pool2d",
                    golden -> Layers.check(golden, new MaxPool2d((int) golden.setting("kernel"), steps(golden)))),
            Map.entry(
                    "avg_pool2d",
                    golden -> Layers.check(
                            golden,
                            new AveragePool2d(
                                    (int) golden.setting("kernel"), steps(golden), golden.isSet("countIncludePad")))));

    private static final Steps ONES = new Steps(1, 0, 1);

    private LayerCases() {}

    private static Layer dense(GoldenCase golden) {
        Var weight = golden.parameter("weight");
        boolean biased = golden.hasParameter("bias");
        Var none = Var.constant(Tensor.zeros(1, weight.shape().size(0)));
        return new Dense(weight, biased ? golden.row("bias") : none);
    }

    private static Layer alongSequences(GoldenCase golden) {
        Var filter = golden.parameter("weight");
        Steps steps = new Steps(
                (int) golden.setting("stride"), (int) golden.setting("padding"), (int) golden.setting("dilation"));
        return new Conv1d(filter, bias(golden, filter.shape().size(0)), steps, (int) golden.setting("groups", 1));
    }

    private static Var bias(GoldenCase golden, int count) {
        return golden.hasParameter("bias") ? golden.parameter("bias") : Var.constant(Tensor.zeros(count));
    }

    private static void separable(GoldenCase golden) {
        Var x = golden.input("x");
        Var filter = golden.parameter("depthwise");
        Shape after = golden.outputShape("afterDepthwise");
        Conv2d depthwise = new Conv2d(
                filter,
                Var.constant(Tensor.zeros(filter.shape().size(0))),
                around(x.shape(), filter.shape(), after, 2),
                around(x.shape(), filter.shape(), after, 3),
                x.shape().size(1));
        Var points = golden.parameter("pointwise");
        Conv2d pointwise = new Conv2d(points, bias(golden, points.shape().size(0)), ONES, ONES, 1);
        golden.assertOutput("afterDepthwise", depthwise.apply(x).value());
        Layers.check(golden, new SeparableConv2d(depthwise, pointwise));
    }

    /// Steps of one with the padding that such cases tell by the size of their result only.
    private static Steps around(Shape x, Shape filter, Shape y, int dimension) {
        int padding = (y.size(dimension) - x.size(dimension) + filter.size(dimension) - 1) / 2;
        return new Steps(1, padding, 1);
    }

    private static Layer bilinear(int scale, GoldenCase golden) {
        return golden.mentions("align_corners=True") ? Upsample.bilinearAligned(scale) : Upsample.bilinear(scale);
    }

    private static Layer transposed(GoldenCase golden) {
        int[] stride = golden.settings("stride");
        int[] padding = golden.settings("padding");
        int[] dilation = golden.settings("dilation");
        int[] extra = golden.settings("outputPadding");
        int groups = (int) golden.setting("groups");
        Var filter = golden.parameter("weight");
        return new ConvTranspose2d(
                filter,
                bias(golden, filter.shape().size(1) * groups),
                new Steps(stride[0], padding[0], dilation[0]),
                new Steps(stride[1], padding[1], dilation[1]),
                extra[0],
                extra[1],
                groups);
    }

    private static Layer border(GoldenCase golden) {
        return new ZeroPad2d(
                (int) golden.setting("top"), (int) golden.setting("bottom"), (int) golden.setting("left"), (int)
                        golden.setting("right"));
    }

    private static void dropout(GoldenCase golden) {
        Dropout layer = Dropout.of(golden.setting("p"), SeededRandom.of(0));
        Tensor uniform = golden.given("u");
        golden.assertOutput("mask", layer.mask(uniform));
        golden.assertOutput("yEval", layer.apply(golden.input("x")).value());
        Layers.check(golden, x -> layer.masked(x, uniform));
    }

    private static void embedding(GoldenCase golden) {
        Var y = new Embedding(golden.parameter("weight")).apply(Var.constant(golden.given("indices")));
        golden.assertOutput("y", y.value());
        golden.assertLoss((float) Layers.projection(golden, "y", y.value()));
        y.backward(golden.upstream("y"));
        golden.assertGradients();
    }

    private static void joined(GoldenCase golden) {
        Var a = golden.input("a");
        Var b = golden.input("b");
        Var concatenated = Var.concat(List.of(a, b), 1);
        Var added = new Residual(_ -> b, new Identity()).apply(a);
        Var flat = new Flatten().apply(a);
        golden.assertOutput("y1", concatenated.value());
        golden.assertOutput("y2", added.value());
        golden.assertOutput("y3", flat.value());
        Var loss = Layers.weighted(golden, "y1", concatenated)
                .plus(Layers.weighted(golden, "y2", added))
                .plus(Layers.weighted(golden, "y3", flat));
        golden.assertLoss(loss.value().array()[0]);
        loss.backward();
        golden.assertGradients();
    }

    private static Layer convolution(GoldenCase golden) {
        int[] stride = golden.settings("stride");
        int[] padding = golden.settings("padding");
        int[] dilation = golden.settings("dilation");
        return new Conv2d(
                golden.parameter("weight"),
                bias(golden, golden.parameter("weight").shape().size(0)),
                new Steps(stride[0], padding[0], dilation[0]),
                new Steps(stride[1], padding[1], dilation[1]),
                (int) golden.setting("groups"));
    }

    private static void batchNorm(GoldenCase golden) {
        BatchNorm layer = new BatchNorm(
                golden.parameter("gamma"),
                golden.parameter("beta"),
                golden.given("runningMean"),
                golden.given("runningVar"),
                golden.setting("momentum"),
                golden.setting("eps"));
        Layers.check(golden, golden.isSet("training") ? x -> Phase.training(() -> layer.apply(x)) : layer);
        golden.assertOutput("runningMeanAfter", layer.runningMean());
        golden.assertOutput("runningVarAfter", layer.runningVariance());
    }

    private static Steps steps(GoldenCase golden) {
        return new Steps((int) golden.setting("stride"), (int) golden.setting("padding"), 1);
    }
}
