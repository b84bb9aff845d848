package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementaryTest {

    /// Errors in units of the last place, over every 997th `float` of the range where the result is a normal number.
    /// The bounds are what was measured, rounded up.
    @ParameterizedTest
    @CsvSource({
        "exp, -87.3, 88.7, 1.1",
        "log, 1e-45, 3.4e38, 1.1",
        "tanh, -50, 50, 2.5",
        "sigmoid, -87, 50, 2.6",
        "softplus, -87, 1e30, 3.0"
    })
    void errorStaysWithinTheStatedUlps(String name, float from, float to, double bound) {
        double worst = 0;
        for (int half = 0; half < 2; half++) {
            float sign = half == 0 ? 1 : -1;
            float largest = half == 0 ? to : -from;
            float smallest = from > 0 ? from : 1e-30f;
            if (largest <= 0) {
                continue;
            }
            int last = Float.floatToIntBits(largest);
            for (int bits = Float.floatToIntBits(smallest); bits <= last; bits += 997) {
                worst = Math.max(worst, ulps(name, sign * Float.intBitsToFloat(bits)));
            }
        }
        double found = worst;
        assertTrue(found <= bound, () -> name + ": expected at most " + bound + " ulp, found " + found);
        assertTrue(found > bound / 2, () -> name + ": the stated bound is loose, found " + found);
    }

    private static double ulps(String name, float x) {
        DoubleUnaryOperator exact = switch (name) {
            case "exp" -> Math::exp;
            case "log" -> Math::log;
            case "tanh" -> Math::tanh;
            case "sigmoid" -> v -> 1 / (1 + Math.exp(-v));
            case "softplus" -> v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
            default -> throw new IllegalArgumentException(name);
        };
        float found = switch (name) {
            case "exp" -> Elementary.exp(x);
            case "log" -> Elementary.log(x);
            case "tanh" -> Elementary.tanh(x);
            case "sigmoid" -> Elementary.sigmoid(x);
            default -> Elementary.softplus(x);
        };
        double wanted = exact.applyAsDouble(x);
        return Math.abs(found - wanted) / Math.ulp((float) wanted);
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
        assertTrue(Float.isNaN(Elementary.exp(Float.NaN)));
        assertTrue(Float.isNaN(Elementary.tanh(Float.NaN)));
    }
}
