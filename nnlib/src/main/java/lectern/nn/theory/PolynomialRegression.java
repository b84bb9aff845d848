package lectern.nn.theory;

import lectern.nn.tensor.Tensor;

/// A polynomial **y = w₀ + w₁ x + … + w_d x^d** fitted in closed form, with the penalty λ ‖w‖² or without one.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), section 1.1.
///
/// @param degree d
/// @param solution of the least squares in the powers of x
public record PolynomialRegression(int degree, LeastSquares solution) {

    /// The polynomial nearest to the targets.
    ///
    /// @param x (count)
    /// @param target (count), or (count, outputs) for a polynomial each
    /// @param ridge λ, 0 or more
    /// @throws IllegalArgumentException if these are not such, or the degree is negative
    public static PolynomialRegression fit(Tensor x, Tensor target, int degree, double ridge) {
        return new PolynomialRegression(degree, LeastSquares.of(LeastSquares.powers(x, degree), target, ridge));
    }

    /// The polynomial at x.
    ///
    /// @param x (count)
    /// @return (count), or (count, outputs)
    public Tensor predict(Tensor x) {
        return solution.predict(LeastSquares.powers(x, degree));
    }
}
