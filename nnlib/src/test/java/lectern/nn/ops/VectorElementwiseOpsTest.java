package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
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
        1e-40f
    };

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 33, 1000})
    void agreesWithTheReferenceToTheLastBit(int count) {
        RandomGenerator random = Bits.random();
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = i % 5 == 0 ? SPECIAL[i / 5 % SPECIAL.length] : (float) (random.nextGaussian() * 20);
        }
        ElementwiseOps reference = new ReferenceElementwiseOps();
        ElementwiseOps vector = new VectorElementwiseOps();
        List<BiConsumer<float[], float[]>> expected =
                List.of(reference::exp, reference::log, reference::tanh, reference::sigmoid, reference::softplus);
        List<BiConsumer<float[], float[]>> found =
                List.of(vector::exp, vector::log, vector::tanh, vector::sigmoid, vector::softplus);
        for (int f = 0; f < expected.size(); f++) {
            float[] wanted = new float[count];
            float[] got = new float[count];
            expected.get(f).accept(x, wanted);
            found.get(f).accept(x, got);
            assertSameBits(wanted, got, "function " + f);
        }
    }
}
