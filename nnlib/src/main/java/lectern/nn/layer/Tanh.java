package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// **y = tanh x**, number by number. Pullback: dx += dy ⊙ (1 − y²).
public record Tanh() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Arena.tensor(x.shape());
        Ops.best().elementwise().tanh(x.borrow().array(), y.array());
        return Var.operation(y, dy -> pullback(x, y, dy), x);
    }

    private static void pullback(Var x, Tensor y, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        Ops.best().elementwise().tanhPullback(y.array(), dy.array(), dx.array());
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "tanh";
    }
}
