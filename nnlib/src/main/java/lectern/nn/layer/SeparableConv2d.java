package lectern.nn.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;

/// A separable convolution: first each channel under a filter of its own, then, pixel by pixel, sums over the
/// channels. For filters of s × s it takes 1/out + 1/s² of the multiply-adds of a full convolution.
///
/// Shapes: x (batch, in, height, width), y (batch, out, …) as [Conv2d] has it.
///
/// Source: F. Chollet, *Xception: Deep Learning with Depthwise Separable Convolutions* (CVPR 2017), section
/// 1; the cost is that of A. G. Howard et al., *MobileNets* (2017), section 3.1.
///
/// @param depthwise the filters of the channels
/// @param pointwise filters of one pixel
public record SeparableConv2d(Conv2d depthwise, Conv2d pointwise) implements Layer {

    /// @throws ShapeException if the second takes other channels than the first gives
    public SeparableConv2d {
        int given = depthwise.filter().shape().size(0);
        int taken = pointwise.filter().shape().size(1) * pointwise.groups();
        if (given != taken) {
            throw new ShapeException(
                    "SeparableConv2d", "a pointwise convolution of " + given + " channels", "" + taken);
        }
    }

    /// Square filters without a bias, one for each channel, and then filters of one pixel with one.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one pixel
    public static SeparableConv2d of(int in, int out, int size, RandomGenerator random) {
        return new SeparableConv2d(Conv2d.depthwise(in, 1, size, random).withoutBias(), Conv2d.of(in, out, 1, random));
    }

    @Override
    public Var apply(Var x) {
        return pointwise.apply(depthwise.apply(x));
    }

    @Override
    public List<Var> parameters() {
        return new Sequential(List.of(depthwise, pointwise)).parameters();
    }

    @Override
    public String toString() {
        return "separable " + depthwise + ", " + pointwise;
    }
}
