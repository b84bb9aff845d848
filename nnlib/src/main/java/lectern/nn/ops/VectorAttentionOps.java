package lectern.nn.ops;

import java.util.Arrays;

/// Attention over lanes. A head's scores for some queries are computed, turned into weights and multiplied by
/// the values while they are in the cache; queries, keys and values are read where they lie.
///
/// Threads share the examples and heads: no sum is cut.
final class VectorAttentionOps implements AttentionOps {

    /// Scores that are in hand at a time: 64 KiB.
    private static final int MOST = 1 << 14;

    @Override
    public void attend(Heads s, Rows query, Rows key, Rows value, Mask hidden, float[] weights, float[] y) {
        Workers.run(s.batch() * s.count(), part -> {
            int n = part / s.count();
            int h = part % s.count();
            int most = Math.clamp(MOST / Math.max(1, s.keys()), 1, Math.max(1, s.queries()));
            for (int i = 0; i < s.queries(); i += most) {
                attend(s, n, h, i, Math.min(most, s.queries() - i), query, key, value, hidden, weights, y);
            }
        });
    }

    /// One head of one example for some queries.
    private static void attend(
            Heads s,
            int n,
            int h,
            int first,
            int count,
            Rows query,
            Rows key,
            Rows value,
            Mask hidden,
            float[] weights,
            float[] y) {
        int size = s.size();
        int keys = s.keys();
        int cells = ((n * s.count() + h) * s.queries() + first) * keys;
        ProductBlock product = ProductBlock.ofThread();
        product.left(query.array(), query.row(n, s.queries(), first, h, size), query.stride(), false)
                .right(key.array(), key.row(n, keys, 0, h, size), key.stride(), true)
                .result(weights, cells, keys)
                .multiply(count, keys, size, false);
        for (int i = 0; i < count; i++) {
            int row = cells + i * keys;
            VectorArithmetic.scaleRange(s.scale(), weights, row, keys);
            Arrays.fill(weights, row + s.seen(first + i), row + keys, Float.NEGATIVE_INFINITY);
            for (int j = 0; j < keys && !hidden.isEmpty(); j++) {
                if (hidden.hides(n, first + i, j)) {
                    weights[row + j] = Float.NEGATIVE_INFINITY;
                }
            }
        }
        VectorReductionOps.softmaxRows(keys, weights, cells, count);
        for (int i = 0; i < count && !hidden.isEmpty(); i++) {
            if (s.seesNothing(n, first + i, hidden)) {
                Arrays.fill(weights, cells + i * keys, cells + (i + 1) * keys, 0);
            }
        }
        int stride = s.count() * s.valueSize();
        product.left(weights, cells, keys, false)
                .right(value.array(), value.row(n, keys, 0, h, s.valueSize()), value.stride(), false)
                .result(y, (n * s.queries() + first) * stride + h * s.valueSize(), stride)
                .multiply(count, s.valueSize(), keys, false);
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
        Workers.run(
                s.batch() * s.count(),
                part -> pullback(
                        s, part / s.count(), part % s.count(), query, key, value, weights, dy, dQuery, dKey, dValue));
    }

    private static void pullback(
            Heads s,
            int n,
            int h,
            Rows query,
            Rows key,
            Rows value,
            float[] weights,
            float[] dy,
            Rows dQuery,
            Rows dKey,
            Rows dValue) {
        int size = s.size();
        int queries = s.queries();
        int keys = s.keys();
        int cells = (n * s.count() + h) * queries * keys;
        int valueSize = s.valueSize();
        int stride = s.count() * valueSize;
        int gradient = n * queries * stride + h * valueSize;
        float[] dScores = Scratch.ofThread(queries * keys);
        ProductBlock product = ProductBlock.ofThread();
        product.left(dy, gradient, stride, false)
                .right(value.array(), value.row(n, keys, 0, h, valueSize), value.stride(), true)
                .result(dScores, 0, keys)
                .multiply(queries, keys, valueSize, false);
        VectorReductionOps.softmaxPullbackRows(keys, weights, cells, dScores, queries);
        for (int i = 0; i < queries; i++) {
            VectorArithmetic.scaleRange(s.scale(), dScores, i * keys, keys);
        }
        product.left(dScores, 0, keys, false)
                .right(key.array(), key.row(n, keys, 0, h, size), key.stride(), false)
                .result(dQuery.array(), dQuery.row(n, queries, 0, h, size), dQuery.stride())
                .multiply(queries, size, keys, false);
        product.left(dScores, 0, keys, true)
                .right(query.array(), query.row(n, queries, 0, h, size), query.stride(), false)
                .result(dKey.array(), dKey.row(n, keys, 0, h, size), dKey.stride())
                .multiply(keys, size, queries, false);
        product.left(weights, cells, keys, true)
                .right(dy, gradient, stride, false)
                .result(dValue.array(), dValue.row(n, keys, 0, h, valueSize), dValue.stride())
                .multiply(keys, valueSize, queries, false);
    }

    /// Room for the gradients of one head's scores.
    private static final class Scratch {

        private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

        private float[] numbers = {};

        static float[] ofThread(int size) {
            Scratch scratch = OF_THREAD.get();
            if (scratch.numbers.length < size) {
                scratch.numbers = new float[size];
            }
            return scratch.numbers;
        }
    }
}
