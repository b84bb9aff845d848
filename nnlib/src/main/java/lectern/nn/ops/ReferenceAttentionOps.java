package lectern.nn.ops;

import java.util.Arrays;

/// Attention as its formulas say it.
final class ReferenceAttentionOps implements AttentionOps {

    private final ReductionOps reduction = new ReferenceReductionOps();

    @Override
    public void attend(Heads s, Rows query, Rows key, Rows value, Mask hidden, float[] weights, float[] y) {
        float[] scores = new float[s.keys()];
        for (int n = 0; n < s.batch(); n++) {
            for (int h = 0; h < s.count(); h++) {
                for (int i = 0; i < s.queries(); i++) {
                    for (int j = 0; j < s.keys(); j++) {
                        float sum = 0;
                        for (int c = 0; c < s.size(); c++) {
                            sum = Math.fma(
                                    at(query, s.queries(), n, h, s.size(), i, c),
                                    at(key, s.keys(), n, h, s.size(), j, c),
                                    sum);
                        }
                        boolean seen = j < s.seen(i) && !hidden.hides(n, i, j);
                        scores[j] = seen ? sum * s.scale() : Float.NEGATIVE_INFINITY;
                    }
                    reduction.softmax(s.keys(), scores, scores);
                    if (s.seesNothing(n, i, hidden)) {
                        Arrays.fill(scores, 0);
                    }
                    int row = ((n * s.count() + h) * s.queries() + i) * s.keys();
                    System.arraycopy(scores, 0, weights, row, s.keys());
                    for (int c = 0; c < s.valueSize(); c++) {
                        float sum = 0;
                        for (int j = 0; j < s.keys(); j++) {
                            sum = Math.fma(scores[j], at(value, s.keys(), n, h, s.valueSize(), j, c), sum);
                        }
                        y[((n * s.queries() + i) * s.count() + h) * s.valueSize() + c] = sum;
                    }
                }
            }
        }
    }

    @Override
    public void attendPullback(
            Heads s,
            Rows query,
            Rows key,
            Rows value,
            float[] weights,
            float[] dy,
            Rows dQuery,
            Rows dKey,
            Rows dValue) {
        Rows gradient = new Rows(dy, 0, s.count() * s.valueSize());
        float[] dScores = new float[s.queries() * s.keys()];
        for (int n = 0; n < s.batch(); n++) {
            for (int h = 0; h < s.count(); h++) {
                int map = (n * s.count() + h) * s.queries() * s.keys();
                float[] p = Arrays.copyOfRange(weights, map, map + dScores.length);
                for (int i = 0; i < s.queries(); i++) {
                    for (int j = 0; j < s.keys(); j++) {
                        float sum = 0;
                        for (int c = 0; c < s.valueSize(); c++) {
                            sum = Math.fma(
                                    at(gradient, s.queries(), n, h, s.valueSize(), i, c),
                                    at(value, s.keys(), n, h, s.valueSize(), j, c),
                                    sum);
                        }
                        dScores[i * s.keys() + j] = sum;
                    }
                }
                reduction.softmaxPullback(s.keys(), p, dScores, dScores);
                for (int i = 0; i < dScores.length; i++) {
                    dScores[i] *= s.scale();
                }
                toQueries(s, n, h, dScores, key, dQuery);
                toKeys(s, n, h, s.size(), dScores, query, dKey);
                toKeys(s, n, h, s.valueSize(), p, gradient, dValue);
            }
        }
    }

    /// dQ = dS K.
    private static void toQueries(Heads s, int n, int h, float[] dScores, Rows key, Rows dQuery) {
        for (int i = 0; i < s.queries(); i++) {
            for (int c = 0; c < s.size(); c++) {
                float sum = 0;
                for (int j = 0; j < s.keys(); j++) {
                    sum = Math.fma(dScores[i * s.keys() + j], at(key, s.keys(), n, h, s.size(), j, c), sum);
                }
                dQuery.array()[dQuery.row(n, s.queries(), i, h, s.size()) + c] = sum;
            }
        }
    }

    /// dK = dSᵀ Q, and dV = Pᵀ dY.
    private static void toKeys(Heads s, int n, int h, int size, float[] map, Rows rows, Rows to) {
        for (int j = 0; j < s.keys(); j++) {
            for (int c = 0; c < size; c++) {
                float sum = 0;
                for (int i = 0; i < s.queries(); i++) {
                    sum = Math.fma(map[i * s.keys() + j], at(rows, s.queries(), n, h, size, i, c), sum);
                }
                to.array()[to.row(n, s.keys(), j, h, size) + c] = sum;
            }
        }
    }

    private static float at(Rows rows, int count, int n, int h, int size, int row, int column) {
        return rows.array()[rows.row(n, count, row, h, size) + column];
    }
}
