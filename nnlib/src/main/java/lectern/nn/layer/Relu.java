package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// The rectified linear unit **y = max(x, 0)**, number by number. Pullback: dx += dy where x > 0.
public record Relu() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Tensor.zeros(x.value().shape());
        float[] from = x.value().array();
        for (int i = 0; i < from.length; i++) {
            y.array()[i] = Math.max(from[i], 0);
        }
        return Var.derived(y, dy -> pullback(x, dy), x);
    }

    private static void pullback(Var x, Tensor dy) {
        float[] from = x.value().array();
        float[] dx = x.gradient().array();
        for (int i = 0; i < dx.length; i++) {
            dx[i] += from[i] > 0 ? dy.array()[i] : 0;
        }
    }

    @Override
    public String toString() {
        return "relu";
    }
}
