package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The softmax of rows that fill few vectors, such as the ten classes of a digit.
///
/// Only the exponentials go over lanes, those of all rows together; the rest is a few numbers a row.
final class ShortRows {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Rows of fewer numbers are short.
    private static final int LIMIT = 48;

    private ShortRows() {}

    static boolean are(int columns) {
        return columns < LIMIT;
    }

    static void softmax(int columns, float[] x, float[] y, int first, int end, float[] partial) {
        expMinusMax(columns, x, y, first, end);
        for (int from = first; from < end; from += columns) {
            int to = from + columns;
            float total = sum(y, from, to, partial);
            for (int i = from; i < to; i++) {
                y[i] /= total;
            }
        }
    }

    static void logSoftmax(int columns, float[] x, float[] y, int first, int end, float[] partial) {
        expMinusMax(columns, x, y, first, end);
        for (int from = first; from < end; from += columns) {
            int to = from + columns;
            float largest = max(x, from, to);
            float logTotal = Elementary.log(sum(y, from, to, partial));
            for (int i = from; i < to; i++) {
                y[i] = x[i] - largest - logTotal;
            }
        }
    }

    static void crossEntropy(
            int classes,
            float[] x,
            float[] labels,
            float scale,
            float[] gradient,
            float[] losses,
            int firstRow,
            int endRow,
            float[] partial) {
        expMinusMax(classes, x, gradient, firstRow * classes, endRow * classes);
        for (int row = firstRow; row < endRow; row++) {
            int from = row * classes;
            int to = from + classes;
            int label = from + (int) labels[row];
            float total = sum(gradient, from, to, partial);
            losses[row] = Elementary.log(total) - (x[label] - max(x, from, to));
            float atLabel = (gradient[label] / total - 1) * scale;
            for (int i = from; i < to; i++) {
                gradient[i] = gradient[i] / total * scale;
            }
            gradient[label] = atLabel;
        }
    }

    private static void expMinusMax(int columns, float[] x, float[] y, int first, int end) {
        for (int from = first; from < end; from += columns) {
            int to = from + columns;
            float largest = max(x, from, to);
            for (int i = from; i < to; i++) {
                y[i] = x[i] - largest;
            }
        }
        exp(y, first, end);
    }

    private static void exp(float[] y, int first, int end) {
        int i = first;
        for (; i <= end - LANES; i += LANES) {
            VectorElementary.exp(FloatVector.fromArray(SPECIES, y, i)).intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Elementary.exp(y[i]);
        }
    }

    private static float max(float[] x, int from, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    private static float sum(float[] x, int from, int to, float[] partial) {
        Arrays.fill(partial, 0);
        for (int start = from; start < to; start += partial.length) {
            int count = Math.min(partial.length, to - start);
            for (int k = 0; k < count; k++) {
                partial[k] += x[start + k];
            }
        }
        return PartialSums.join(partial);
    }
}
