package lectern.nn.golden;

import java.util.Map;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.GroupNorm;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.Phase;
import lectern.nn.ops.ConvolutionOps.Steps;

/// Layers by themselves.
final class LayerCases {

    static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry(
                    "linear",
                    golden -> Layers.check(golden, new Dense(golden.parameter("weight"), golden.row("bias")))),
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

    private LayerCases() {}

    private static Layer convolution(GoldenCase golden) {
        int[] stride = golden.settings("stride");
        int[] padding = golden.settings("padding");
        int[] dilation = golden.settings("dilation");
        return new Conv2d(
                golden.parameter("weight"),
                golden.parameter("bias"),
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
