package lectern.nn.layer;

import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Tensor;

/// Noise on what passes, **y = x + ε** with ε from N(0, σ²) in [training][Phase], y = x outside of it.
/// Pullback: dx += dy.
///
/// Shapes: x any, y the same.
///
/// Source: C. M. Bishop, *Training with Noise is Equivalent to Tikhonov Regularization* (1995).
///
/// @param deviation σ, in units of x, 0 or more
/// @param random where the noise comes from
public record GaussianNoise(double deviation, RandomGenerator random) implements Layer {

    /// @throws IllegalArgumentException if the deviation is negative
    public GaussianNoise {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException("GaussianNoise: expected a deviation of 0 or more, found " + deviation);
        }
    }

    @Override
    public Var apply(Var x) {
        if (!Phase.isTraining()) {
            return x;
        }
        Tensor noise = Arena.tensor(x.shape());
        for (int i = 0; i < noise.count(); i++) {
            noise.array()[i] = (float) (deviation * random.nextGaussian());
        }
        return x.plus(Var.constant(noise));
    }

    @Override
    public String toString() {
        return "gaussian noise " + deviation;
    }
}
