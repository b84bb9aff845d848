package lectern.nn.train;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Phase;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// How well a trained model does, computed a part at a time, so that a large set needs little memory.
public final class Evaluation {

    private static final int PART = 500;

    private Evaluation() {}

    /// The class with the largest output for each example; of equal ones the first.
    ///
    /// @param inputs (count, …)
    public static int[] predict(Layer model, Tensor inputs) {
        Examples examples = new Examples(inputs, Tensor.zeros(inputs.size(0)));
        int[] predictions = new int[examples.count()];
        for (int from = 0; from < predictions.length; from += PART) {
            Tensor outputs = outputs(model, part(examples, from));
            if (outputs.shape().rank() != 2) {
                throw new ShapeException("predict", "outputs (batch, classes)", outputs.shape());
            }
            int classes = outputs.size(1);
            for (int i = 0; i < outputs.size(0); i++) {
                predictions[from + i] = largest(outputs.array(), i * classes, classes);
            }
        }
        return predictions;
    }

    /// The share of examples whose predicted class is their label, 0…1.
    public static double accuracy(Layer model, Examples examples) {
        int[] predictions = predict(model, examples.inputs());
        int[] labels = examples.labels();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predictions[i] == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /// The mean loss over all examples.
    public static double meanLoss(Layer model, Loss loss, Examples examples) {
        double sum = 0;
        for (int from = 0; from < examples.count(); from += PART) {
            Examples part = part(examples, from);
            Var outputs = Var.constant(outputs(model, part));
            sum += (double) loss.apply(outputs, part.targets()).borrow().item() * part.count();
        }
        return sum / examples.count();
    }

    private static Tensor outputs(Layer model, Examples part) {
        return Phase.evaluating(() -> model.apply(Var.constant(part.inputs())).value());
    }

    private static Examples part(Examples examples, int from) {
        return examples.range(from, Math.min(from + PART, examples.count()));
    }

    private static int largest(float[] numbers, int from, int count) {
        int best = 0;
        for (int k = 1; k < count; k++) {
            if (numbers[from + k] > numbers[from + best]) {
                best = k;
            }
        }
        return best;
    }
}
