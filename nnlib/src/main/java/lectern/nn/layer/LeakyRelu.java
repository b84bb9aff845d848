package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// **y = x where x > 0, else s x**, number by number. Pullback: dx += dy where x > 0, else s dy.
///
/// @param slope s, small and positive
public record LeakyRelu(double slope) implements Activation {

    @Override
    public Var apply(Var x) {
        Tensor y = Arena.tensor(x.shape());
        float[] from = x.borrow().array();
        float below = (float) slope;
        for (int i = 0; i < from.length; i++) {
            y.array()[i] = from[i] > 0 ? from[i] : below * from[i];
        }
        return Var.operation(y, dy -> pullback(x, dy), x);
    }

    private void pullback(Var x, Tensor dy) {
        Tensor dx = Arena.tensor(x.shape());
        float[] from = x.borrow().array();
        float below = (float) slope;
        for (int i = 0; i < dx.count(); i++) {
            dx.array()[i] = dy.array()[i] * (from[i] > 0 ? 1 : below);
        }
        x.addGradient(dx);
    }

    @Override
    public String toString() {
        return "leaky relu " + slope;
    }
}
