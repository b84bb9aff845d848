package lectern.nn.layer;

import lectern.nn.ops.Nonlinearity;
import org.jspecify.annotations.Nullable;

/// A nonlinearity: a function of the preactivation, without parameters.
public sealed interface Activation extends Layer permits LeakyRelu, Relu, Sigmoid, Softmax, Softplus, Tanh {

    /// The same function as the end of an affine map, if it can be computed there.
    default @Nullable Nonlinearity fused() {
        return switch (this) {
            case Relu() -> Nonlinearity.RELU;
            case Tanh() -> Nonlinearity.TANH;
            case Sigmoid() -> Nonlinearity.SIGMOID;
            case LeakyRelu _, Softmax _, Softplus _ -> null;
        };
    }
}
