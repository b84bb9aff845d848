package lectern.nn.theory;

import lectern.nn.ops.LinearAlgebra;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Linear regression in closed form: the w that minimises **‖Φ w − t‖² + λ ‖w‖²**.
///
/// With the singular values Φ = U diag(s) Vᵀ it is **w = V diag(s / (s² + λ)) Uᵀ t**; for λ = 0 over the
/// singular values above rounding, which is the solution of least norm. All weights are penalised, also one of
/// a feature that is always 1. Computed in double.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (3.27) and (3.28).
///
/// @param weight w, (features), or (features, outputs) for targets of several numbers
/// @param effectiveParameters **tr Φ (ΦᵀΦ + λ I)⁻¹ Φᵀ = Σ s² / (s² + λ)**, how many parameters the data decide
public record LeastSquares(Tensor weight, double effectiveParameters) {

    /// The weights for the given features and targets.
    ///
    /// @param features Φ, (count, features)
    /// @param target t, (count) or (count, outputs)
    /// @param ridge λ, 0 or more
    /// @throws IllegalArgumentException if these are not such
    public static LeastSquares of(Tensor features, Tensor target, double ridge) {
        if (features.shape().rank() != 2 || features.count() == 0) {
            throw new ShapeException("leastSquares", "features (count, features)", features.shape());
        }
        return of(Doubles.of(features.array()), features.size(0), features.size(1), target, ridge);
    }

    /// @param features Φ, (count, inputs), in double
    static LeastSquares of(double[] features, int count, int inputs, Tensor target, double ridge) {
        int rank = target.shape().rank();
        if (rank < 1 || rank > 2 || target.size(0) != count) {
            throw new ShapeException(
                    "leastSquares", "targets (" + count + ") or (" + count + ", outputs)", target.shape());
        }
        if (!(ridge >= 0)) {
            throw new IllegalArgumentException("leastSquares: expected a ridge of 0 or more, found " + ridge);
        }
        LinearAlgebra.Singular found = LinearAlgebra.singular(count, inputs, features);
        int used = ridge == 0 ? found.rank() : found.count();
        double effective = 0;
        for (int k = 0; k < used; k++) {
            effective += found.value(k) * shrunk(found.value(k), ridge);
        }
        int outputs = rank == 1 ? 1 : target.size(1);
        double[] weight = new double[inputs * outputs];
        for (int o = 0; o < outputs; o++) {
            for (int k = 0; k < used; k++) {
                double along = 0;
                for (int n = 0; n < count; n++) {
                    along += found.left(n, k) * target.array()[n * outputs + o];
                }
                along *= shrunk(found.value(k), ridge);
                for (int j = 0; j < inputs; j++) {
                    weight[j * outputs + o] += found.right(j, k) * along;
                }
            }
        }
        Shape shape = rank == 1 ? Shape.of(inputs) : Shape.of(inputs, outputs);
        return new LeastSquares(Tensor.of(shape, Doubles.floats(weight)), effective);
    }

    /// s / (s² + λ).
    private static double shrunk(double value, double ridge) {
        return value / (value * value + ridge);
    }

    /// Φ w, (count) or (count, outputs).
    ///
    /// @param features Φ, (count, features)
    /// @throws ShapeException if it has another shape
    public Tensor predict(Tensor features) {
        int inputs = weight.size(0);
        if (features.shape().rank() != 2 || features.size(1) != inputs) {
            throw new ShapeException("predict", "features (count, " + inputs + ")", features.shape());
        }
        Tensor product = features.matmul(weight.reshape(inputs, weight.count() / inputs));
        return weight.shape().rank() == 1 ? product.reshape(product.count()) : product;
    }
}
