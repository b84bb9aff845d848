package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Shape;
import org.junit.jupiter.api.Test;

class ToysTest {

    @Test
    void moonsAreHalfCircles() {
        Examples moons = Toys.twoMoons(101, 0, 1);
        assertEquals(Shape.of(101, 2), moons.inputs().shape());
        for (int i = 0; i < moons.count(); i++) {
            float x = moons.inputs().array()[2 * i];
            float y = moons.inputs().array()[2 * i + 1];
            assertEquals(i % 2, moons.labels()[i]);
            assertEquals(1, i % 2 == 0 ? Math.hypot(x, y) : Math.hypot(1 - x, 0.5 - y), 1e-6);
            assertTrue(i % 2 == 0 ? y >= -1e-6 : y <= 0.5 + 1e-6, "each is one half of its circle");
        }
        assertEquals(-1, moons.inputs().array()[200], 1e-6, "the last of the first moon is its end");
    }

    @Test
    void spiralsHaveAnArmForEachClass() {
        Examples spirals = Toys.spirals(30, 3, 0, 1);
        assertEquals(Shape.of(30, 2), spirals.inputs().shape());
        for (int i = 0; i < 30; i++) {
            int step = i / 3;
            double r = step / 9.0;
            double angle = 4 * r + 2 * Math.PI * (i % 3) / 3;
            assertEquals(i % 3, spirals.labels()[i]);
            assertEquals(r * Math.cos(angle), spirals.inputs().array()[2 * i], 1e-6);
            assertEquals(r * Math.sin(angle), spirals.inputs().array()[2 * i + 1], 1e-6);
        }
    }

    @Test
    void xorIsTrueForOneOfTwo() {
        assertArrayEquals(
                new float[] {0, 0, 0, 1, 1, 0, 1, 1}, Toys.xor().inputs().array());
        assertArrayEquals(new int[] {0, 1, 1, 0}, Toys.xor().labels());
    }

    @Test
    void sineIsOnePeriod() {
        Examples sine = Toys.sine(5, 0, 1);
        assertEquals(Shape.of(5, 1), sine.inputs().shape());
        assertEquals(Shape.of(5, 1), sine.targets().shape());
        float pi = (float) Math.PI;
        assertArrayEquals(
                new float[] {0, pi / 2, pi, 3 * pi / 2, 2 * pi}, sine.inputs().array(), 1e-6f);
        assertArrayEquals(new float[] {0, 1, 0, -1, 0}, sine.targets().array(), 1e-6f);
    }

    @Test
    void noiseHasTheGivenDeviation() {
        int count = 20_000;
        float[] clean = Toys.sine(count, 0, 7).targets().array();
        float[] noisy = Toys.sine(count, 0.2, 7).targets().array();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            sum += noisy[i] - clean[i];
            squares += (noisy[i] - clean[i]) * (noisy[i] - clean[i]);
        }
        assertEquals(0, sum / count, 0.2 * 4 / Math.sqrt(count));
        assertEquals(0.2, Math.sqrt(squares / count), 0.2 * 4 / Math.sqrt(2.0 * count));
    }

    @Test
    void theSeedDecidesTheNoise() {
        assertEquals(hash(Toys.twoMoons(50, 0.1, 3)), hash(Toys.twoMoons(50, 0.1, 3)));
        assertNotEquals(hash(Toys.twoMoons(50, 0.1, 3)), hash(Toys.twoMoons(50, 0.1, 4)));
    }

    @Test
    void theNumbersAreTheSameOnEveryMachine() {
        assertEquals(1720901170, hash(Toys.twoMoons(100, 0.1, 42)));
        assertEquals(344649558, hash(Toys.spirals(100, 3, 0.1, 42)));
        assertEquals(
                -1470296143, Arrays.hashCode(Toys.sine(100, 0.1, 42).targets().array()));
    }

    @Test
    void fewExamplesAreEnough() {
        assertEquals(0, Toys.twoMoons(0, 0, 1).count());
        assertEquals(2, Toys.spirals(2, 5, 0, 1).count());
        assertEquals(1, Toys.sine(1, 0, 1).count());
    }

    @Test
    void argumentsThatMakeNoSenseAreRefused() {
        assertRefused("twoMoons: expected count 0 or more, found -1", () -> Toys.twoMoons(-1, 0, 1));
        assertRefused("twoMoons: expected noise 0 or more, found -0.5", () -> Toys.twoMoons(1, -0.5, 1));
        assertRefused("spirals: expected 1 class or more, found 0", () -> Toys.spirals(10, 0, 0, 1));
        assertRefused("sine: expected noise 0 or more, found NaN", () -> Toys.sine(10, Double.NaN, 1));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    private static int hash(Examples examples) {
        return Arrays.hashCode(examples.inputs().array());
    }
}
