package lectern.nn.layer;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.NormalizationOps;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Layer normalisation, **y = γ ⊙ (x − μ) / √(σ² + ε) + β**, with the mean and the biased variance of each row
/// by itself, in training and outside of it.
///
/// Shapes: x (…, features), y the same; γ and β (features).
///
/// Source: J. L. Ba, J. R. Kiros and G. E. Hinton, *Layer Normalization* (2016), eq. (4).
///
/// @param gamma γ
/// @param beta β
/// @param epsilon ε, keeps the quotient finite
public record LayerNorm(Var gamma, Var beta, double epsilon) implements Layer {

    /// @throws ShapeException if the shapes do not belong together
    /// @throws IllegalArgumentException if epsilon is below 0
    public LayerNorm {
        Norms.check("LayerNorm", gamma, beta, epsilon);
    }

    /// With γ one, β zero and ε = 10⁻⁵.
    ///
    /// @throws ShapeException if there is no feature
    public static LayerNorm of(int features) {
        return new LayerNorm(Norms.gamma("LayerNorm", features), Norms.beta(features), 1e-5);
    }

    /// @throws ShapeException if the last dimension of x is another
    @Override
    public Var apply(Var x) {
        int columns = gamma.shape().size(0);
        if (x.shape().rank() < 1 || x.shape().size(-1) != columns) {
            throw new ShapeException("LayerNorm", "inputs (…, " + columns + ")", x.shape());
        }
        NormalizationOps ops = Ops.best().normalization();
        float e = (float) epsilon;
        Tensor y = Arena.tensor(x.shape());
        Shape rows = Shape.of(y.count() / columns);
        Tensor mean = Arena.tensor(rows);
        Tensor variance = Arena.tensor(rows);
        ops.layer(
                columns,
                x.borrow().array(),
                gamma.borrow().array(),
                beta.borrow().array(),
                e,
                mean.array(),
                variance.array(),
                y.array());
        return Norms.operation(
                "layerNorm",
                y,
                x,
                gamma,
                beta,
                (dy, dx, dGamma, dBeta) -> ops.layerPullback(
                        columns,
                        x.borrow().array(),
                        gamma.borrow().array(),
                        e,
                        mean.array(),
                        variance.array(),
                        dy,
                        dx,
                        dGamma,
                        dBeta));
    }

    @Override
    public List<Var> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public String toString() {
        return "layer norm " + gamma.shape().size(0);
    }
}
