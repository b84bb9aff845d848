package lectern.nn.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A convolution along one dimension, **y[o, i] = b[o] + Σ w[o, c, k] x[c, i s + k d − p]** for each
/// sequence, with stride s, dilation d and a padding of p zeros: a [Conv2d] of images with one row.
///
/// Shapes: x (batch, in, length), w (out, in / groups, filter length), b (out), y (batch, out, (length + 2p − d
/// (filter length − 1) − 1) / s + 1), rounded down.
///
/// Source: V. Dumoulin and F. Visin, *A guide to convolution arithmetic for deep learning* (2018),
/// relationship 6.
///
/// @param filter w
/// @param bias b; if it is a constant, it is not learned
/// @param steps stride, padding and dilation
/// @param groups parts into which channels and filters fall, each seeing only its own
public record Conv1d(Var filter, Var bias, Steps steps, int groups) implements Layer {

    private static final Steps STILL = new Steps(1, 0, 1);

    /// @throws ShapeException if the shapes do not belong together
    /// @throws IllegalArgumentException if a stride, padding or dilation, or the groups, cannot be
    public Conv1d {
        if (filter.shape().rank() != 3) {
            throw new ShapeException("Conv1d", "filter (out, in, length)", filter.shape());
        }
        Conv2d.check("Conv1d", filter.shape().size(0), bias.shape(), steps, steps, groups);
    }

    /// Filters that move by one, no padding; numbers as [Conv2d#of] draws them.
    ///
    /// @throws ShapeException if there is not at least one channel, one filter and one number in it
    public static Conv1d of(int in, int out, int length, RandomGenerator random) {
        if (in < 1 || out < 1 || length < 1) {
            throw new ShapeException(
                    "Conv1d", "at least one channel, filter and number", in + ", " + out + " and " + length);
        }
        double bound = Math.sqrt(6.0 / ((double) (in + out) * length));
        return new Conv1d(
                Var.of(Tensor.uniform(Shape.of(out, in, length), bound, random)), Var.of(Tensor.zeros(out)), STILL, 1);
    }

    /// The same filters without a bias.
    public Conv1d withoutBias() {
        return new Conv1d(filter, Var.constant(Tensor.zeros(bias.shape())), steps, groups);
    }

    /// The same filters moving by so many places.
    public Conv1d stride(int stride) {
        return with(new Steps(stride, steps.padding(), steps.dilation()));
    }

    /// The same filters over sequences with so many zeros at each end.
    public Conv1d padding(int padding) {
        return with(new Steps(steps.stride(), padding, steps.dilation()));
    }

    /// The same filters with their numbers so many places apart.
    public Conv1d dilation(int dilation) {
        return with(new Steps(steps.stride(), steps.padding(), dilation));
    }

    private Conv1d with(Steps other) {
        return new Conv1d(filter, bias, other, groups);
    }

    /// @throws ShapeException if x is not (batch, in, length), or is shorter than a filter
    @Override
    public Var apply(Var x) {
        Shape w = filter.shape();
        int in = w.size(1) * groups;
        if (x.shape().rank() != 3 || x.shape().size(1) != in) {
            throw new ShapeException("Conv1d", "sequences (batch, " + in + ", length)", x.shape());
        }
        if (steps.count(x.shape().size(2), w.size(2)) < 1) {
            throw new ShapeException(
                    "Conv1d",
                    "sequences, with their padding, of at least the length of a filter " + w.size(2),
                    x.shape() + "; a shorter filter or more padding fits");
        }
        Var rows = x.reshape(x.shape().size(0), in, 1, x.shape().size(2));
        Var y = new Conv2d(filter.reshape(w.size(0), w.size(1), 1, w.size(2)), bias, STILL, steps, groups).apply(rows);
        return y.reshape(y.shape().size(0), y.shape().size(1), y.shape().size(3));
    }

    @Override
    public List<Var> parameters() {
        return bias.isTracked() ? List.of(filter, bias) : List.of(filter);
    }

    @Override
    public String toString() {
        Shape shape = filter.shape();
        return "conv " + shape.size(1) * groups + " -> " + shape.size(0) + ", " + shape.size(2);
    }
}
