package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

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
