package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.BatchNorm;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Identity;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Residual;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Tensor;

/// A block of a residual network, **y = max(f(x) + s(x), 0)**, where f is convolutions with batch normalisation
/// and s the identity, or a convolution of one pixel where f changes the shape.
///
/// Shapes: x (batch, in, height, width), y (batch, out, height / stride, width / stride), rounded up.
///
/// Source: K. He et al., *Deep Residual Learning for Image Recognition* (CVPR 2016), section 3.3 and figure 5.
///
/// @param residual f + s
public record ResNetBlock(Residual residual) implements Layer {

    /// Of the two ways.
    public ResNetBlock(Layer inner, Layer shortcut) {
        this(new Residual(inner, shortcut));
    }

    /// Two convolutions of 3 × 3; with other channels or a stride the shortcut is a convolution of one pixel.
    public static ResNetBlock basic(int in, int out, int stride, RandomGenerator random) {
        Layer inner = new Sequential(List.of(
                convolution(in, out, 3, stride, random),
                BatchNorm.of(out),
                new Relu(),
                convolution(out, out, 3, 1, random),
                BatchNorm.of(out)));
        return new ResNetBlock(inner, shortcut(in, out, stride, random));
    }

    /// A convolution of one pixel to fewer channels, one of 3 × 3 among these, and one of one pixel to more.
    ///
    /// @param narrow the fewer channels
    public static ResNetBlock bottleneck(int in, int narrow, int out, int stride, RandomGenerator random) {
        Layer inner = new Sequential(List.of(
                convolution(in, narrow, 1, 1, random),
                BatchNorm.of(narrow),
                new Relu(),
                convolution(narrow, narrow, 3, stride, random),
                BatchNorm.of(narrow),
                new Relu(),
                convolution(narrow, out, 1, 1, random),
                BatchNorm.of(out)));
        return new ResNetBlock(inner, shortcut(in, out, stride, random));
    }

    private static Layer shortcut(int in, int out, int stride, RandomGenerator random) {
        return in == out && stride == 1
                ? new Identity()
                : new Sequential(List.of(convolution(in, out, 1, stride, random), BatchNorm.of(out)));
    }

    /// Without a bias: the normalisation that follows would take it away.
    private static Conv2d convolution(int in, int out, int size, int stride, RandomGenerator random) {
        return Conv2d.of(in, out, size, random).withoutBias().keepingSize().stride(stride);
    }

    @Override
    public Var apply(Var x) {
        return new Relu().apply(residual.apply(x));
    }

    @Override
    public List<Var> parameters() {
        return residual.parameters();
    }

    @Override
    public List<Tensor> statistics() {
        return residual.statistics();
    }

    @Override
    public String toString() {
        return "resnet block(" + residual.inner() + ")";
    }
}
