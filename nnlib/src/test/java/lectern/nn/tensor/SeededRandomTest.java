package lectern.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeededRandomTest {

    private static final int COUNT = 100_000;

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        var random = SeededRandom.of(5);
        double first = 0;
        double second = 0;
        double fourth = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = random.nextGaussian();
            first += x;
            second += x * x;
            fourth += x * x * x * x;
        }
        // Within four standard errors: the variances of x, x² and x⁴ are 1, 2 and 96.
        assertEquals(0, first / COUNT, 4 * Math.sqrt(1.0 / COUNT));
        assertEquals(1, second / COUNT, 4 * Math.sqrt(2.0 / COUNT));
        assertEquals(3, fourth / COUNT, 4 * Math.sqrt(96.0 / COUNT));
    }

    @Test
    void choicesAreEquallyLikely() {
        var random = SeededRandom.of(5);
        int[] counts = new int[3];
        for (int i = 0; i < COUNT; i++) {
            counts[random.nextInt(3)]++;
        }
        for (int count : counts) {
            assertEquals(COUNT / 3.0, count, 4 * Math.sqrt(COUNT * 2 / 9.0));
        }
    }

    @Test
    void uniformNumbersStayBetweenTheirBounds() {
        var random = SeededRandom.of(5);
        for (int i = 0; i < COUNT; i++) {
            double x = random.nextDouble(-2, 3);
            assertTrue(x >= -2 && x < 3, "found " + x);
        }
    }

    @Test
    void theSeedDecidesTheBits() {
        assertEquals(SeededRandom.of(9).nextLong(), SeededRandom.of(9).nextLong());
        assertNotEquals(SeededRandom.of(9).nextLong(), SeededRandom.of(10).nextLong());
    }
}
