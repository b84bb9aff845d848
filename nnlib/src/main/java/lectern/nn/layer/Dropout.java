package lectern.nn.layer;

import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Dropout: in [training][Phase] each number is dropped with probability p, its mask m being 0, else 1.
///
/// - inverted, as usual: **y = x m / (1 − p)** in training, y = x outside of it
/// - by the expected activation: **y = x m** in training, **y = (1 − p) x** outside of it, which for a linear
/// layer behind it is the mean over all masks
///
/// Pullback: the same factor on dy. Shapes: x any, y the same.
///
/// Source: N. Srivastava et al., *Dropout: A Simple Way to Prevent Neural Networks from Overfitting* (JMLR
/// 2014), sections 4 and 10.
///
/// @param rate p, 0 or more and below 1
/// @param inverted which of the two
/// @param random where the masks come from
public record Dropout(double rate, boolean inverted, RandomGenerator random) implements Layer {

    /// @throws IllegalArgumentException if the rate is out of its range
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("Dropout: expected a rate of 0 or more and below 1, found " + rate);
        }
    }

    /// Inverted dropout.
    public static Dropout of(double rate, RandomGenerator random) {
        return new Dropout(rate, true, random);
    }

    /// The same, with the expected activation outside of training.
    public Dropout byExpectedActivation() {
        return new Dropout(rate, false, random);
    }

    @Override
    public Var apply(Var x) {
        if (!Phase.isTraining()) {
            return inverted ? x : x.times(1 - rate);
        }
        Tensor uniform = Arena.tensor(x.shape());
        for (int i = 0; i < uniform.count(); i++) {
            uniform.array()[i] = random.nextFloat();
        }
        return masked(x, uniform);
    }

    /// Which numbers are kept: 1 where a given number from [0, 1) is p or more, else 0.
    ///
    /// @param uniform any shape
    public Tensor mask(Tensor uniform) {
        Tensor mask = Arena.tensor(uniform.shape());
        for (int i = 0; i < mask.count(); i++) {
            mask.array()[i] = uniform.array()[i] >= (float) rate ? 1 : 0;
        }
        return mask;
    }

    /// What training makes of x where the random numbers are given.
    ///
    /// @param uniform from [0, 1), the shape of x
    /// @throws ShapeException if it has another shape
    public Var masked(Var x, Tensor uniform) {
        Shape shape = x.shape();
        if (!uniform.shape().equals(shape)) {
            throw new ShapeException("Dropout", "random numbers " + shape, uniform.shape());
        }
        Tensor mask = mask(uniform);
        float factor = inverted ? (float) (1 / (1 - rate)) : 1;
        for (int i = 0; i < mask.count(); i++) {
            mask.array()[i] *= factor;
        }
        return x.times(Var.constant(mask));
    }

    @Override
    public String toString() {
        return "dropout " + rate;
    }
}
