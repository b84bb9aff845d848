package lectern.nn.autograd;

import lectern.nn.tensor.Tensor;

/// What carries a gradient back through one operation: given ∂L/∂y, gives each argument x its part of ∂L/∂x.
@FunctionalInterface
public interface Pullback {

    /// Gives the operation's arguments their parts, see [Var#addGradient].
    ///
    /// @param dy ∂L/∂y, the shape of the result y; not to be changed
    void apply(Tensor dy);
}
