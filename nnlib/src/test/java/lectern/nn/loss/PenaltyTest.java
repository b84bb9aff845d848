package lectern.nn.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PenaltyTest {

    static Stream<Arguments> penalties() {
        return Stream.of(argumentSet("l1", new L1(0.7)), argumentSet("l2", new L2(0.7)));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void gradientsMatchFiniteDifferences(Penalty penalty) {
        Var weights = Var.of(Tensor.of(new float[][] {{1, -2, 0.5f}, {-0.3f, 2, 0.1f}}));
        var check =
                GradientCheck.of(() -> penalty.of(weights), List.of(weights), GradientCheck.STEP, SeededRandom.of(1));
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void valuesAreThoseOfTheFormulas() {
        Var weights = Var.of(Tensor.of(3, -4, 0));
        assertEquals(3.5, new L1(0.5).of(weights).value().item());
        assertEquals(6.25, new L2(0.5).of(weights).value().item());
    }

    @Test
    void aWeightOfZeroIsNotPulled() {
        Var weights = Var.of(Tensor.of(3, -4, 0));
        new L1(0.5).of(weights).backward();
        assertArrayEquals(new float[] {0.5f, -0.5f, 0}, weights.gradient().array());
    }

    @Test
    void strengthsOutOfRangeAreRefused() {
        assertEquals(
                "l1: expected a strength of 0 or more, found -1.0",
                assertThrows(IllegalArgumentException.class, () -> new L1(-1)).getMessage());
        assertEquals(
                "l2: expected a strength of 0 or more, found NaN",
                assertThrows(IllegalArgumentException.class, () -> new L2(Double.NaN))
                        .getMessage());
    }
}
