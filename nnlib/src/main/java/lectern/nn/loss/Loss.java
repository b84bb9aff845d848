package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// What training makes small: a single number, the mean over a batch.
@FunctionalInterface
public interface Loss {

    /// The loss of a batch.
    ///
    /// @param outputs of the network, (batch, …)
    /// @param targets the truth: the shape of the outputs, or labels (batch) where the loss takes labels
    Var apply(Var outputs, Var targets);

    /// The loss of a batch, where nobody asks for the gradient by the targets.
    default Var apply(Var outputs, Tensor targets) {
        return apply(outputs, Var.constant(targets));
    }
}
