package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void whatHasNoPlaceIsNaN() {
        assertEquals(-2.5, Axis.LINEAR.position(-2.5));
        assertEquals(Double.NaN, Axis.LINEAR.position(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NaN, Axis.LINEAR.position(Double.MAX_VALUE));
        assertEquals(0, Axis.LINEAR.position(Double.MIN_VALUE));
        assertEquals(-2, Axis.LOGARITHMIC.position(0.01));
        assertEquals(Double.NaN, Axis.LOGARITHMIC.position(0));
        assertEquals(Double.NaN, Axis.LOGARITHMIC.position(-1));
    }

    @Test
    void aPositionLeadsBackToItsNumber() {
        assertEquals(0.01, Axis.LOGARITHMIC.value(-2), 1e-12);
        assertEquals(3, Axis.LINEAR.value(3));
    }
}
