package lectern.nn.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps;
import lectern.nn.ops.ConvolutionOps.Convolution;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A transposed convolution, **y[o, i s + k d − p, j s + l d − p] += w[c, o, k, l] x[c, i, j]** onto the bias
/// b[o]: each pixel lays down its filter. It is the transpose of the linear map of a [Conv2d] with the same
/// steps: what carries that one's gradients back is this one's way forward, and the other way round.
///
/// Shapes: x (batch, in, height, width), w (in, out / groups, filter height, filter width), b (out),
/// y (batch, out, (height − 1) s − 2p + d (filter height − 1) + extra + 1, likewise the width).
///
/// Source: V. Dumoulin and F. Visin, *A guide to convolution arithmetic for deep learning* (2018),
/// relationship 14 and section 4.
///
/// @param filter w
/// @param bias b; if it is a constant, it is not learned
/// @param vertical stride, padding and dilation down the result
/// @param horizontal stride, padding and dilation along its rows
/// @param extraRows rows at the bottom that a convolution with this stride would not reach, fewer than the
/// stride or the dilation
/// @param extraColumns likewise columns at the right
/// @param groups parts into which channels and filters fall
public record ConvTranspose2d(
        Var filter, Var bias, Steps vertical, Steps horizontal, int extraRows, int extraColumns, int groups)
        implements Layer {

    private static final Steps ONES = new Steps(1, 0, 1);

    /// @throws ShapeException if the shapes do not belong together
    /// @throws IllegalArgumentException if a stride, padding, dilation, the extra pixels or the groups cannot
    /// be
    public ConvTranspose2d {
        Shape shape = filter.shape();
        if (shape.rank() != 4) {
            throw new ShapeException("ConvTranspose2d", "filter (in, out / groups, height, width)", shape);
        }
        Conv2d.checkGroups("ConvTranspose2d", shape.size(0), "channels", groups);
        Conv2d.check("ConvTranspose2d", shape.size(1) * groups, bias.shape(), vertical, horizontal, groups);
        checkExtra("rows", extraRows, vertical);
        checkExtra("columns", extraColumns, horizontal);
    }

    private static void checkExtra(String what, int extra, Steps steps) {
        int end = Math.max(steps.stride(), steps.dilation());
        if (extra < 0 || extra >= end) {
            throw new IllegalArgumentException("ConvTranspose2d: expected extra " + what
                    + " of 0 or more and below the stride or the dilation (" + end + "), found " + extra);
        }
    }

    /// Square filters moving by so many pixels, no padding; numbers as [Conv2d#of] draws them.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one pixel
    public static ConvTranspose2d of(int in, int out, int size, int stride, RandomGenerator random) {
        if (in < 1 || out < 1 || size < 1) {
            throw new ShapeException(
                    "ConvTranspose2d", "at least one channel, filter and pixel", in + ", " + out + " and " + size);
        }
        double bound = Math.sqrt(6.0 / ((double) (in + out) * size * size));
        Steps steps = new Steps(stride, 0, 1);
        return new ConvTranspose2d(
                Var.of(Tensor.uniform(Shape.of(in, out, size, size), bound, random)),
                Var.of(Tensor.zeros(out)),
                steps,
                steps,
                0,
                0,
                1);
    }

    /// The same filters without a bias.
    public ConvTranspose2d withoutBias() {
        return new ConvTranspose2d(
                filter,
                Var.constant(Tensor.zeros(bias.shape())),
                vertical,
                horizontal,
                extraRows,
                extraColumns,
                groups);
    }

    /// The same filters with so many pixels taken off each side of the result.
    public ConvTranspose2d padding(int padding) {
        return new ConvTranspose2d(
                filter,
                bias,
                new Steps(vertical.stride(), padding, vertical.dilation()),
                new Steps(horizontal.stride(), padding, horizontal.dilation()),
                extraRows,
                extraColumns,
                groups);
    }

    /// The same filters with so many more rows and columns: a filter of 3 × 3 with a stride of 2, a padding
    /// of 1 and an extra of 1 doubles the size of images.
    public ConvTranspose2d extra(int pixels) {
        return new ConvTranspose2d(filter, bias, vertical, horizontal, pixels, pixels, groups);
    }

    /// @throws ShapeException if x is not (batch, in, height, width), or nothing is left of the result
    @Override
    public Var apply(Var x) {
        int in = filter.shape().size(0);
        if (x.shape().rank() != 4 || x.shape().size(1) != in) {
            throw new ShapeException("ConvTranspose2d", "images (batch, " + in + ", height, width)", x.shape());
        }
        // A whole stride more is what another row of zeros in x lays down.
        int rows = extraRows / vertical.stride();
        int columns = extraColumns / horizontal.stride();
        return lay(rows + columns == 0 ? x : new ZeroPad2d(0, rows, 0, columns).apply(x));
    }

    private Var lay(Var x) {
        Convolution back = sizes(x.shape());
        Tensor y = Arena.tensor(back.batch(), back.channels(), back.height(), back.width());
        WorkCounter.add(back.multiplyAdds());
        ops().inputGradient(back, x.borrow().array(), filter.borrow().array(), y.array());
        addBias(y, back.height() * back.width());
        return Var.operation("convTranspose2d", y, dy -> pullback(back, x, dy), x, filter, bias);
    }

    /// The convolution from y to x, whose transpose this is.
    private Convolution sizes(Shape x) {
        Shape w = filter.shape();
        int height = reach(x.size(2), w.size(2), vertical) + extraRows % vertical.stride();
        int width = reach(x.size(3), w.size(3), horizontal) + extraColumns % horizontal.stride();
        if (height < 1 || width < 1) {
            throw new ShapeException(
                    "ConvTranspose2d",
                    "images whose result has pixels left within the padding",
                    x + "; less padding fits");
        }
        return new Convolution(
                x.size(0),
                w.size(1) * groups,
                height,
                width,
                w.size(0),
                w.size(2),
                w.size(3),
                vertical,
                horizontal,
                groups);
    }

    private static int reach(int size, int filterSize, Steps steps) {
        return (size - 1) * steps.stride() - 2 * steps.padding() + steps.dilation() * (filterSize - 1) + 1;
    }

    private void addBias(Tensor y, int pixels) {
        float[] b = bias.borrow().array();
        float[] numbers = y.array();
        for (int plane = 0; plane < (pixels == 0 ? 0 : numbers.length / pixels); plane++) {
            float shift = b[plane % b.length];
            for (int i = plane * pixels; i < (plane + 1) * pixels; i++) {
                numbers[i] += shift;
            }
        }
    }

    private void pullback(Convolution back, Var x, Tensor dy) {
        if (bias.isTracked()) {
            Tensor db = Arena.tensor(bias.shape());
            ops().biasGradient(pixelwise(back), dy.array(), db.array());
            bias.addGradient(db);
        }
        if (filter.isTracked()) {
            Tensor dw = Arena.tensor(filter.shape());
            WorkCounter.add(back.multiplyAdds());
            ops().filterGradient(back, dy.array(), x.borrow().array(), dw.array());
            filter.addGradient(dw);
        }
        if (x.isTracked()) {
            Tensor dx = Arena.tensor(x.shape());
            WorkCounter.add(back.multiplyAdds());
            float[] none = Arena.zeros(Shape.of(back.filters())).array();
            ops().convolve(back, dy.array(), filter.borrow().array(), none, dx.array());
            x.addGradient(dx);
        }
    }

    /// The result's own sizes, as those of a convolution that leaves them alone.
    private static Convolution pixelwise(Convolution back) {
        int out = back.channels();
        return new Convolution(back.batch(), out, back.height(), back.width(), out, 1, 1, ONES, ONES, out);
    }

    private static ConvolutionOps ops() {
        return Ops.best().convolution();
    }

    @Override
    public List<Var> parameters() {
        return bias.isTracked() ? List.of(filter, bias) : List.of(filter);
    }

    @Override
    public String toString() {
        Shape shape = filter.shape();
        return "transposed conv " + shape.size(0) + " -> " + shape.size(1) * groups + ", " + shape.size(2) + "×"
                + shape.size(3);
    }
}
