package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// The rectified linear unit **y = max(x, 0)**, number by number. Pullback: dx += dy where y > 0.
public record Relu() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Arena.tensor(x.shape());
        float[] from = x.borrow().array();
        for (int i = 0; i < from.length; i++) {
            y.array()[i] = Math.max(from[i], 0);
        }
        return Var.operation(y, dy -> pullback(x, y, dy), x);
    }

    private static void pullback(Var x, Tensor y, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        for (int i = 0; i < dx.count(); i++) {
            dx.array()[i] = y.array()[i] > 0 ? dy.array()[i] : 0;
        }
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "relu";
    }
}
