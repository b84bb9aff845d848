package lectern.nn.layer;

import lectern.nn.autograd.Var;

/// Probabilities from logits, **yₖ = e^xₖ / Σⱼ e^xⱼ** along the last dimension.
///
/// For training, leave it out and use the loss that takes logits: it is more exact.
///
/// Shapes: x, y (…, classes).
public record Softmax() implements Activation {

    /// @throws lectern.nn.tensor.ShapeException if x is a single number
    @Override
    public Var apply(Var x) {
        return x.softmax();
    }

    @Override
    public String toString() {
        return "softmax";
    }
}
