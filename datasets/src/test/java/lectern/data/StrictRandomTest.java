package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrictRandomTest {

    private static final int COUNT = 100_000;

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        var random = new StrictRandom(5);
        double first = 0;
        double second = 0;
        double fourth = 0;
        for (int i = 0; i < COUNT; i++) {
            double x = random.normal();
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
        var random = new StrictRandom(5);
        int[] counts = new int[3];
        for (int i = 0; i < COUNT; i++) {
            counts[random.below(3)]++;
        }
        for (int count : counts) {
            assertEquals(COUNT / 3.0, count, 4 * Math.sqrt(COUNT * 2 / 9.0));
        }
    }

    @Test
    void uniformNumbersStayBetweenTheirBounds() {
        var random = new StrictRandom(5);
        for (int i = 0; i < COUNT; i++) {
            double x = random.uniform(-2, 3);
            assertTrue(x >= -2 && x < 3, "found " + x);
        }
    }

    @Test
    void theSeedDecidesTheBits() {
        assertEquals(new StrictRandom(9).bits(), new StrictRandom(9).bits());
        assertNotEquals(new StrictRandom(9).bits(), new StrictRandom(10).bits());
    }
}
