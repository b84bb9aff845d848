package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.nn.ops.UpdateOps.AdamStep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VectorUpdateOpsTest {

    private final UpdateOps reference = new ReferenceUpdateOps();
    private final UpdateOps vector = new VectorUpdateOps();

    static Stream<Arguments> sizes() {
        return IntStream.of(0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 50_001, 65_536)
                .boxed()
                .flatMap(count -> Stream.of(1, 2, 3).map(threads -> Arguments.of(count, threads)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void agreesWithTheReferenceToTheLastBit(int count, int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            float[][] expected = steps(reference, count);
            float[][] found = steps(vector, count);
            for (int i = 0; i < expected.length; i++) {
                assertSameBits(expected[i], found[i], "array " + i + " of " + count + " on " + threads);
            }
        } finally {
            Workers.useThreads(before);
        }
    }

    private static float[][] steps(UpdateOps ops, int count) {
        RandomGenerator random = Bits.random();
        float[] w = numbers(count, random);
        float[] g = numbers(count, random);
        float[] v = numbers(count, random);
        float[] m = numbers(count, random);
        float[] squares = numbers(count, random);
        for (int i = 0; i < count; i++) {
            squares[i] = Math.abs(squares[i]);
        }
        ops.descend(w, g, 0.1f);
        ops.momentum(w, g, v, 0.01f, 0.9f);
        ops.adam(w, g, m, squares, new AdamStep(0.9f, 0.999f, 1e-3f, 1.1f, 1e-8f));
        return new float[][] {w, v, m, squares};
    }
}
