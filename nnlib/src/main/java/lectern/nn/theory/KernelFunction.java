package lectern.nn.theory;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// An inner product of features, **k(x, y) = φ(x)·φ(y)**, without the features.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), section 6.2.
public sealed interface KernelFunction permits PolynomialKernel, GaussianKernel {

    /// k(x, y) from x·y, ‖x‖² and ‖y‖².
    double value(double product, double squaredX, double squaredY);

    /// k of each row of x with each row of y, (countX, countY).
    ///
    /// @param x (countX, features)
    /// @param y (countY, features)
    /// @throws ShapeException if they have other shapes
    default Tensor matrix(Tensor x, Tensor y) {
        if (x.shape().rank() != 2 || y.shape().rank() != 2 || x.size(1) != y.size(1)) {
            throw new ShapeException("kernel", "two matrices of as many features", x.shape() + " and " + y.shape());
        }
        Tensor matrix = Tensor.zeros(x.size(0), y.size(0));
        for (int i = 0; i < x.size(0); i++) {
            for (int j = 0; j < y.size(0); j++) {
                double value = value(product(x, i, y, j), product(x, i, x, i), product(y, j, y, j));
                matrix.array()[i * y.size(0) + j] = (float) value;
            }
        }
        return matrix;
    }

    private static double product(Tensor x, int i, Tensor y, int j) {
        int features = x.size(1);
        double sum = 0;
        for (int k = 0; k < features; k++) {
            sum += (double) x.array()[i * features + k] * y.array()[j * features + k];
        }
        return sum;
    }
}
