package lectern.nn.layer;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// A function of one variable, with parameters that can be learned. A lambda is a layer without parameters.
@FunctionalInterface
public interface Layer {

    /// The outputs for a batch of inputs.
    ///
    /// @param x (batch, …)
    Var apply(Var x);

    /// What can be learned, in a fixed order.
    default List<Var> parameters() {
        return List.of();
    }

    /// What training changes besides the parameters, such as running means, in a fixed order.
    default List<Tensor> statistics() {
        return List.of();
    }
}
