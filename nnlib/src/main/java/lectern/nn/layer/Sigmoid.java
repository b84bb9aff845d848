package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// The logistic function **y = 1 / (1 + e⁻ˣ)**, number by number. Pullback: dx += dy ⊙ y (1 − y).
public record Sigmoid() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Arena.tensor(x.shape());
        Ops.best().elementwise().sigmoid(x.borrow().array(), y.array());
        return Var.operation(y, dy -> pullback(x, y, dy), x);
    }

    private static void pullback(Var x, Tensor y, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        Ops.best().elementwise().sigmoidPullback(y.array(), dy.array(), dx.array());
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "sigmoid";
    }
}
