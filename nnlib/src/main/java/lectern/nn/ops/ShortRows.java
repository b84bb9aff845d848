package lectern.nn.ops;

import jdk.incubator.vector.VectorSpecies;

/// The softmax of rows that fill few vectors, such as the ten classes of a digit.
///
/// Only the exponentials go over lanes, those of all rows together; the rest is a few numbers a row. For 64 rows of
/// 10 that takes a third of the time of one row after the other.
final class ShortRows {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;

    /// Rows of fewer numbers are short.
    private static final int LIMIT = 33;

    private ShortRows() {}

    static boolean are(int columns) {
        return columns < LIMIT;
    }

    /// The rows from `first` up to `end`, both places in x and y.
    static void softmax(int columns, float[] x, float[] y, int first, int end, float[] partial) {
        expMinusMax(columns, x, y, first, end);
        for (int from = first; from < end; from += columns) {
            float factor = 1 / sum(y, from, columns, partial);
            for (int i = from; i < from + columns; i++) {
                y[i] *= factor;
            }
        }
    }

    static double crossEntropy(int columns, float[] x, float[] labels, float[] gradient, float[] partial) {
        expMinusMax(columns, x, gradient, 0, labels.length * columns);
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            int from = row * columns;
            int label = from + (int) labels[row];
            float total = sum(gradient, from, columns, partial);
            float factor = 1 / total;
            for (int i = from; i < from + columns; i++) {
                gradient[i] *= factor;
            }
            gradient[label] -= 1;
            loss += Elementary.log(total) - (x[label] - max(x, from, columns));
        }
        return loss;
    }

    private static void expMinusMax(int columns, float[] x, float[] y, int first, int end) {
        for (int from = first; from < end; from += columns) {
            float largest = max(x, from, columns);
            for (int i = from; i < from + columns; i++) {
                y[i] = x[i] - largest;
            }
        }
        int whole = first + SPECIES.loopBound(end - first);
        VectorElementary.exp(y, y, 0, y, first, whole);
        for (int i = whole; i < end; i++) {
            y[i] = Elementary.exp(y[i]);
        }
    }

    private static float max(float[] x, int from, int columns) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + columns; i++) {
            // What is not a number reaches the sum by its exponential.
            largest = x[i] > largest ? x[i] : largest;
        }
        return largest;
    }

    /// @param partial room for the partial sums, zeros before and after
    private static float sum(float[] x, int from, int columns, float[] partial) {
        for (int k = 0; k < columns; k++) {
            partial[k % ReductionOps.PARTIAL_SUMS] += x[from + k];
        }
        float sum = PartialSums.join(partial);
        PartialSums.clear(partial);
        return sum;
    }
}
