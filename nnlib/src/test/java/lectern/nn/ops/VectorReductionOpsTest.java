package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorReductionOpsTest {

    private final ReductionOps reference = new ReferenceReductionOps();
    private final ReductionOps vector = new VectorReductionOps();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 1000})
    void sumsAgreeWithTheReferenceToTheLastBit(int count) {
        float[] x = numbers(count, Bits.random());
        assertSameBits(new float[] {reference.sum(x)}, new float[] {vector.sum(x)}, "sum of " + count);
    }

    static Stream<Arguments> matrices() {
        Stream<Arguments> small = IntStream.of(1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 63, 64, 65, 129)
                .boxed()
                .flatMap(columns -> Stream.of(0, 1, 5).map(rows -> Arguments.of(rows, columns, 1)));
        Stream<Arguments> large = IntStream.of(1, 2, 3)
                .boxed()
                .flatMap(threads ->
                        Stream.of(10, 64, 501).map(columns -> Arguments.of(1 + 60_000 / columns, columns, threads)));
        return Stream.concat(small, large);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void rowsAgreeWithTheReferenceToTheLastBit(int rows, int columns, int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            float[][] expected = all(reference, rows, columns);
            float[][] found = all(vector, rows, columns);
            String[] names = {"softmax", "log softmax", "pullback", "in place", "gradient", "loss", "column sums"};
            for (int i = 0; i < names.length; i++) {
                assertSameBits(expected[i], found[i], names[i]);
            }
        } finally {
            Workers.useThreads(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 70})
    void whatIsNotANumberOrZeroWithASignAgreesToo(int columns) {
        float[] x = new float[6 * columns];
        Arrays.fill(x, 0, columns, -0f);
        x[1] = 0;
        x[columns + 2] = Float.NaN;
        Arrays.fill(x, 2 * columns, 3 * columns, Float.NEGATIVE_INFINITY);
        x[3 * columns + 1] = Float.POSITIVE_INFINITY;
        x[4 * columns] = Float.NEGATIVE_INFINITY;
        Arrays.fill(x, 5 * columns, 6 * columns, Float.NaN);
        float[] labels = new float[6];
        float[][] softmax = new float[2][x.length];
        float[][] log = new float[2][x.length];
        float[][] gradient = new float[2][x.length];
        reference.softmax(columns, x, softmax[0]);
        vector.softmax(columns, x, softmax[1]);
        assertSameBits(softmax[0], softmax[1], "softmax");
        reference.logSoftmax(columns, x, log[0]);
        vector.logSoftmax(columns, x, log[1]);
        assertSameBits(log[0], log[1], "log softmax");
        reference.crossEntropy(columns, x, labels, gradient[0]);
        vector.crossEntropy(columns, x, labels, gradient[1]);
        assertSameBits(gradient[0], gradient[1], "gradient");
    }

    private static float[][] all(ReductionOps ops, int rows, int columns) {
        RandomGenerator random = Bits.random();
        float[] x = numbers(rows * columns, random);
        float[] dy = numbers(x.length, random);
        float[] sums = numbers(columns, random);
        float[] labels = new float[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextInt(columns);
        }
        if (rows > 1) {
            x[columns] = 400;
        }
        float[] y = new float[x.length];
        float[] log = new float[x.length];
        float[] dx = new float[x.length];
        float[] gradient = new float[x.length];
        ops.softmax(columns, x, y);
        ops.logSoftmax(columns, x, log);
        ops.softmaxPullback(columns, y, dy, dx);
        float loss = (float) ops.crossEntropy(columns, x, labels, gradient);
        ops.sumRows(x, sums);
        ops.softmax(columns, x, x);
        return new float[][] {y, log, dx, x, gradient, {loss}, sums};
    }
}
