package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Conv1d;
import lectern.nn.layer.Layer;
import lectern.nn.layer.ZeroPad2d;
import lectern.nn.tensor.Shape;

/// A convolution along time that sees nothing later, **y[t] = b + Σ w[k] x[t − d (length − 1 − k)]**: with
/// dilations d = 1, 2, 4, … a few layers see far back.
///
/// Shapes: x (batch, in, time), y (batch, out, time).
///
/// Source: A. van den Oord et al., *WaveNet: A Generative Model for Raw Audio* (2016), section 2.1.
///
/// @param convolution without padding and stride
public record CausalConv1d(Conv1d convolution) implements Layer {

    /// @throws IllegalArgumentException if the convolution has a padding or a stride
    public CausalConv1d {
        if (convolution.steps().padding() != 0 || convolution.steps().stride() != 1) {
            throw new IllegalArgumentException(
                    "CausalConv1d: expected no padding and a stride of 1, found " + convolution.steps());
        }
    }

    /// Filters with starting weights drawn from `random`.
    public static CausalConv1d of(int in, int out, int length, int dilation, RandomGenerator random) {
        return new CausalConv1d(Conv1d.of(in, out, length, random).dilation(dilation));
    }

    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        int before =
                convolution.steps().dilation() * (convolution.filter().shape().size(2) - 1);
        Var padded = new ZeroPad2d(0, 0, before, 0).apply(x.reshape(shape.size(0), shape.size(1), 1, shape.size(2)));
        return convolution.apply(padded.reshape(shape.size(0), shape.size(1), before + shape.size(2)));
    }

    @Override
    public List<Var> parameters() {
        return convolution.parameters();
    }

    @Override
    public String toString() {
        return "causal " + convolution;
    }
}
