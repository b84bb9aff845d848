package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10, 15, 16, 17, 33, 65})
    void softmaxAgreesWithTheReferenceToTheLastBit(int columns) {
        RandomGenerator random = Bits.random();
        float[] x = numbers(5 * columns, random);
        x[0] = 400;
        float[] expected = new float[x.length];
        float[] found = new float[x.length];
        reference.softmax(columns, x, expected);
        vector.softmax(columns, x, found);
        assertSameBits(expected, found, "softmax");
        reference.logSoftmax(columns, x, expected);
        vector.logSoftmax(columns, x, found);
        assertSameBits(expected, found, "log softmax");
    }
}
