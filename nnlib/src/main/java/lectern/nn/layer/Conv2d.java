package lectern.nn.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Convolution;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Initializer;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.tensor.UniformWeights;

/// A convolutional layer, **y[o, i, j] = b[o] + Σ w[o, c, k, l] x[c, i s + k d − p, j s + l d − p]** for each
/// image, with stride s, dilation d and a padding of p zeros around the image. The filters are not mirrored.
///
/// Shapes: x (batch, in, height, width), w (out, in / groups, filter height, filter width), b (out),
/// y (batch, out, (height + 2p − d (filter height − 1) − 1) / s + 1, likewise the width), rounded down.
///
/// Source: V. Dumoulin and F. Visin, *A guide to convolution arithmetic for deep learning* (2018),
/// relationship 6 and, for dilation, section 5.1.
///
/// @param filter w
/// @param bias b; if it is a constant, it is not learned
/// @param vertical stride, padding and dilation down the image
/// @param horizontal stride, padding and dilation along its rows
/// @param groups parts into which channels and filters fall, each seeing only its own; `in` for a depthwise
/// convolution
public record Conv2d(Var filter, Var bias, Steps vertical, Steps horizontal, int groups) implements Layer {

    /// @throws ShapeException if the shapes do not belong together
    /// @throws IllegalArgumentException if a stride, padding or dilation, or the groups, cannot be
    public Conv2d {
        Shape shape = filter.shape();
        if (shape.rank() != 4) {
            throw new ShapeException("Conv2d", "filter (out, in, height, width)", shape);
        }
        check("Conv2d", shape.size(0), bias.shape(), vertical, horizontal, groups);
    }

    /// What convolutions of any dimension refuse.
    static void check(String where, int filters, Shape bias, Steps vertical, Steps horizontal, int groups) {
        if (!bias.equals(Shape.of(filters))) {
            throw new ShapeException(where, "bias (" + filters + ")", bias);
        }
        checkGroups(where, filters, "filters", groups);
        for (Steps steps : List.of(vertical, horizontal)) {
            if (steps.stride() < 1 || steps.dilation() < 1 || steps.padding() < 0) {
                throw new IllegalArgumentException(
                        where + ": expected stride and dilation of 1 or more and padding of 0 or more, found " + steps);
            }
        }
    }

    static void checkGroups(String where, int count, String what, int groups) {
        if (groups < 1 || count % groups != 0) {
            throw new IllegalArgumentException(
                    where + ": expected groups that divide " + count + " " + what + ", found " + groups);
        }
    }

    /// Square filters, one pixel at a time, no padding; numbers from U(−r, r) with r = √(6 / ((in + out)
    /// size²)), Glorot and Bengio (2010), eq. 16, biases zero.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one pixel
    public static Conv2d of(int in, int out, int size, RandomGenerator random) {
        return of(in, out, size, new UniformWeights(Scaling.GLOROT), random);
    }

    /// Square filters, one pixel at a time, no padding; numbers as the initializer draws them, biases zero.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one pixel
    public static Conv2d of(int in, int out, int size, Initializer initializer, RandomGenerator random) {
        return of(in, out, size, 1, initializer, random);
    }

    /// The same in groups, of which each is drawn as a convolution of its own, of in / groups channels and
    /// out / groups filters: signals keep their size however many groups there are.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one pixel
    /// @throws IllegalArgumentException if the groups divide not both the channels and the filters
    public static Conv2d of(int in, int out, int size, int groups, Initializer initializer, RandomGenerator random) {
        if (in < 1 || out < 1 || size < 1) {
            throw new ShapeException(
                    "Conv2d", "at least one channel, filter and pixel", in + ", " + out + " and " + size);
        }
        checkGroups("Conv2d", in, "channels", groups);
        checkGroups("Conv2d", out, "filters", groups);
        Steps ones = new Steps(1, 0, 1);
        return new Conv2d(
                Var.of(draw(in / groups, out / groups, size, groups, initializer, random)),
                Var.of(Tensor.zeros(out)),
                ones,
                ones,
                groups);
    }

    private static Tensor draw(int in, int out, int size, int groups, Initializer initializer, RandomGenerator random) {
        Tensor filter = Tensor.zeros(groups * out, in, size, size);
        int count = filter.count() / groups;
        for (int g = 0; g < groups; g++) {
            Tensor drawn = initializer.draw(Shape.of(out, in, size, size), random);
            System.arraycopy(drawn.array(), 0, filter.array(), g * count, count);
        }
        return filter;
    }

    /// A filter of its own for each channel, or several: `multiplier` results of each channel, next to each
    /// other. Each channel is a group, drawn as [#of(int, int, int, RandomGenerator)] draws one channel.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one pixel
    public static Conv2d depthwise(int channels, int multiplier, int size, RandomGenerator random) {
        if (channels < 1 || multiplier < 1) {
            throw new ShapeException("Conv2d", "at least one channel and filter", channels + " and " + multiplier);
        }
        return of(channels, channels * multiplier, size, channels, new UniformWeights(Scaling.GLOROT), random);
    }

    /// The same filters without a bias.
    public Conv2d withoutBias() {
        return new Conv2d(filter, Var.constant(Tensor.zeros(bias.shape())), vertical, horizontal, groups);
    }

    /// The same filters over images with so many zeros on each side that a stride of one keeps their size.
    ///
    /// @throws IllegalArgumentException if that takes half a pixel
    public Conv2d keepingSize() {
        int height = vertical.dilation() * (filter.shape().size(2) - 1);
        int width = horizontal.dilation() * (filter.shape().size(3) - 1);
        if (height % 2 != 0 || width % 2 != 0) {
            throw new IllegalArgumentException(
                    "Conv2d: expected filters of odd sizes to keep the size of images, found "
                            + filter.shape().size(2) + "×" + filter.shape().size(3));
        }
        return new Conv2d(
                filter,
                bias,
                new Steps(vertical.stride(), height / 2, vertical.dilation()),
                new Steps(horizontal.stride(), width / 2, horizontal.dilation()),
                groups);
    }

    /// The same filters moving by so many pixels.
    public Conv2d stride(int stride) {
        return with(new Steps(stride, vertical.padding(), vertical.dilation()));
    }

    /// The same filters over images with so many zeros on each side.
    public Conv2d padding(int padding) {
        return with(new Steps(vertical.stride(), padding, vertical.dilation()));
    }

    /// The same filters with their numbers so many pixels apart.
    public Conv2d dilation(int dilation) {
        return with(new Steps(vertical.stride(), vertical.padding(), dilation));
    }

    private Conv2d with(Steps steps) {
        return new Conv2d(filter, bias, steps, steps, groups);
    }

    /// @throws ShapeException if x is not (batch, in, height, width), or is smaller than a filter
    @Override
    public Var apply(Var x) {
        Convolution sizes = sizes(x.shape());
        Tensor y = Arena.tensor(sizes.batch(), sizes.filters(), sizes.outHeight(), sizes.outWidth());
        WorkCounter.add(sizes.multiplyAdds());
        Ops.best()
                .convolution()
                .convolve(
                        sizes,
                        x.borrow().array(),
                        filter.borrow().array(),
                        bias.borrow().array(),
                        y.array());
        return Var.operation("conv2d", y, dy -> pullback(sizes, x, dy), x, filter, bias);
    }

    private Convolution sizes(Shape x) {
        int in = filter.shape().size(1) * groups;
        int height = filter.shape().size(2);
        int width = filter.shape().size(3);
        if (x.rank() != 4 || x.size(1) != in) {
            throw new ShapeException("Conv2d", "images (batch, " + in + ", height, width)", x);
        }
        Convolution sizes = new Convolution(
                x.size(0),
                in,
                x.size(2),
                x.size(3),
                filter.shape().size(0),
                height,
                width,
                vertical,
                horizontal,
                groups);
        if (sizes.outHeight() < 1 || sizes.outWidth() < 1) {
            throw new ShapeException(
                    "Conv2d",
                    "images, with their padding, of at least the size of a filter (" + height + ", " + width + ")",
                    x + "; a smaller filter or more padding fits");
        }
        return sizes;
    }

    private void pullback(Convolution sizes, Var x, Tensor dy) {
        if (bias.isTracked()) {
            Tensor db = Arena.tensor(bias.shape());
            Ops.best().convolution().biasGradient(sizes, dy.array(), db.array());
            bias.addGradient(db);
        }
        if (filter.isTracked()) {
            Tensor dw = Arena.tensor(filter.shape());
            WorkCounter.add(sizes.multiplyAdds());
            Ops.best().convolution().filterGradient(sizes, x.borrow().array(), dy.array(), dw.array());
            filter.addGradient(dw);
        }
        if (x.isTracked()) {
            Tensor dx = Arena.tensor(x.shape());
            WorkCounter.add(sizes.multiplyAdds());
            Ops.best()
                    .convolution()
                    .inputGradient(sizes, dy.array(), filter.borrow().array(), dx.array());
            x.addGradient(dx);
        }
    }

    @Override
    public List<Var> parameters() {
        return bias.isTracked() ? List.of(filter, bias) : List.of(filter);
    }

    @Override
    public String toString() {
        Shape shape = filter.shape();
        return "conv " + shape.size(1) * groups + " -> " + shape.size(0) + ", " + shape.size(2) + "×" + shape.size(3);
    }
}
