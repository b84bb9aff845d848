package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Tensor;

/// **y = ln(1 + eˣ)**, number by number: ReLU without the kink. Pullback: dx += dy ⊙ 1 / (1 + e⁻ˣ).
public record Softplus() implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Tensor.zeros(x.value().shape());
        Ops.best().elementwise().softplus(x.value().array(), y.array());
        return Var.derived(y, dy -> pullback(x, dy), x);
    }

    private static void pullback(Var x, Tensor dy) {
        float[] slope = new float[dy.count()];
        Ops.best().elementwise().sigmoid(x.value().array(), slope);
        float[] dx = x.gradient().array();
        for (int i = 0; i < dx.length; i++) {
            dx[i] = Math.fma(dy.array()[i], slope[i], dx[i]);
        }
    }

    @Override
    public String toString() {
        return "softplus";
    }
}
