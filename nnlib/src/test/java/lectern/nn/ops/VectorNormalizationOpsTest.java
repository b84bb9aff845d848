package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lectern.nn.ops.NormalizationOps.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorNormalizationOpsTest {

    private static final float EPSILON = 1e-5f;

    private final NormalizationOps reference = new ReferenceNormalizationOps();
    private final NormalizationOps vector = new VectorNormalizationOps();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1",
        "0, 3, 4, 1",
        "3, 5, 3, 1",
        "2, 3, 15, 1",
        "2, 3, 16, 1",
        "2, 2, 17, 1",
        "3, 2, 49, 1",
        "5, 3, 1, 1",
        "5, 16, 1, 1",
        "7, 37, 1, 1",
        "11, 7, 784, 1",
        "11, 7, 784, 2",
        "11, 7, 784, 3",
        "700, 101, 1, 1",
        "700, 101, 1, 2",
        "700, 101, 1, 3"
    })
    void batchesAgreeWithTheReferenceToTheLastBit(int batch, int channels, int plane, int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            Sizes sizes = new Sizes(batch, channels, plane);
            agree(batch(reference, sizes), batch(vector, sizes));
        } finally {
            Workers.useThreads(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 1",
        "1, 1, 1",
        "2, 7, 1",
        "3, 8, 1",
        "3, 15, 1",
        "3, 16, 1",
        "3, 17, 1",
        "5, 65, 1",
        "700, 101, 1",
        "700, 101, 2",
        "700, 101, 3"
    })
    void rowsAgreeWithTheReferenceToTheLastBit(int rows, int columns, int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            agree(layer(reference, rows, columns), layer(vector, rows, columns));
        } finally {
            Workers.useThreads(before);
        }
    }

    @Test
    void aNormalizedChannelHasMeanZeroAndVarianceOne() {
        Sizes sizes = new Sizes(8, 2, 49);
        float[] y = batch(vector, sizes)[0];
        float[] one = {1, 1};
        float[] zero = {0, 0};
        float[] mean = new float[2];
        float[] variance = new float[2];
        vector.batch(sizes, y, one, zero, 0, mean, variance, y);
        vector.batch(sizes, y, one, zero, 0, mean, variance, y);
        assertEquals(0, mean[1], 1e-6);
        assertEquals(1, variance[1], 1e-5);
    }

    @Test
    void pullbacksMatchFiniteDifferences() {
        RandomGenerator random = Bits.random();
        Sizes sizes = new Sizes(3, 5, 4);
        int columns = 12;
        float[] x = numbers(60, random);
        float[] gamma = numbers(columns, random);
        float[] beta = numbers(columns, random);
        float[] dy = numbers(60, random);
        float[] mean = new float[5];
        float[] variance = new float[5];
        float[] y = new float[60];
        float[] dx = new float[60];
        float[] dGamma = new float[columns];
        float[] dBeta = new float[columns];
        Supplier<float[]> batch = () -> {
            reference.batch(sizes, x, gamma, beta, EPSILON, mean, variance, y);
            return y;
        };
        assertEquals(60, batch.get().length);
        reference.batchPullback(sizes, x, gamma, EPSILON, mean, variance, dy, dx, dGamma, dBeta);
        assertSlopes(batch, dy, x, dx, 60);
        assertSlopes(batch, dy, gamma, dGamma, 5);
        assertSlopes(batch, dy, beta, dBeta, 5);
        Supplier<float[]> layer = () -> {
            reference.layer(columns, x, gamma, beta, EPSILON, mean, variance, y);
            return y;
        };
        assertEquals(60, layer.get().length);
        reference.layerPullback(columns, x, gamma, EPSILON, mean, variance, dy, dx, dGamma, dBeta);
        assertSlopes(layer, dy, x, dx, 60);
        assertSlopes(layer, dy, gamma, dGamma, columns);
        assertSlopes(layer, dy, beta, dBeta, columns);
    }

    /// The slopes of Σ y dy by the first numbers of an argument.
    private static void assertSlopes(Supplier<float[]> y, float[] dy, float[] x, float[] dx, int count) {
        float step = 1e-2f;
        for (int i = 0; i < count; i++) {
            float at = x[i];
            x[i] = at + step;
            double above = product(y.get(), dy);
            x[i] = at - step;
            double below = product(y.get(), dy);
            x[i] = at;
            assertEquals((above - below) / (2 * step), dx[i], 5e-3, "slope " + i);
        }
    }

    private static double product(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }

    private static void agree(float[][] expected, float[][] found) {
        String[] names = {"y", "by given statistics", "mean", "variance", "dx", "dGamma", "dBeta"};
        for (int i = 0; i < names.length; i++) {
            assertSameBits(expected[i], found[i], names[i]);
        }
    }

    private static float[][] batch(NormalizationOps ops, Sizes sizes) {
        RandomGenerator random = Bits.random();
        int channels = sizes.channels();
        float[] x = numbers(sizes.each() * channels, random);
        float[] dy = numbers(x.length, random);
        float[] gamma = numbers(channels, random);
        float[] beta = numbers(channels, random);
        float[] mean = new float[channels];
        float[] variance = new float[channels];
        float[] y = new float[x.length];
        float[] by = new float[x.length];
        float[] dx = new float[x.length];
        float[] dGamma = numbers(channels, random);
        float[] dBeta = numbers(channels, random);
        ops.batch(sizes, x, gamma, beta, EPSILON, mean, variance, y);
        ops.batchBy(sizes, y, gamma, beta, EPSILON, mean, variance, by);
        ops.batchPullback(sizes, x, gamma, EPSILON, mean, variance, dy, dx, dGamma, dBeta);
        return new float[][] {y, by, mean, variance, dx, dGamma, dBeta};
    }

    private static float[][] layer(NormalizationOps ops, int rows, int columns) {
        RandomGenerator random = Bits.random();
        float[] x = numbers(rows * columns, random);
        float[] dy = numbers(x.length, random);
        float[] gamma = numbers(columns, random);
        float[] beta = numbers(columns, random);
        float[] mean = new float[rows];
        float[] variance = new float[rows];
        float[] y = new float[x.length];
        float[] dx = new float[x.length];
        float[] dGamma = numbers(columns, random);
        float[] dBeta = numbers(columns, random);
        ops.layer(columns, x, gamma, beta, EPSILON, mean, variance, y);
        ops.layerPullback(columns, x, gamma, EPSILON, mean, variance, dy, dx, dGamma, dBeta);
        return new float[][] {y, y, mean, variance, dx, dGamma, dBeta};
    }
}
