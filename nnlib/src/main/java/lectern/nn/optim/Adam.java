package lectern.nn.optim;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.ops.UpdateOps.AdamStep;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Steps scaled by running moments of the gradient:
/// **m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε)**
/// with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ) at step t.
///
/// Source: D. P. Kingma and J. Ba, *Adam: a method for stochastic optimization* (ICLR 2015), algorithm 1.
///
/// @param learningRate η
/// @param beta1 β₁, how slowly the mean of the gradient forgets
/// @param beta2 β₂, how slowly its mean square forgets
/// @param epsilon ε, keeps the quotient finite
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Adam {
        if (!(learningRate > 0)) {
            throw new IllegalArgumentException("adam: expected a learning rate above 0, found " + learningRate);
        }
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException(
                    "adam: expected betas of 0 or more and below 1, found " + beta1 + " and " + beta2);
        }
        if (!(epsilon >= 0)) {
            throw new IllegalArgumentException("adam: expected an epsilon of 0 or more, found " + epsilon);
        }
    }

    /// With the settings that the paper recommends.
    public static Adam of(double learningRate) {
        return new Adam(learningRate, 0.9, 0.999, 1e-8);
    }

    @Override
    public Steps over(List<Var> parameters) {
        return new Moments(parameters);
    }

    private final class Moments implements Steps {

        private final List<Var> parameters;
        private final List<Tensor> means;
        private final List<Tensor> squares;
        private int step;

        Moments(List<Var> parameters) {
            this.parameters = parameters;
            List<Shape> shapes = parameters.stream().map(p -> p.shape()).toList();
            this.means = shapes.stream().map(Tensor::zeros).toList();
            this.squares = shapes.stream().map(Tensor::zeros).toList();
        }

        @Override
        public void step() {
            step++;
            // StrictMath, because Math.pow may differ in its last bit from one machine to the next.
            AdamStep now = new AdamStep(
                    (float) beta1,
                    (float) beta2,
                    (float) (learningRate / (1 - StrictMath.pow(beta1, step))),
                    (float) (1 / Math.sqrt(1 - StrictMath.pow(beta2, step))),
                    (float) epsilon);
            for (int p = 0; p < parameters.size(); p++) {
                Var parameter = parameters.get(p);
                float[] gradient = parameter.borrowGradient().array();
                float[] mean = means.get(p).array();
                Ops.best()
                        .update()
                        .adam(
                                parameter.borrow().array(),
                                gradient,
                                mean,
                                squares.get(p).array(),
                                now);
            }
        }
    }
}
