package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Softmax and cross-entropy in one, **L = −(1/batch) Σ ln pₗ** with p = softmax(logits) and l the true label.
///
/// The gradient is (p − t) / batch, where t is 1 at the label and 0 elsewhere. Taking logits keeps it exact
/// where the
/// probabilities round to 0 or 1.
///
/// Shapes: logits (batch, classes), labels (batch).
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (4.108) and (4.109).
public record CrossEntropy() implements Loss {

    /// @throws ShapeException if there is not one label for each row of logits
    /// @throws IllegalArgumentException if a label is not one of the classes
    @Override
    public Var apply(Var logits, Var labels) {
        if (logits.shape().rank() != 2) {
            throw new ShapeException("crossEntropy", "logits (batch, classes)", logits.shape());
        }
        int batch = logits.shape().size(0);
        int classes = logits.shape().size(1);
        if (labels.shape().rank() != 1 || labels.shape().size(0) != batch) {
            throw new ShapeException("crossEntropy", "labels (" + batch + ")", labels.shape());
        }
        check(labels.borrow().array(), classes);
        Tensor gradient = Arena.tensor(logits.shape());
        double sum = Ops.best()
                .reduction()
                .crossEntropy(classes, logits.borrow().array(), labels.borrow().array(), gradient.array());
        Tensor loss = Arena.tensor();
        loss.array()[0] = (float) (sum / batch);
        return Var.operation(
                loss,
                dy -> {
                    Tensor dx = Arena.tensor(logits.shape());
                    Ops.best().elementwise().scale(dy.item() / batch, gradient.array(), dx.array());
                    logits.addGradient(dx);
                },
                logits);
    }

    private static void check(float[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            float label = labels[i];
            int whole = (int) label;
            if (whole != label || label < 0 || label >= classes) {
                String found = whole == label ? Integer.toString(whole) : Float.toString(label);
                throw new IllegalArgumentException(
                        "crossEntropy: expected labels 0…" + (classes - 1) + ", found " + found + " at example " + i);
            }
        }
    }
}
