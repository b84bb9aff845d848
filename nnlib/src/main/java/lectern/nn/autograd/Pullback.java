package lectern.nn.autograd;

import lectern.nn.tensor.Tensor;

/// What carries a gradient back through one operation: given ∂L/∂y, adds to ∂L/∂x of each argument x.
@FunctionalInterface
public interface Pullback {

    /// Adds to the gradients of the operation's arguments, see [Var#gradient()].
    ///
    /// @param dy ∂L/∂y, the shape of the result y; not to be changed
    void apply(Tensor dy);
}
