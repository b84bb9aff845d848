package lectern.nn.autograd;

import java.util.function.DoubleSupplier;
import lectern.nn.tensor.Tensor;

/// Gradients by weight perturbation: each weight is moved a little, and the loss computed again.
///
/// For W weights that takes 2 W forward passes of O(W) each, so O(W²), where back-propagation takes O(W). Its worth is
/// that it needs no derivation and so can check one.
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), section 5.3.3, eq. (5.69).
public final class NumericalGradient {

    private NumericalGradient() {}

    /// ∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h for each weight w; the error falls with h², rounding grows with 1/h.
    ///
    /// @param loss computes L from the weights as they are
    /// @param weights moved one by one, and put back
    /// @param h the perturbation, in units of the weights
    /// @return the gradient, the shape of the weights
    public static Tensor of(DoubleSupplier loss, Tensor weights, double h) {
        Tensor gradient = Tensor.zeros(weights.shape());
        for (int i = 0; i < weights.count(); i++) {
            gradient.array()[i] = (float) ((at(loss, weights, i, h) - at(loss, weights, i, -h)) / (2 * h));
        }
        return gradient;
    }

    /// ∂L/∂w for one weight by the formula of fourth order, whose error falls with h⁴:
    /// (8 (L(w + h) − L(w − h)) − (L(w + 2h) − L(w − 2h))) / 12h.
    static double fourthOrder(DoubleSupplier loss, Tensor weights, int index, double h) {
        double near = at(loss, weights, index, h) - at(loss, weights, index, -h);
        double far = at(loss, weights, index, 2 * h) - at(loss, weights, index, -2 * h);
        return (8 * near - far) / (12 * h);
    }

    private static double at(DoubleSupplier loss, Tensor weights, int index, double step) {
        float kept = weights.array()[index];
        try {
            weights.array()[index] = (float) (kept + step);
            return loss.getAsDouble();
        } finally {
            weights.array()[index] = kept;
        }
    }
}
