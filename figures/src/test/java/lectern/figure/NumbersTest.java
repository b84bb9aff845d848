package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void numbersHaveFiveDigitsAndNoZerosBehind() {
        assertEquals("0", Numbers.text(0));
        assertEquals("0.25", Numbers.text(0.25));
        assertEquals("-1.5", Numbers.text(-1.5));
        assertEquals("1200", Numbers.text(1200));
        assertEquals("0.33333", Numbers.text(1.0 / 3));
        assertEquals("1.5e-7", Numbers.text(1.5e-7));
        assertEquals("2e10", Numbers.text(2e10));
        assertEquals("NaN", Numbers.text(Double.NaN));
    }

    @Test
    void ticksCanBeToldFromTheirNeighbours() {
        assertEquals("100001.5", Numbers.tick(100001.5, new Range(100001, 100003)));
        assertEquals("0.3", Numbers.tick(0.1 + 0.2, new Range(0, 1)));
        assertEquals("0", Numbers.tick(-1e-17, new Range(-1, 1)));
    }

    @Test
    void powersArePlainNearOneAndRaisedElsewhere() {
        assertEquals("0.001", Numbers.power(-3, new Range(-3, 2)));
        assertEquals("100", Numbers.power(2, new Range(-3, 2)));
        assertEquals("10⁻³", Numbers.power(-3, new Range(-15, 2)));
        assertEquals("10¹²", Numbers.power(12, new Range(0, 12)));
        assertEquals("1", Numbers.power(0, new Range(-15, 2)));
    }
}
