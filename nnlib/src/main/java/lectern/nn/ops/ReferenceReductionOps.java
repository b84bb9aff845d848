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
            float largest = max(x, from, to);
            for (int i = from; i < to; i++) {
                y[i] = Elementary.exp(x[i] - largest);
            }
            float total = sum(y, from, to);
            for (int i = from; i < to; i++) {
                y[i] /= total;
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
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }
}
