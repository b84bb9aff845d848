package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// Weight decay, **λ/2 Σ x²**. Its gradient is λ x.
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (3.27).
///
/// @param strength λ, 0 or more
public record L2(double strength) implements Penalty {

    /// @throws IllegalArgumentException if the strength is out of its range
    public L2 {
        Strength.check("l2", strength);
    }

    @Override
    public Var of(Var x) {
        float[] numbers = x.borrow().array();
        Tensor squares = Arena.tensor(x.shape());
        Ops.best().elementwise().multiply(numbers, numbers, squares.array());
        Tensor y = Arena.tensor();
        y.array()[0] = (float) (strength / 2 * squares.sum());
        return Var.operation(
                "l2",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    float scale = (float) (strength * dy.item());
                    Ops.best().elementwise().scale(scale, x.borrow().array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }
}
