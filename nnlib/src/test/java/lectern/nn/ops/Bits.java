package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import lectern.nn.tensor.SeededRandom;

/// What the tests of vector classes share: random numbers, and equality to the last bit.
final class Bits {

    private Bits() {}

    static RandomGenerator random() {
        return SeededRandom.of(7);
    }

    static float[] numbers(int count, RandomGenerator random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    static void assertSameBits(float[] expected, float[] found, String what) {
        assertEquals(expected.length, found.length, what);
        for (int i = 0; i < expected.length; i++) {
            int index = i;
            assertEquals(
                    Float.floatToIntBits(expected[i]),
                    Float.floatToIntBits(found[i]),
                    () -> what + " at " + index + ": " + expected[index] + " and " + found[index]);
        }
    }
}
