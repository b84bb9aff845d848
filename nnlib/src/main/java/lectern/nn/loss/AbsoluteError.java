package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// **L = (1/n) Σ |yᵢ − tᵢ|** over all n numbers of a batch, the L1 loss, or the sum alone. Its gradient is the
/// sign of y − t, by n.
///
/// Shapes: outputs y and targets t the same.
///
/// @param reduction what is done with the absolute values
public record AbsoluteError(Reduction reduction) implements Loss {

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the outputs
    @Override
    public Var apply(Var outputs, Var targets) {
        return reduction.apply(Reduction.difference(reduction.of("AbsoluteError"), outputs, targets)
                .abs());
    }
}
