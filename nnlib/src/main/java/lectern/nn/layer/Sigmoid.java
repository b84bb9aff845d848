package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Tensor;

/// The logistic function **y = 1 / (1 + e⁻ˣ)**, number by number. Pullback: dx += dy ⊙ y (1 − y).
public record Sigmoid() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Tensor.zeros(x.value().shape());
        Ops.best().elementwise().sigmoid(x.value().array(), y.array());
        return Var.derived(y, dy -> pullback(x, y, dy), x);
    }

    private static void pullback(Var x, Tensor y, Tensor dy) {
        float[] dx = x.gradient().array();
        for (int i = 0; i < dx.length; i++) {
            float activation = y.array()[i];
            dx[i] = Math.fma(dy.array()[i], activation * (1 - activation), dx[i]);
        }
    }

    @Override
    public String toString() {
        return "sigmoid";
    }
}
