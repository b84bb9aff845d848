package lectern.nn.loss;

import lectern.nn.autograd.Var;

/// **L = (1/2N) Σₙ ‖yₙ − tₙ‖²** over the N examples of a batch, the form of the textbooks: its gradient by yₙ
/// is (yₙ − tₙ) / N.
///
/// Shapes: outputs y and targets t the same, (batch, …).
///
/// Source: M. Nielsen, *Neural Networks and Deep Learning* (2015), eq. (6).
public record HalfSquaredError() implements Loss {

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the outputs
    @Override
    public Var apply(Var outputs, Var targets) {
        return Reduction.BATCH_MEAN
                .apply(Reduction.difference("halfSquaredError", outputs, targets)
                        .square())
                .times(0.5);
    }
}
