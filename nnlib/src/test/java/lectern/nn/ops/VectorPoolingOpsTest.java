package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.ops.ConvolutionOps.Steps;
import lectern.nn.ops.PoolingOps.Pooling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorPoolingOpsTest {

    private final PoolingOps reference = new ReferencePoolingOps();
    private final PoolingOps vector = new VectorPoolingOps();

    static Stream<Pooling> poolings() {
        Steps twos = new Steps(2, 0, 1);
        return Stream.of(
                new Pooling(3, 2, 2, 2, 2, twos, twos),
                new Pooling(6, 24, 24, 2, 2, twos, twos),
                new Pooling(5, 9, 71, 2, 2, twos, twos),
                new Pooling(2, 64, 64, 2, 2, twos, twos),
                new Pooling(2, 8, 9, 3, 3, new Steps(2, 1, 1), new Steps(2, 1, 1)),
                new Pooling(2, 8, 9, 3, 2, new Steps(1, 0, 1), new Steps(3, 0, 1)));
    }

    @ParameterizedTest
    @MethodSource("poolings")
    void agreesWithTheReferenceToTheLastBit(Pooling s) {
        RandomGenerator random = Bits.random();
        float[] x = numbers(s.maps() * s.size(), random);
        x[1] = x[0];
        x[s.size() - 1] = Float.NaN;
        float[] dy = numbers(s.maps() * s.outSize(), random);
        dy[0] = -0f;
        float[][] expected = all(reference, s, x, dy);
        float[][] found = all(vector, s, x, dy);
        String[] names = {"max", "chosen", "dx of max", "mean", "dx of mean"};
        for (int i = 0; i < names.length; i++) {
            assertSameBits(expected[i], found[i], names[i] + " of " + s);
        }
    }

    private static float[][] all(PoolingOps ops, Pooling s, float[] x, float[] dy) {
        float[][] results = {
            new float[dy.length], new float[dy.length], new float[x.length], new float[dy.length], new float[x.length]
        };
        ops.max(s, x, results[0], results[1]);
        ops.maxPullback(s, dy, results[1], results[2]);
        ops.average(s, true, x, results[3]);
        ops.averagePullback(s, false, dy, results[4]);
        return results;
    }
}
