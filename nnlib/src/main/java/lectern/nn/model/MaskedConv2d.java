package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// A convolution that sees only pixels before its own, in the order of reading: those above, and those to the
/// left in the same row; its own too, or not.
///
/// Shapes: x (batch, in, height, width), y (batch, out, height, width).
///
/// Source: A. van den Oord, N. Kalchbrenner and K. Kavukcuoglu, *Pixel Recurrent Neural Networks* (ICML 2016),
/// section 3.4: their mask B, or A. A pixel that sees itself sees all its channels.
///
/// @param convolution of odd size, keeping the size of the images
/// @param seesItself whether a pixel sees itself (mask B); the first layer must not (mask A)
public record MaskedConv2d(Conv2d convolution, boolean seesItself) implements Layer {

    /// @throws IllegalArgumentException if the convolution does not keep the size of images
    public MaskedConv2d {
        Conv2d kept = convolution.keepingSize();
        if (!kept.vertical().equals(convolution.vertical())
                || !kept.horizontal().equals(convolution.horizontal())
                || kept.vertical().stride() != 1
                || kept.horizontal().stride() != 1) {
            throw new IllegalArgumentException(
                    "MaskedConv2d: expected a convolution that keeps the size of images, found " + convolution
                            + "; call keepingSize() on it");
        }
    }

    /// Square filters with starting weights drawn from `random`.
    ///
    /// @throws IllegalArgumentException if the size is even
    public static MaskedConv2d of(int in, int out, int size, boolean seesItself, RandomGenerator random) {
        return new MaskedConv2d(Conv2d.of(in, out, size, random).keepingSize(), seesItself);
    }

    @Override
    public Var apply(Var x) {
        Var seen = convolution.filter().times(Var.constant(mask()));
        return new Conv2d(
                        seen,
                        convolution.bias(),
                        convolution.vertical(),
                        convolution.horizontal(),
                        convolution.groups())
                .apply(x);
    }

    /// 1 for a number of the filters that meets a pixel it may see, else 0.
    private Tensor mask() {
        Shape shape = convolution.filter().shape();
        int height = shape.size(2);
        int width = shape.size(3);
        int middle = height / 2 * width + width / 2;
        Tensor mask = Tensor.zeros(shape);
        for (int i = 0; i < mask.count(); i++) {
            int place = i % (height * width);
            mask.array()[i] = place < middle || (seesItself && place == middle) ? 1 : 0;
        }
        return mask;
    }

    @Override
    public List<Var> parameters() {
        return convolution.parameters();
    }

    @Override
    public String toString() {
        return "masked " + convolution;
    }
}
