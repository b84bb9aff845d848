package lectern.nn.ops;

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
            expMinusMax(x, y, from, to);
            float total = sum(y, from, to);
            for (int i = from; i < to; i++) {
                y[i] /= total;
            }
        }
    }

    @Override
    public void softmaxPullback(int columns, float[] y, float[] dy, float[] dx) {
        for (int from = 0; from < y.length; from += columns) {
            float[] partial = new float[PARTIAL_SUMS];
            for (int k = 0; k < columns; k++) {
                int part = k % PARTIAL_SUMS;
                partial[part] = Math.fma(y[from + k], dy[from + k], partial[part]);
            }
            float along = join(partial);
            for (int i = from; i < from + columns; i++) {
                dx[i] = y[i] * (dy[i] - along);
            }
        }
    }

    @Override
    public void logSoftmax(int columns, float[] x, float[] y) {
        for (int from = 0; from < x.length; from += columns) {
            int to = from + columns;
            float largest = expMinusMax(x, y, from, to);
            float logTotal = Elementary.log(sum(y, from, to));
            for (int i = from; i < to; i++) {
                y[i] = x[i] - largest - logTotal;
            }
        }
    }

    @Override
    public void crossEntropy(int classes, float[] x, float[] labels, float scale, float[] gradient, float[] losses) {
        for (int row = 0; row < labels.length; row++) {
            int from = row * classes;
            int to = from + classes;
            int label = from + (int) labels[row];
            float largest = expMinusMax(x, gradient, from, to);
            float total = sum(gradient, from, to);
            losses[row] = Elementary.log(total) - (x[label] - largest);
            for (int i = from; i < to; i++) {
                float p = gradient[i] / total;
                gradient[i] = (i == label ? p - 1 : p) * scale;
            }
        }
    }

    @Override
    public void addRows(float[] x, float[] y) {
        for (int start = 0; start < x.length; start += y.length) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[start + j];
            }
        }
    }

    /// y = e^(x − max x); gives max x.
    private static float expMinusMax(float[] x, float[] y, int from, int to) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, x[i]);
        }
        for (int i = from; i < to; i++) {
            y[i] = Elementary.exp(x[i] - largest);
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

    /// The sum of the partial sums, in the fixed tree.
    static float join(float[] partial) {
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }
}
