package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// The rectified linear unit **y = max(x, 0)**, number by number. Pullback: dx += dy where y > 0.
public record Relu() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Arena.tensor(x.shape());
        Ops.best().elementwise().relu(x.borrow().array(), y.array());
        return Var.operation(y, dy -> pullback(x, y, dy), x);
    }

    private static void pullback(Var x, Tensor y, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        Ops.best().elementwise().reluPullback(y.array(), dy.array(), dx.array());
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "relu";
    }
}
