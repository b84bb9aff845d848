package lectern.nn.layer;

import lectern.nn.autograd.Var;

/// The logarithms of probabilities, **yₖ = xₖ − ln Σⱼ e^xⱼ** along the last dimension: exact where [Softmax]
/// rounds to 0 or 1.
///
/// Shapes: x, y (…, classes).
public record LogSoftmax() implements Activation {

    /// @throws lectern.nn.tensor.ShapeException if x is a single number
    @Override
    public Var apply(Var x) {
        return x.logSoftmax();
    }

    @Override
    public String toString() {
        return "log softmax";
    }
}
