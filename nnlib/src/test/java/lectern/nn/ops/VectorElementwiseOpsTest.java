package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorElementwiseOpsTest {

    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        88.7f,
        88.8f,
        89.5f,
        -87.4f,
        -103.9f,
        -104.1f,
        0.625f,
        -0.625f,
        0.62500006f,
        17f,
        -17f,
        0.5f,
        0.70710677f,
        0.7071068f,
        1e-40f,
        -1e-40f,
        87.6f,
        -87.7f,
        -88.1f,
        -20.1f,
        9.1f,
        3.9f,
        4.1f,
        -4.1f,
        Float.intBitsToFloat(0x7fc00001),
        Float.intBitsToFloat(0xffffffff)
    };

    /// A name, and what it does with two arrays of arguments and one of results.
    private record Operation(String name, Applied applied) {}

    @FunctionalInterface
    private interface Applied {
        void apply(ElementwiseOps ops, float[] a, float[] b, float[] y);
    }

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("exp", (ops, a, b, y) -> ops.exp(a, y)),
            new Operation("log", (ops, a, b, y) -> ops.log(a, y)),
            new Operation("tanh", (ops, a, b, y) -> ops.tanh(a, y)),
            new Operation("sigmoid", (ops, a, b, y) -> ops.sigmoid(a, y)),
            new Operation("softplus", (ops, a, b, y) -> ops.softplus(a, y)),
            new Operation("erf", (ops, a, b, y) -> ops.erf(a, y)),
            new Operation("relu", (ops, a, b, y) -> ops.relu(a, y)),
            new Operation("leakyRelu", (ops, a, b, y) -> ops.leakyRelu(0.1f, a, y)),
            new Operation("scale", (ops, a, b, y) -> ops.scale(-0.3f, a, y)),
            new Operation("add", ElementwiseOps::add),
            new Operation("subtract", ElementwiseOps::subtract),
            new Operation("multiply", ElementwiseOps::multiply),
            new Operation("addScaled", (ops, a, b, y) -> ops.addScaled(a, 0.7f, b, y)),
            new Operation("reluPullback", ElementwiseOps::reluPullback),
            new Operation("leakyReluPullback", (ops, a, b, y) -> ops.leakyReluPullback(0.1f, a, b, y)),
            new Operation("tanhPullback", ElementwiseOps::tanhPullback),
            new Operation("sigmoidPullback", ElementwiseOps::sigmoidPullback),
            new Operation("softplusPullback", ElementwiseOps::softplusPullback));

    private final ElementwiseOps reference = new ReferenceElementwiseOps();
    private final ElementwiseOps vector = new VectorElementwiseOps();
    private final int threadsBefore = Workers.threads();

    @AfterEach
    void giveTheThreadsBack() {
        Workers.useThreads(threadsBefore);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 1000})
    void agreesWithTheReferenceToTheLastBit(int count) {
        compareAll(numbers(count, 0), numbers(count, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void agreesWithTheReferenceOnAnyNumberOfThreads(int threads) {
        Workers.useThreads(threads);
        for (int count : new int[] {(1 << 15) - 1, 1 << 15, 50_007, 70_000}) {
            compareAll(numbers(count, 0), numbers(count, 1));
        }
    }

    private void compareAll(float[] a, float[] b) {
        for (Operation operation : OPERATIONS) {
            float[] wanted = new float[a.length];
            operation.applied().apply(reference, a, b, wanted);
            float[] got = new float[a.length];
            operation.applied().apply(vector, a, b, got);
            assertSameBits(wanted, got, operation.name());
            float[] first = a.clone();
            operation.applied().apply(vector, first, b, first);
            assertSameBits(wanted, first, operation.name() + " in place of the first");
            float[] second = b.clone();
            operation.applied().apply(vector, a, second, second);
            assertSameBits(wanted, second, operation.name() + " in place of the second");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 1", "3, 7", "2, 16", "5, 17", "4, 33", "1, 40000", "40000, 1", "300, 130"})
    void rowsAreAddedAsInTheReference(int rows, int columns) {
        float[] x = numbers(rows * columns, 0);
        float[] row = numbers(columns, 1);
        float[] wanted = new float[x.length];
        reference.addRow(x, row, wanted);
        for (int threads = 1; threads <= 3; threads++) {
            Workers.useThreads(threads);
            float[] got = x.clone();
            vector.addRow(got, row, got);
            assertSameBits(wanted, got, rows + " rows of " + columns + " on " + threads + " threads");
        }
    }

    /// Ordinary numbers, and a special one now and then.
    private static float[] numbers(int count, int shift) {
        RandomGenerator random = Bits.random();
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            double deviation = i % 2 == 0 ? 20 : 1;
            x[i] = (i + shift) % 5 == 0
                    ? SPECIAL[(i + shift) / 5 % SPECIAL.length]
                    : (float) (random.nextGaussian() * deviation);
        }
        return x;
    }
}
