package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// The penalty that makes many weights small and few large, **λ Σ |x|**. Its gradient is λ sign x, where 0 has
/// the sign 0.
///
/// Source: R. Tibshirani, *Regression shrinkage and selection via the lasso* (J. Royal Statistical Society B
/// 58, 1996), eq. (1).
///
/// @param strength λ, 0 or more
public record L1(double strength) implements Penalty {

    /// @throws IllegalArgumentException if the strength is out of its range
    public L1 {
        Strength.check("l1", strength);
    }

    @Override
    public Var of(Var x) {
        float[] numbers = x.borrow().array();
        Tensor sizes = Arena.tensor(x.shape());
        for (int i = 0; i < numbers.length; i++) {
            sizes.array()[i] = Math.abs(numbers[i]);
        }
        Tensor y = Arena.tensor();
        y.array()[0] = (float) (strength * sizes.sum());
        return Var.operation("l1", y, dy -> pullback(x, (float) (strength * dy.item())), x);
    }

    private static void pullback(Var x, float scale) {
        float[] numbers = x.borrow().array();
        Tensor dx = Arena.tensor(x.shape());
        for (int i = 0; i < numbers.length; i++) {
            dx.array()[i] = scale * Math.signum(numbers[i]);
        }
        x.addGradient(dx);
    }
}
