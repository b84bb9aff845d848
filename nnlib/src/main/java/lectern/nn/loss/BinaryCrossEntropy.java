package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// The mean of **ln(1 + eˣ) − t x**, which is −(t ln p + (1 − t) ln(1 − p)) for p = 1 / (1 + e⁻ˣ): yes or no,
/// for each logit x by itself. Its gradient is (p − t) / n.
///
/// Shapes: logits x and targets t the same; t in 0…1.
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (4.90).
public record BinaryCrossEntropy() implements Loss {

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the logits
    /// @throws IllegalArgumentException if a target is not in 0…1
    @Override
    public Var apply(Var logits, Var targets) {
        Reduction.sameShape("binaryCrossEntropy", logits, targets);
        Probabilities.check("binaryCrossEntropy", targets.borrow().array(), "they are the targets");
        return logits.elementwise(Softplus.OF).minus(targets.times(logits)).mean();
    }
}
