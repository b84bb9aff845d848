package lectern.nn.layer;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// A dense connection, **y = (x, f(x))**: what f makes of its input is put behind the input, along the
/// channels, so that what follows sees both.
///
/// Shapes: x (batch, in, …), f(x) (batch, growth, …), y (batch, in + growth, …).
///
/// Source: G. Huang et al., *Densely Connected Convolutional Networks* (CVPR 2017), eq. (2).
///
/// @param inner f
public record DenseConnection(Layer inner) implements Layer {

    /// @throws lectern.nn.tensor.ShapeException if f(x) differs from x in more than its channels
    @Override
    public Var apply(Var x) {
        return Var.concat(List.of(x, inner.apply(x)), 1);
    }

    @Override
    public List<Var> parameters() {
        return inner.parameters();
    }

    @Override
    public List<Tensor> statistics() {
        return inner.statistics();
    }

    @Override
    public String toString() {
        return "dense connection(" + inner + ")";
    }
}
