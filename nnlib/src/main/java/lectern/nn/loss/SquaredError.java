package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// **L = (1/n) Σ (yᵢ − tᵢ)²** over all n numbers of a batch, or the sum alone. Its gradient is 2 (y − t) / n.
///
/// Shapes: outputs y and targets t the same.
///
/// @param reduction what is done with the squares
public record SquaredError(Reduction reduction) implements Loss {

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the outputs
    @Override
    public Var apply(Var outputs, Var targets) {
        return reduction.apply(Reduction.difference(reduction.of("SquaredError"), outputs, targets)
                .square());
    }
}
