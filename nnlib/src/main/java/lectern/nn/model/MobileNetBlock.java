package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;

/// A block of a MobileNet: a depthwise convolution and a pointwise one, each with batch normalisation and
/// max(x, 0).
///
/// Shapes: x (batch, in, height, width), y (batch, out, height / stride, width / stride), rounded up.
///
/// Source: A. G. Howard et al., *MobileNets: Efficient Convolutional Neural Networks for Mobile Vision
/// Applications* (2017), figure 3.
public final class MobileNetBlock {

    private MobileNetBlock() {}

    /// Of the given layers.
    public static Sequential of(Conv2d depthwise, BatchNorm first, Conv2d pointwise, BatchNorm second) {
        return new Sequential(List.of(depthwise, first, new Relu(), pointwise, second, new Relu()));
    }

    /// Filters of 3 × 3 and of one pixel, without biases, with starting weights drawn from `random`.
    public static Sequential of(int in, int out, int stride, RandomGenerator random) {
        return of(
                Conv2d.depthwise(in, 1, 3, random).withoutBias().keepingSize().stride(stride),
                BatchNorm.of(in),
                Conv2d.of(in, out, 1, random).withoutBias(),
                BatchNorm.of(out));
    }
}
