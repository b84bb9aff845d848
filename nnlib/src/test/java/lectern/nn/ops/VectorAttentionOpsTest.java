package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import lectern.nn.ops.AttentionOps.Heads;
import lectern.nn.ops.AttentionOps.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorAttentionOpsTest {

    private final AttentionOps reference = new ReferenceAttentionOps();
    private final AttentionOps vector = new VectorAttentionOps();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1, false, false, 1",
        "2, 3, 5, 7, 4, false, false, 1",
        "2, 4, 33, 33, 16, true, false, 1",
        "3, 2, 20, 41, 9, false, true, 1",
        "1, 1, 150, 130, 8, true, false, 1",
        "4, 4, 64, 64, 32, false, true, 3"
    })
    void agreesWithTheReferenceToTheLastBit(
            int batch, int heads, int queries, int keys, int size, boolean causal, boolean mask, int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            Heads sizes = new Heads(batch, heads, queries, keys, size, 0.3f, causal);
            float[][] expected = pass(reference, sizes, mask);
            float[][] found = pass(vector, sizes, mask);
            String[] names = {"weights", "y", "dq", "dk", "dv"};
            for (int i = 0; i < names.length; i++) {
                assertSameBits(expected[i], found[i], names[i] + " of " + sizes);
            }
        } finally {
            Workers.useThreads(before);
        }
    }

    private static float[][] pass(AttentionOps ops, Heads s, boolean mask) {
        RandomGenerator random = Bits.random();
        int model = s.count() * s.size();
        int stride = model + 3;
        Rows query = new Rows(numbers(s.batch() * s.queries() * stride, random), 2, stride);
        Rows key = new Rows(numbers(s.batch() * s.keys() * stride, random), 1, stride);
        Rows value = new Rows(numbers(s.batch() * s.keys() * stride, random), 0, stride);
        float[] hidden = new float[mask ? s.batch() * s.keys() : 0];
        for (int i = 1; i < hidden.length; i += 3) {
            hidden[i] = i % s.keys() == 0 ? 0 : 1;
        }
        float[] dy = numbers(s.batch() * s.queries() * model, random);
        float[] weights = new float[s.batch() * s.count() * s.queries() * s.keys()];
        float[] y = new float[dy.length];
        Rows dQuery = new Rows(new float[query.array().length], 0, model);
        Rows dKey = new Rows(new float[key.array().length], 1, stride);
        Rows dValue = new Rows(new float[value.array().length], 2, stride);
        ops.attend(s, query, key, value, hidden, weights, y);
        ops.attendPullback(s, query, key, value, weights, dy, dQuery, dKey, dValue);
        return new float[][] {weights, y, dQuery.array(), dKey.array(), dValue.array()};
    }
}
