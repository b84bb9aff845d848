package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Softmax and cross-entropy in one, **L = −(1/batch) Σ ln pₗ** with p = softmax(logits) and l the true label.
///
/// The gradient is (p − t) / batch, where t is 1 at the label and 0 elsewhere. Taking logits keeps it exact where the
/// probabilities round to 0 or 1.
///
/// Shapes: logits (batch, classes), labels (batch).
///
/// Source: C. M. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (4.108) and (4.109).
public record CrossEntropy() implements Loss {

    /// @throws ShapeException if there is not one label for each row of logits
    /// @throws IllegalArgumentException if a label is not one of the classes
    @Override
    public Var apply(Var logits, Tensor labels) {
        if (logits.value().shape().rank() != 2) {
            throw new ShapeException(
                    "crossEntropy", "logits (batch, classes)", logits.value().shape());
        }
        int batch = logits.value().size(0);
        int classes = logits.value().size(1);
        if (labels.shape().rank() != 1 || labels.count() != batch) {
            throw new ShapeException("crossEntropy", "labels (" + batch + ")", labels.shape());
        }
        int[] label = checked(labels, classes);
        Tensor logProbabilities = Tensor.zeros(batch, classes);
        Ops.best().reduction().logSoftmax(classes, logits.value().array(), logProbabilities.array());
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            sum -= logProbabilities.array()[i * classes + label[i]];
        }
        Tensor loss = Tensor.scalar((float) (sum / batch));
        return Var.derived(loss, dy -> pullback(logits, logProbabilities, label, dy.item() / batch), logits);
    }

    private static void pullback(Var logits, Tensor logProbabilities, int[] label, float scale) {
        int classes = logProbabilities.size(1);
        float[] p = new float[logProbabilities.count()];
        Ops.best().elementwise().exp(logProbabilities.array(), p);
        for (int i = 0; i < label.length; i++) {
            p[i * classes + label[i]] -= 1;
        }
        float[] dx = logits.gradient().array();
        for (int i = 0; i < dx.length; i++) {
            dx[i] = Math.fma(scale, p[i], dx[i]);
        }
    }

    private static int[] checked(Tensor labels, int classes) {
        int[] label = new int[labels.count()];
        for (int i = 0; i < label.length; i++) {
            float value = labels.array()[i];
            label[i] = (int) value;
            if (label[i] != value || value < 0 || value >= classes) {
                String found = label[i] == value ? Integer.toString(label[i]) : Float.toString(value);
                throw new IllegalArgumentException(
                        "crossEntropy: expected labels 0…" + (classes - 1) + ", found " + found + " at example " + i);
            }
        }
        return label;
    }
}
