package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static List<String> labels(Axis axis, Range range, int most) {
        return Ticks.of(axis, range, most, false).stream()
                .map(Ticks.Tick::label)
                .toList();
    }

    private static Range decades(double from, double to) {
        return new Range(Math.log10(from), Math.log10(to));
    }

    @Test
    void linearOnesAreRoundNumbers() {
        assertEquals(List.of("0", "0.2", "0.4", "0.6", "0.8", "1"), labels(Axis.LINEAR, new Range(0, 1), 6));
        assertEquals(List.of("-50", "0", "50", "100"), labels(Axis.LINEAR, new Range(-60, 110), 5));
        assertEquals(List.of("2e10", "4e10"), labels(Axis.LINEAR, new Range(1e10, 5e10), 3));
    }

    @Test
    void wholeOnesHaveNoFractions() {
        var ticks = Ticks.of(Axis.LINEAR, new Range(0.9, 3.1), 8, true);
        assertEquals(
                List.of("1", "2", "3"), ticks.stream().map(Ticks.Tick::label).toList());
    }

    @Test
    void logarithmicOnesArePowersOfTen() {
        assertEquals(
                List.of("10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1", "10¹", "10²"),
                labels(Axis.LOGARITHMIC, decades(1e-5, 100), 6));
        assertEquals(
                List.of("10⁻³⁰", "10⁻²⁵", "10⁻²⁰", "10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "1"),
                labels(Axis.LOGARITHMIC, decades(1e-30, 1), 5));
        assertArrayEquals(
                new double[] {-2, -1, 0},
                Ticks.of(Axis.LOGARITHMIC, decades(0.005, 2), 6, false).stream()
                        .mapToDouble(Ticks.Tick::position)
                        .toArray());
    }

    @Test
    void shortLogarithmicAxesHaveNumbersBetween() {
        assertEquals(List.of("0.2", "0.5", "1", "2"), labels(Axis.LOGARITHMIC, decades(0.15, 4), 6));
        assertEquals(List.of("3", "3.5", "4"), labels(Axis.LOGARITHMIC, decades(2.9, 4.1), 3));
    }

    @Test
    void fineLinesStandBetweenFewDecadesOnly() {
        assertEquals(16, Ticks.fine(Axis.LOGARITHMIC, new Range(0, 2)).length);
        assertEquals(Math.log10(2), Ticks.fine(Axis.LOGARITHMIC, new Range(0, 2))[0]);
        assertEquals(0, Ticks.fine(Axis.LOGARITHMIC, new Range(0, 9)).length);
        assertEquals(0, Ticks.fine(Axis.LINEAR, new Range(0, 2)).length);
    }
}
