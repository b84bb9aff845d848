package lectern.nn.theory;

import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
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
        double[] powers = powers(x, degree);
        return new PolynomialRegression(degree, LeastSquares.of(powers, x.count(), degree + 1, target, ridge));
    }

    /// The polynomial at x.
    ///
    /// @param x (count)
    /// @return (count), or (count, outputs)
    /// @throws ShapeException if x has another rank
    public Tensor predict(Tensor x) {
        return solution.predict(features(x, degree));
    }

    /// The powers **1, x, x², …, x^degree** of each number, for a [LeastSquares] of one's own.
    ///
    /// @param x (count)
    /// @return (count, degree + 1)
    /// @throws IllegalArgumentException if x has another rank, or the degree is negative
    public static Tensor features(Tensor x, int degree) {
        double[] powers = powers(x, degree);
        return Tensor.of(Shape.of(x.count(), degree + 1), Doubles.floats(powers));
    }

    private static double[] powers(Tensor x, int degree) {
        if (x.shape().rank() != 1) {
            throw new ShapeException("polynomialRegression", "numbers (count)", x.shape());
        }
        if (degree < 0) {
            throw new IllegalArgumentException("polynomialRegression: expected a degree of 0 or more, found " + degree);
        }
        double[] powers = new double[x.count() * (degree + 1)];
        for (int n = 0; n < x.count(); n++) {
            double power = 1;
            for (int d = 0; d <= degree; d++) {
                powers[n * (degree + 1) + d] = power;
                power *= x.array()[n];
            }
        }
        return powers;
    }
}
