package lectern.nn.ops;

import java.util.Arrays;

/// Attention as its formulas say it.
final class ReferenceAttentionOps implements AttentionOps {

    private final ReductionOps reduction = new ReferenceReductionOps();

    @Override
    public void attend(Heads s, Rows query, Rows key, Rows value, float[] hidden, float[] weights, float[] y) {
        float[] scores = new float[s.keys()];
        for (int n = 0; n < s.batch(); n++) {
            for (int h = 0; h < s.count(); h++) {
                for (int i = 0; i < s.queries(); i++) {
                    for (int j = 0; j < s.keys(); j++) {
                        float sum = 0;
                        for (int c = 0; c < s.size(); c++) {
                            sum = Math.fma(
                                    at(s, query, s.queries(), n, h, i, c), at(s, key, s.keys(), n, h, j, c), sum);
                        }
                        boolean seen = j < s.seen(i) && (hidden.length == 0 || hidden[n * s.keys() + j] == 0);
                        scores[j] = seen ? sum * s.scale() : Float.NEGATIVE_INFINITY;
                    }
                    reduction.softmax(s.keys(), scores, scores);
                    int row = ((n * s.count() + h) * s.queries() + i) * s.keys();
                    System.arraycopy(scores, 0, weights, row, s.keys());
                    for (int c = 0; c < s.size(); c++) {
                        float sum = 0;
                        for (int j = 0; j < s.keys(); j++) {
                            sum = Math.fma(scores[j], at(s, value, s.keys(), n, h, j, c), sum);
                        }
                        y[((n * s.queries() + i) * s.count() + h) * s.size() + c] = sum;
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
        Rows gradient = new Rows(dy, 0, s.count() * s.size());
        float[] dScores = new float[s.queries() * s.keys()];
        for (int n = 0; n < s.batch(); n++) {
            for (int h = 0; h < s.count(); h++) {
                int map = (n * s.count() + h) * s.queries() * s.keys();
                for (int i = 0; i < s.queries(); i++) {
                    for (int j = 0; j < s.keys(); j++) {
                        float sum = 0;
                        for (int c = 0; c < s.size(); c++) {
                            sum = Math.fma(
                                    at(s, gradient, s.queries(), n, h, i, c), at(s, value, s.keys(), n, h, j, c), sum);
                        }
                        dScores[i * s.keys() + j] = sum;
                    }
                }
                float[] p = Arrays.copyOfRange(weights, map, map + dScores.length);
                reduction.softmaxPullback(s.keys(), p, dScores, dScores);
                for (int i = 0; i < dScores.length; i++) {
                    dScores[i] *= s.scale();
                }
                for (int c = 0; c < s.size(); c++) {
                    for (int i = 0; i < s.queries(); i++) {
                        float sum = 0;
                        for (int j = 0; j < s.keys(); j++) {
                            sum = Math.fma(dScores[i * s.keys() + j], at(s, key, s.keys(), n, h, j, c), sum);
                        }
                        dQuery.array()[dQuery.row(n, s.queries(), i, h, s.size()) + c] = sum;
                    }
                    for (int j = 0; j < s.keys(); j++) {
                        float ofKey = 0;
                        float ofValue = 0;
                        for (int i = 0; i < s.queries(); i++) {
                            int cell = i * s.keys() + j;
                            ofKey = Math.fma(dScores[cell], at(s, query, s.queries(), n, h, i, c), ofKey);
                            ofValue = Math.fma(p[cell], at(s, gradient, s.queries(), n, h, i, c), ofValue);
                        }
                        dKey.array()[dKey.row(n, s.keys(), j, h, s.size()) + c] = ofKey;
                        dValue.array()[dValue.row(n, s.keys(), j, h, s.size()) + c] = ofValue;
                    }
                }
            }
        }
    }

    private static float at(Heads s, Rows rows, int count, int n, int h, int row, int column) {
        return rows.array()[rows.row(n, count, row, h, s.size()) + column];
    }
}
