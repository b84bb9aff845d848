package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// **y = x where x > 0, else s x**, number by number. Pullback: dx += dy where x > 0, else s dy.
///
/// @param slope s, small and positive
public record LeakyRelu(double slope) implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Arena.tensor(x.shape());
        Ops.best().elementwise().leakyRelu((float) slope, x.borrow().array(), y.array());
        return Var.operation(y, dy -> pullback(x, dy), x);
    }

    private void pullback(Var x, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        float[] from = x.borrow().array();
        Ops.best().elementwise().leakyReluPullback((float) slope, from, dy.array(), dx.array());
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "leaky relu " + slope;
    }
}
