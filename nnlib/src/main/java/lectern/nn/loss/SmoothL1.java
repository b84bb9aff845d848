package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// The mean of **d² / 2β where |d| < β, else |d| − β/2** over the differences d = y − t: the absolute error
/// without its kink, which is [Huber]'s loss divided by β.
///
/// Shapes: outputs y and targets t the same.
///
/// Source: R. Girshick, *Fast R-CNN* (2015), eq. (3), there with β = 1.
///
/// @param beta β, positive, in units of the targets
/// @param reduction what is done with the errors
public record SmoothL1(double beta, Reduction reduction) implements Loss {

    /// @throws IllegalArgumentException if β is not positive
    public SmoothL1 {
        if (!(beta > 0)) {
            throw new IllegalArgumentException("smoothL1: expected a beta above 0, found " + beta);
        }
    }

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the outputs
    @Override
    public Var apply(Var outputs, Var targets) {
        Var differences = Reduction.difference("smoothL1", outputs, targets);
        return reduction.apply(new Huber(beta, reduction).errors(differences)).times(1 / beta);
    }
}
