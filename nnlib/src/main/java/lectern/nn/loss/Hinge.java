package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// The mean of **max(0, 1 − t s)** over the scores s of two classes t = −1 and 1: nothing for those that are
/// right by a margin of 1. Its gradient is −t / n where t s < 1, else 0.
///
/// Shapes: scores s and targets t the same.
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (7.45).
public record Hinge() implements Loss {

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the scores
    /// @throws IllegalArgumentException if a target is neither −1 nor 1
    @Override
    public Var apply(Var scores, Var targets) {
        Reduction.sameShape("hinge", scores, targets);
        float[] t = targets.borrow().array();
        for (int i = 0; i < t.length; i++) {
            if (Math.abs(t[i]) != 1) {
                throw new IllegalArgumentException("hinge: expected targets −1 or 1, found " + t[i] + " at index " + i);
            }
        }
        return scores.times(targets)
                .negate()
                .plus(1)
                .clamp(0, Double.POSITIVE_INFINITY)
                .mean();
    }
}
