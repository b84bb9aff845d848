package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;

/// **L = (1/n) Σ (yᵢ − tᵢ)²** over all n numbers of a batch. Its gradient is 2 (y − t) / n.
///
/// Shapes: outputs y and targets t the same.
public record MeanSquaredError() implements Loss {

    /// @throws ShapeException if the targets do not have the shape of the outputs
    @Override
    public Var apply(Var outputs, Var targets) {
        if (!targets.shape().equals(outputs.shape())) {
            throw new ShapeException("meanSquaredError", "targets " + outputs.shape(), targets.shape());
        }
        Var error = outputs.minus(targets);
        return error.times(error).mean();
    }
}
