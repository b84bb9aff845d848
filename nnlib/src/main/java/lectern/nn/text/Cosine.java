package lectern.nn.text;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The cosine of the angle between vectors, **a · b / (‖a‖ ‖b‖)**: 1 in the same direction, 0 at right
/// angles. With the vector 0 it is 0.
public final class Cosine {

    private Cosine() {}

    /// Of each row of a with each row of b.
    ///
    /// @param a (rows, width)
    /// @param b (others, width)
    /// @return (rows, others)
    /// @throws ShapeException if they are not matrices equally wide
    public static Tensor similarities(Tensor a, Tensor b) {
        if (a.shape().rank() != 2 || b.shape().rank() != 2 || a.size(1) != b.size(1)) {
            throw new ShapeException("cosine", "two matrices equally wide", a.shape() + " and " + b.shape());
        }
        Tensor similarities = Tensor.zeros(a.size(0), b.size(0));
        double[] sizesOfB = new double[b.size(0)];
        for (int j = 0; j < sizesOfB.length; j++) {
            sizesOfB[j] = Math.sqrt(dot(b, j, b, j));
        }
        for (int i = 0; i < a.size(0); i++) {
            double sizeOfA = Math.sqrt(dot(a, i, a, i));
            for (int j = 0; j < sizesOfB.length; j++) {
                double product = sizeOfA * sizesOfB[j];
                similarities.array()[i * sizesOfB.length + j] = product == 0 ? 0 : (float) (dot(a, i, b, j) / product);
            }
        }
        return similarities;
    }

    private static double dot(Tensor a, int i, Tensor b, int j) {
        int width = a.size(1);
        double sum = 0;
        for (int k = 0; k < width; k++) {
            sum += (double) a.array()[i * width + k] * b.array()[j * width + k];
        }
        return sum;
    }
}
