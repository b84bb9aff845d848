package lectern.nn.ops;

import java.util.Arrays;

/// The reductions as their definitions say them.
final class ReferenceReductionOps implements ReductionOps {

    @Override
    public float sum(float[] x) {
        return sum(x, 0, x.length);
    }

    @Override
    public void softmax(int columns, float[] x, float[] y) {
        for (int from = 0; from < x.length; from += columns) {
            int to = from + columns;
            float largest = max(x, from, to);
            for (int i = from; i < to; i++) {
                y[i] = Elementary.exp(x[i] - largest);
            }
            float total = sum(y, from, to);
            float share = 1 / total;
            for (int i = from; i < to; i++) {
                y[i] *= share;
            }
        }
    }

    @Override
    public void logSoftmax(int columns, float[] x, float[] y) {
        for (int from = 0; from < x.length; from += columns) {
            int to = from + columns;
            float largest = max(x, from, to);
            for (int i = from; i < to; i++) {
                y[i] = Elementary.exp(x[i] - largest);
            }
            float logTotal = Elementary.log(sum(y, from, to));
            for (int i = from; i < to; i++) {
                y[i] = x[i] - largest - logTotal;
            }
        }
    }

    @Override
    public void softmaxPullback(int columns, float[] y, float[] dy, float[] dx) {
        float[] partial = new float[PARTIAL_SUMS];
        for (int from = 0; from < y.length; from += columns) {
            Arrays.fill(partial, 0);
            for (int i = 0; i < columns; i++) {
                partial[i % PARTIAL_SUMS] = Math.fma(dy[from + i], y[from + i], partial[i % PARTIAL_SUMS]);
            }
            float along = join(partial);
            for (int i = from; i < from + columns; i++) {
                dx[i] = y[i] * (dy[i] - along);
            }
        }
    }

    @Override
    public double crossEntropy(int columns, float[] x, float[] labels, float[] gradient) {
        double loss = 0;
        for (int row = 0; row < labels.length; row++) {
            int from = row * columns;
            int to = from + columns;
            float largest = max(x, from, to);
            for (int i = from; i < to; i++) {
                gradient[i] = Elementary.exp(x[i] - largest);
            }
            float total = sum(gradient, from, to);
            float share = 1 / total;
            for (int i = from; i < to; i++) {
                gradient[i] *= share;
            }
            int label = from + (int) labels[row];
            gradient[label] -= 1;
            loss += Elementary.log(total) - (x[label] - largest);
        }
        return loss;
    }

    @Override
    public void sumRows(float[] x, float[] y) {
        Arrays.fill(y, 0);
        for (int start = 0; start < x.length; start += y.length) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[start + j];
            }
        }
    }

    private static float max(float[] x, int from, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    private static float sum(float[] x, int from, int to) {
        float[] partial = new float[PARTIAL_SUMS];
        for (int i = from; i < to; i++) {
            partial[(i - from) % PARTIAL_SUMS] += x[i];
        }
        return join(partial);
    }

    /// The sum of the partial sums, in the fixed tree; they are overwritten.
    static float join(float[] partial) {
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }
}
