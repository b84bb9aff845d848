package lectern.nn.layer;

import lectern.nn.ops.Nonlinearity;
import org.jspecify.annotations.Nullable;

/// A nonlinearity: a function of the preactivation without parameters, so that one may stand in many places.
///
/// [PRelu], whose slope is learned, is a layer like any other.
public sealed interface Activation extends Layer permits ArrayActivation, FormulaActivation, Softmax, LogSoftmax {

    /// The same function as the end of an affine map, if it can be computed there.
    default @Nullable Nonlinearity fused() {
        return null;
    }
}
