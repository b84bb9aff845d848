package lectern.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScheduleTest {

    private static double[] rates(Schedule schedule, int count) {
        return IntStream.range(0, count).mapToDouble(n -> schedule.rate(2, n)).toArray();
    }

    @Test
    void oneFollowsAnother() {
        Schedule schedule = Schedule.linearWarmUp(2).then(2, Schedule.linearDecay(4));
        assertArrayEquals(new double[] {1, 2, 2, 1.5, 1, 0.5, 0, 0}, rates(schedule, 8), 1e-12);
    }

    @Test
    void stepsDownComeEveryNowAndThen() {
        assertArrayEquals(new double[] {2, 2, 2, 1, 1, 1, 0.5}, rates(Schedule.stepDecay(3, 0.5), 7));
    }

    @Test
    void aCosineIsHalfwayInTheMiddleAndLowestAtTheEnd() {
        Schedule schedule = Schedule.cosine(10, 1);
        assertArrayEquals(
                new double[] {2, 1.5, 1},
                new double[] {schedule.rate(2, 0), schedule.rate(2, 5), schedule.rate(2, 10)},
                1e-12);
    }

    @Test
    void oneCycleRisesThenFalls() {
        double[] rates = rates(Schedule.oneCycle(100), 120);
        assertEquals(2.0 / 25, rates[0], 1e-12);
        assertEquals(2, rates[30], 1e-12);
        assertEquals(2.0 / 250_000, rates[100], 1e-12);
        assertEquals(rates[100], rates[119]);
        for (int n = 1; n <= 100; n++) {
            assertTrue(n <= 30 ? rates[n] > rates[n - 1] : rates[n] < rates[n - 1], "at " + n);
        }
    }

    @Test
    void aPlateauIsLeftAfterPatience() {
        Plateau plateau = new Plateau(0.5, 2);
        assertEquals(2, plateau.rate(2));
        assertEquals(2, plateau.rate(2, 1, 0.9, 0.9));
        assertEquals(1, plateau.rate(2, 1, 0.9, 0.9, 0.95));
        assertEquals(1, plateau.rate(2, 1, 0.9, 0.9, 0.95, 0.9));
        assertEquals(0.5, plateau.rate(2, 1, 0.9, 0.9, 0.95, 0.9, 1));
        assertEquals(0.5, plateau.rate(2, 1, 0.9, 0.9, 0.95, 0.9, 1, 0.1, 1));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals("cosine: expected a length of 1 or more, found 0", refusal(() -> Schedule.cosine(0, 0)));
        assertEquals("cosine: expected a lowest rate of 0 or more, found -1.0", refusal(() -> Schedule.cosine(9, -1)));
        assertEquals(
                "exponentialDecay: expected a factor above 0, found 0.0", refusal(() -> Schedule.exponentialDecay(0)));
        assertEquals("plateau: expected a factor above 0 and below 1, found 1.0", refusal(() -> new Plateau(1, 3)));
        assertEquals("plateau: expected a patience of 1 or more, found 0", refusal(() -> new Plateau(0.5, 0)));
    }

    private static String refusal(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
