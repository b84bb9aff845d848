package lectern.nn.metric;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// How often each class was taken for each: a row for each true class, a column for each predicted one.
///
/// A quotient with nothing to divide by counts as 0: the precision of a class that is never predicted, the
/// recall of one that never occurs.
///
/// Source: C. D. Manning, P. Raghavan and H. Schütze, *Introduction to Information Retrieval* (2008), section
/// 8.3.
///
/// @param counts (classes, classes), whole numbers
public record ConfusionMatrix(Tensor counts) {

    /// @throws ShapeException if the counts are not a square matrix
    public ConfusionMatrix {
        if (counts.shape().rank() != 2 || counts.size(0) != counts.size(1)) {
            throw new ShapeException("ConfusionMatrix", "counts (classes, classes)", counts.shape());
        }
    }

    /// Counts predictions.
    ///
    /// @param classes how many there are
    /// @param labels the truth, each in 0…classes − 1
    /// @param predictions one for each label
    /// @throws ShapeException if there is not one prediction for each label
    /// @throws IllegalArgumentException if a number is not one of the classes
    public static ConfusionMatrix of(int classes, int[] labels, int[] predictions) {
        if (predictions.length != labels.length) {
            throw new ShapeException(
                    "ConfusionMatrix", "predictions (" + labels.length + ")", "(" + predictions.length + ")");
        }
        Tensor counts = Tensor.zeros(classes, classes);
        for (int i = 0; i < labels.length; i++) {
            checkClass("ConfusionMatrix", "labels", labels[i], classes, i);
            checkClass("ConfusionMatrix", "predictions", predictions[i], classes, i);
            counts.array()[labels[i] * classes + predictions[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    static void checkClass(String where, String what, int found, int classes, int example) {
        if (found < 0 || found >= classes) {
            throw new IllegalArgumentException(where + ": expected " + what + " 0…" + (classes - 1) + ", found " + found
                    + " at example " + example);
        }
    }

    /// How many classes there are.
    public int classes() {
        return counts.size(0);
    }

    /// How many examples of one class were taken for another.
    public int count(int label, int prediction) {
        return (int) counts.get(label, prediction);
    }

    /// The share of examples that are classified rightly, 0…1.
    public double accuracy() {
        double right = 0;
        double all = 0;
        for (int k = 0; k < classes(); k++) {
            right += count(k, k);
            all += ofClass(k);
        }
        return quotient(right, all);
    }

    /// Of the examples that were taken for a class, the share that are of it, 0…1.
    public double precision(int k) {
        return quotient(count(k, k), takenFor(k));
    }

    /// Of the examples of a class, the share that were taken for it, 0…1.
    public double recall(int k) {
        return quotient(count(k, k), ofClass(k));
    }

    /// The harmonic mean of precision and recall of a class, 0…1.
    public double f1(int k) {
        return quotient(2.0 * count(k, k), takenFor(k) + ofClass(k));
    }

    /// The mean of the classes' precisions, each class counting the same.
    public double macroPrecision() {
        double sum = 0;
        for (int k = 0; k < classes(); k++) {
            sum += precision(k);
        }
        return quotient(sum, classes());
    }

    /// The mean of the classes' recalls, each class counting the same.
    public double macroRecall() {
        double sum = 0;
        for (int k = 0; k < classes(); k++) {
            sum += recall(k);
        }
        return quotient(sum, classes());
    }

    /// The mean of the classes' F1, each class counting the same.
    public double macroF1() {
        double sum = 0;
        for (int k = 0; k < classes(); k++) {
            sum += f1(k);
        }
        return quotient(sum, classes());
    }

    private double takenFor(int k) {
        double sum = 0;
        for (int label = 0; label < classes(); label++) {
            sum += count(label, k);
        }
        return sum;
    }

    private double ofClass(int k) {
        double sum = 0;
        for (int prediction = 0; prediction < classes(); prediction++) {
            sum += count(k, prediction);
        }
        return sum;
    }

    private static double quotient(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /// The counts, true classes down, predicted ones across.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("true \\ predicted");
        int width = 1;
        for (float count : counts.array()) {
            width = Math.max(width, Integer.toString((int) count).length());
        }
        width = Math.max(width, Integer.toString(classes()).length()) + 1;
        for (int k = 0; k < classes(); k++) {
            text.append(" ".repeat(width - Integer.toString(k).length())).append(k);
        }
        for (int label = 0; label < classes(); label++) {
            text.append(String.format("%n%16d", label));
            for (int k = 0; k < classes(); k++) {
                String count = Integer.toString(count(label, k));
                text.append(" ".repeat(width - count.length())).append(count);
            }
        }
        return text.toString();
    }
}
