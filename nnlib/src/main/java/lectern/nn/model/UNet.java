package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.ConvTranspose2d;
import lectern.nn.layer.Layer;
import lectern.nn.layer.MaxPool2d;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.Tensor;

/// One level of a U-Net: **e = encoder(x), y = decoder(e, up(inner(pool(e))))**. What goes down to smaller
/// images and comes up again is joined, along the channels, with what stayed; the inner part is another level,
/// or the bottom.
///
/// Shapes: x (batch, in, height, width) with even sizes at each level, y (batch, out, height, width).
///
/// Source: O. Ronneberger, P. Fischer and T. Brox, *U-Net: Convolutional Networks for Biomedical Image
/// Segmentation* (MICCAI 2015), section 2; here images are padded, so that the result has their size.
///
/// @param encoder what sees the image at this size
/// @param inner what sees it at half this size
/// @param up to this size again
/// @param decoder what sees both
public record UNet(Layer encoder, Layer inner, Layer up, Layer decoder) implements Layer {

    /// Levels whose widths double, and a convolution of one pixel at the end; starting weights are drawn from
    /// `random`.
    ///
    /// @param in channels of the images
    /// @param out channels of the result
    /// @param width channels of the first level
    /// @param levels how often the images are halved, 1 or more
    /// @throws IllegalArgumentException if there is no level
    public static Sequential of(int in, int out, int width, int levels, RandomGenerator random) {
        if (levels < 1) {
            throw new IllegalArgumentException("UNet: expected levels of 1 or more, found " + levels);
        }
        return new Sequential(List.of(level(in, width, levels, random), Conv2d.of(width, out, 1, random)));
    }

    private static UNet level(int in, int width, int levels, RandomGenerator random) {
        Layer inner = levels == 1 ? convolution(width, 2 * width, random) : level(width, 2 * width, levels - 1, random);
        return new UNet(
                convolution(in, width, random),
                inner,
                ConvTranspose2d.of(2 * width, width, 2, 2, random),
                convolution(2 * width, width, random));
    }

    private static Sequential convolution(int in, int out, RandomGenerator random) {
        return new Sequential(List.of(Conv2d.of(in, out, 3, random).keepingSize(), new Relu()));
    }

    /// @throws lectern.nn.tensor.ShapeException if a size is odd where it is to be halved
    @Override
    public Var apply(Var x) {
        Var kept = encoder.apply(x);
        Var back = up.apply(inner.apply(MaxPool2d.of(2).apply(kept)));
        return decoder.apply(Var.concat(List.of(kept, back), 1));
    }

    private Sequential all() {
        return new Sequential(List.of(encoder, inner, up, decoder));
    }

    @Override
    public List<Var> parameters() {
        return all().parameters();
    }

    @Override
    public List<Tensor> statistics() {
        return all().statistics();
    }

    @Override
    public String toString() {
        return "u-net level(" + encoder + ", " + inner + ", " + up + ", " + decoder + ")";
    }
}
