package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.ops.AttentionOps.Heads;
import lectern.nn.ops.AttentionOps.Mask;
import lectern.nn.ops.AttentionOps.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorAttentionOpsTest {

    private final AttentionOps reference = new ReferenceAttentionOps();
    private final AttentionOps vector = new VectorAttentionOps();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1, 1, false, NOTHING, 1",
        "2, 3, 5, 7, 4, 4, false, NOTHING, 1",
        "2, 4, 33, 33, 16, 16, true, NOTHING, 1",
        "3, 2, 20, 41, 9, 17, false, KEYS, 1",
        "2, 2, 9, 12, 5, 3, true, PAIRS, 1",
        "2, 1, 6, 8, 8, 1, true, KEYS, 1",
        "1, 1, 150, 130, 8, 8, true, NOTHING, 1",
        "3, 2, 150, 130, 8, 8, false, PAIRS, 2",
        "2, 2, 3, 5, 4, 4, false, ALL, 1",
        "4, 4, 64, 64, 32, 32, false, KEYS, 3"
    })
    void agreesWithTheReferenceToTheLastBit(
            int batch,
            int heads,
            int queries,
            int keys,
            int size,
            int valueSize,
            boolean causal,
            Hidden hidden,
            int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            Heads sizes = new Heads(batch, heads, queries, keys, size, valueSize, 0.3f, causal);
            float[][] expected = pass(reference, sizes, hidden.of(sizes));
            float[][] found = pass(vector, sizes, hidden.of(sizes));
            String[] names = {"weights", "y", "dq", "dk", "dv"};
            for (int i = 0; i < names.length; i++) {
                assertSameBits(expected[i], found[i], names[i] + " of " + sizes);
            }
        } finally {
            Workers.useThreads(before);
        }
    }

    /// Which keys are hidden: some of them from all, from some queries (from the first, and the last, every
    /// one), or all.
    enum Hidden {
        NOTHING,
        KEYS,
        PAIRS,
        ALL;

        Mask of(Heads s) {
            if (this == NOTHING) {
                return Mask.NONE;
            }
            int queries = this == PAIRS ? s.queries() : 1;
            float[] hidden = new float[s.batch() * queries * s.keys()];
            for (int i = 0; i < hidden.length; i++) {
                int query = i / s.keys() % queries;
                boolean edge = this == PAIRS && (query == 0 || query == queries - 1);
                hidden[i] = this == ALL || edge || i % 3 == 1 ? 1 : 0;
            }
            return new Mask(hidden, queries * s.keys(), this == PAIRS ? s.keys() : 0);
        }
    }

    @Test
    void aQueryThatSeesNothingTakesNothing() {
        for (AttentionOps ops : List.of(reference, vector)) {
            for (Hidden hidden : List.of(Hidden.ALL, Hidden.PAIRS)) {
                Heads sizes = new Heads(2, 2, 3, 5, 4, 4, 0.3f, false);
                float[][] found = pass(ops, sizes, hidden.of(sizes));
                int blind = hidden == Hidden.ALL ? 3 * 5 : 5;
                for (int i = 0; i < blind; i++) {
                    assertEquals(0, found[0][i]);
                    assertEquals(0, found[1][i % 8]);
                }
                for (float[] numbers : found) {
                    for (float number : numbers) {
                        assertTrue(Float.isFinite(number));
                    }
                }
            }
        }
    }

    private static float[][] pass(AttentionOps ops, Heads s, Mask hidden) {
        RandomGenerator random = Bits.random();
        int model = s.count() * s.size();
        int values = s.count() * s.valueSize();
        int stride = model + 3;
        int valueStride = values + 3;
        Rows query = new Rows(numbers(s.batch() * s.queries() * stride, random), 2, stride);
        Rows key = new Rows(numbers(s.batch() * s.keys() * stride, random), 1, stride);
        Rows value = new Rows(numbers(s.batch() * s.keys() * valueStride, random), 0, valueStride);
        float[] dy = numbers(s.batch() * s.queries() * values, random);
        float[] weights = new float[s.batch() * s.count() * s.queries() * s.keys()];
        float[] y = new float[dy.length];
        Rows dQuery = new Rows(new float[query.array().length], 0, model);
        Rows dKey = new Rows(new float[key.array().length], 1, stride);
        Rows dValue = new Rows(new float[value.array().length], 2, valueStride);
        ops.attend(s, query, key, value, hidden, weights, y);
        ops.attendPullback(s, query, key, value, weights, dy, dQuery, dKey, dValue);
        return new float[][] {weights, y, dQuery.array(), dKey.array(), dValue.array()};
    }
}
