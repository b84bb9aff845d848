package lectern.nn.layer;

import lectern.nn.autograd.Elementwise;
import lectern.nn.autograd.Var;

/// A nonlinearity number by number that is computed over whole arrays, with the fast functions of
/// [lectern.nn.ops.ElementwiseOps].
sealed interface ArrayActivation extends Activation, Elementwise
        permits Elu, Gaussian, Gelu, GeluTanh, LeakyRelu, Relu, Selu, Sigmoid, Silu, Softplus, Tanh {

    @Override
    default Var apply(Var x) {
        return x.elementwise(this);
    }
}
