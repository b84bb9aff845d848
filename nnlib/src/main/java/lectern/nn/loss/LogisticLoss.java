package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// **L = (1/n) Σ ln(1 + e^(−tᵢ yᵢ))** for targets −1 and 1: binary cross-entropy, written by the margin t y.
/// Its gradient is −t / (n (1 + e^(t y))).
///
/// Shapes: logits y and targets t the same.
///
/// Source: I. Goodfellow, J. Shlens, C. Szegedy, *Explaining and Harnessing Adversarial Examples* (2015),
/// section 5.
public record LogisticLoss() implements Loss {

    /// @throws ShapeException if the targets do not have the shape of the logits
    /// @throws IllegalArgumentException if a target is neither −1 nor 1
    @Override
    public Var apply(Var logits, Var targets) {
        if (!targets.shape().equals(logits.shape())) {
            throw new ShapeException("logisticLoss", "targets " + logits.shape(), targets.shape());
        }
        float[] t = targets.borrow().array();
        Tensor negative = Arena.tensor(logits.shape());
        for (int i = 0; i < t.length; i++) {
            if (Math.abs(t[i]) != 1) {
                throw new IllegalArgumentException(
                        "logisticLoss: expected targets -1 and 1, found " + t[i] + " at example " + i);
            }
            negative.array()[i] = -t[i];
        }
        return logits.times(Var.constant(negative)).elementwise(Softplus.OF).mean();
    }
}
