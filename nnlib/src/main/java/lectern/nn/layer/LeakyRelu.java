package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// **y = x where x > 0, else s x**, number by number. Pullback: dx += dy where x > 0, else s dy.
///
/// @param slope s, small and positive
public record LeakyRelu(double slope) implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Tensor.zeros(x.value().shape());
        float[] from = x.value().array();
        float below = (float) slope;
        for (int i = 0; i < from.length; i++) {
            y.array()[i] = from[i] > 0 ? from[i] : below * from[i];
        }
        return Var.derived(y, dy -> pullback(x, dy), x);
    }

    private void pullback(Var x, Tensor dy) {
        float[] from = x.value().array();
        float[] dx = x.gradient().array();
        float below = (float) slope;
        for (int i = 0; i < dx.length; i++) {
            dx[i] = Math.fma(dy.array()[i], from[i] > 0 ? 1 : below, dx[i]);
        }
    }

    @Override
    public String toString() {
        return "leaky relu " + slope;
    }
}
