package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// **L = −(1/batch) Σ ln pₗ** from probabilities p and labels l, for models that end in softmax. Its gradient
/// by pₗ is −1 / (batch pₗ), elsewhere 0.
///
/// [CrossEntropy] is the same from logits: it stays exact where a probability rounds to 0, and this becomes
/// infinite.
///
/// Shapes: probabilities (batch, classes), labels (batch).
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (4.108).
public record NegativeLogLikelihood() implements Loss {

    /// @throws ShapeException if there is not one label for each row of probabilities
    /// @throws IllegalArgumentException if a label is not one of the classes, or a number is no probability
    @Override
    public Var apply(Var probabilities, Var labels) {
        if (probabilities.shape().rank() != 2) {
            throw new ShapeException("negativeLogLikelihood", "probabilities (batch, classes)", probabilities.shape());
        }
        float[] label = Labels.of("negativeLogLikelihood", probabilities, labels);
        int classes = probabilities.shape().size(1);
        float[] p = probabilities.borrow().array();
        Probabilities.check("negativeLogLikelihood", p, "crossEntropy() takes logits");
        double sum = 0;
        for (int i = 0; i < label.length; i++) {
            sum -= StrictMath.log(p[i * classes + (int) label[i]]);
        }
        Tensor loss = Arena.tensor();
        loss.array()[0] = (float) (sum / label.length);
        return Var.operation(
                "negativeLogLikelihood",
                loss,
                dy -> {
                    Tensor dp = Arena.zeros(probabilities.shape());
                    for (int i = 0; i < label.length; i++) {
                        int at = i * classes + (int) label[i];
                        dp.array()[at] = -dy.item()
                                / (label.length * probabilities.borrow().array()[at]);
                    }
                    probabilities.addGradient(dp);
                },
                probabilities);
    }
}
