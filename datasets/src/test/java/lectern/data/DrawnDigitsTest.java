package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.tensor.Shape;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {

    private static final Dataset DIGITS = DrawnDigits.make(1003, 500, 42);

    @Test
    void theyHaveTheFormOfMnist() {
        assertEquals(Shape.of(1003, 1, 28, 28), DIGITS.train().inputs().shape());
        assertEquals(Shape.of(500, 1, 28, 28), DIGITS.test().inputs().shape());
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), DIGITS.classes());
        assertEquals(
                "Drawn digits: 1003 training and 500 test examples in 10 classes,\n"
                        + "drawn by the library from seed 42",
                DIGITS.toString());
    }

    @Test
    void thePixelsAreTheSameOnEveryMachine() {
        assertEquals(
                "ab5118a0888ebea88534fc0d3dda0c00962b6e42faf955ec56bc642662dbe578",
                hash(DIGITS.train().inputs().array()));
        assertEquals(
                "685b08daca97f613794a37a9dec93c40427cdeb660b9cdb46c1d106b506874a2",
                hash(DIGITS.test().inputs().array()));
    }

    @Test
    void aSmallerSetIsTheBeginningOfALargerOne() {
        float[] few = DrawnDigits.make(20, 0, 42).train().inputs().array();
        assertArrayEquals(few, Arrays.copyOf(DIGITS.train().inputs().array(), few.length));
    }

    @Test
    void everyClassIsAsFrequent() {
        assertEquals(
                List.of(101, 101, 101, 100, 100, 100, 100, 100, 100, 100),
                DIGITS.counts().intColumn("training examples").asList());
    }

    @Test
    void noTwoAreAlike() {
        float[] all = DIGITS.train().inputs().array();
        long distinct = IntStream.range(0, 1003)
                .map(i -> Arrays.hashCode(Arrays.copyOfRange(all, 784 * i, 784 * i + 784)))
                .distinct()
                .count();
        assertEquals(1003, distinct);
    }

    @Test
    void eachImageIsInkOnPaperCentredByMass() {
        for (int i = 0; i < DIGITS.train().count(); i++) {
            float[] image = DIGITS.train().range(i, i + 1).inputs().array();
            double mass = 0;
            double x = 0;
            double y = 0;
            float darkest = 0;
            for (int row = 0; row < 28; row++) {
                for (int column = 0; column < 28; column++) {
                    float ink = image[28 * row + column];
                    assertTrue(ink >= 0 && ink <= 1, "image " + i + " has a pixel of " + ink);
                    darkest = Math.max(darkest, ink);
                    mass += ink;
                    x += ink * (column + 0.5);
                    y += ink * (row + 0.5);
                }
            }
            assertTrue(darkest > 0.6, "image " + i + " has ink of at most " + darkest);
            assertTrue(mass > 10 && mass < 300, "image " + i + " has " + mass + " pixels of ink");
            assertEquals(14, x / mass, 1.5, "image " + i);
            assertEquals(14, y / mass, 1.5, "image " + i);
        }
    }

    @Test
    void negativeCountsAreRefused() {
        var train = assertThrows(IllegalArgumentException.class, () -> DrawnDigits.make(-1, 1, 1));
        assertEquals("drawnDigits: expected trainCount 0 or more, found -1", train.getMessage());
        var test = assertThrows(IllegalArgumentException.class, () -> DrawnDigits.make(1, -1, 1));
        assertEquals("drawnDigits: expected testCount 0 or more, found -1", test.getMessage());
    }

    private static String hash(float[] pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * pixels[i]);
        }
        return DataFile.sha256Of(bytes);
    }
}
