package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementaryTest {

    /// Over every 997th `float` there is. The bounds are what was measured, rounded up.
    @ParameterizedTest
    @CsvSource({"exp, 1.1", "log, 0.9", "tanh, 2.5", "sigmoid, 2.41", "softplus, 2.9", "erf, 1.81"})
    void errorStaysWithinTheStatedUlps(String name, double bound) {
        FunctionErrors.Worst worst = FunctionErrors.of(function(name), 997);
        assertTrue(worst.ulps() <= bound, () -> name + ": expected at most " + bound + " ulp, found " + worst);
        assertTrue(worst.ulps() > bound / 2, () -> name + ": the stated bound is loose, found " + worst);
        assertTrue(worst.tiny() < 0.8, () -> name + ": expected a tiny result or 0, found " + worst);
    }

    private static FunctionErrors.Function function(String name) {
        return FunctionErrors.ALL.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oddFunctionsAreOddAndTheSigmoidStaysBetweenZeroAndOne() {
        for (long bits = 0; bits <= Float.floatToIntBits(Float.POSITIVE_INFINITY); bits += 99_991) {
            float x = Float.intBitsToFloat((int) bits);
            assertEquals(-Elementary.tanh(x), Elementary.tanh(-x));
            assertEquals(-Elementary.erf(x), Elementary.erf(-x));
            assertTrue(Elementary.tanh(x) <= 1 && Elementary.erf(x) <= 1);
            float below = Elementary.sigmoid(-x);
            assertTrue(below >= 0 && below <= 0.5f);
            assertTrue(Elementary.sigmoid(x) >= 0.5f && Elementary.sigmoid(x) <= 1);
        }
        assertEquals(-0f, Elementary.tanh(-0f));
        assertEquals(-0f, Elementary.erf(-0f));
    }

    @Test
    void whatIsNotANumberStaysSo() {
        for (int payload : new int[] {0x7fc00000, 0x7fc00001, 0x7fffffff, 0xffc00000, 0xffffffff, 0x7f800001}) {
            float x = Float.intBitsToFloat(payload);
            for (FunctionErrors.Function function : FunctionErrors.ALL) {
                assertTrue(Float.isNaN(function.found().apply(x)), () -> function.name() + " of " + payload);
            }
        }
    }

    @Test
    void endsOfTheRangeAreRight() {
        assertEquals(Float.POSITIVE_INFINITY, Elementary.exp(89f));
        assertEquals(0f, Elementary.exp(Float.NEGATIVE_INFINITY));
        assertEquals(1f, Elementary.exp(0f));
        assertEquals(Float.MIN_VALUE, Elementary.exp(-103.2789f));
        assertEquals(Float.NEGATIVE_INFINITY, Elementary.log(0f));
        assertTrue(Float.isNaN(Elementary.log(-1f)));
        assertEquals(0f, Elementary.log(1f));
        assertEquals(1f, Elementary.tanh(Float.POSITIVE_INFINITY));
        assertEquals(-1f, Elementary.tanh(-40f));
        assertEquals(0f, Elementary.sigmoid(Float.NEGATIVE_INFINITY));
        assertEquals(1f, Elementary.sigmoid(Float.POSITIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, Elementary.softplus(Float.POSITIVE_INFINITY));
        assertEquals(0f, Elementary.softplus(Float.NEGATIVE_INFINITY));
        assertEquals(-1f, Elementary.erf(Float.NEGATIVE_INFINITY));
        assertEquals(1f, Elementary.erf(4f));
    }
}
