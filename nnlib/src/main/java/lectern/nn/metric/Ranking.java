package lectern.nn.metric;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Which classes the outputs of a classification put first.
///
/// @param outputs one number for each class, logits or probabilities, (count, classes)
public record Ranking(Tensor outputs) {

    /// @throws ShapeException if the outputs are not (count, classes)
    public Ranking {
        if (outputs.shape().rank() != 2 || outputs.size(1) == 0) {
            throw new ShapeException("Ranking", "outputs (count, classes)", outputs.shape());
        }
    }

    /// The class with the largest output for each example; of equal ones the first.
    public int[] predictions() {
        int[] predictions = new int[outputs.size(0)];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = largest(i * outputs.size(1));
        }
        return predictions;
    }

    private int largest(int from) {
        float[] numbers = outputs.array();
        int best = 0;
        for (int k = 1; k < outputs.size(1); k++) {
            if (numbers[from + k] > numbers[from + best]) {
                best = k;
            }
        }
        return best;
    }

    /// How many examples have their label among the k classes with the largest outputs; of equal ones the first
    /// count as larger.
    ///
    /// @param labels (count)
    /// @param k 1 or more
    /// @throws ShapeException if there is not one label for each example
    /// @throws IllegalArgumentException if k is below 1, or a label is not one of the classes
    public int inTop(int k, int... labels) {
        if (k < 1) {
            throw new IllegalArgumentException("topK: expected a k of 1 or more, found " + k);
        }
        if (labels.length != outputs.size(0)) {
            throw new ShapeException("topK", "labels (" + outputs.size(0) + ")", "(" + labels.length + ")");
        }
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            count += place(i, labels[i]) < k ? 1 : 0;
        }
        return count;
    }

    /// How many classes stand before the label.
    private int place(int example, int label) {
        int classes = outputs.size(1);
        ConfusionMatrix.checkClass("topK", "labels", label, classes, example);
        float own = outputs.get(example, label);
        int before = 0;
        for (int k = 0; k < classes; k++) {
            float other = outputs.get(example, k);
            before += other > own || (other == own && k < label) ? 1 : 0;
        }
        return before;
    }
}
