package lectern.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static Row row(Timing... timings) {
        return new Row("product 64", 524288, 1, List.of(timings), "");
    }

    @Test
    void takesTheFastestRoundAndTheMiddleOne() {
        var odd = new Timing("ours", List.of(5.0, 1.0, 9.0));
        assertEquals(1, odd.minimum());
        assertEquals(5, odd.median());
        var even = new Timing("ours", List.of(8.0, 2.0, 4.0, 6.0));
        assertEquals(2, even.minimum());
        assertEquals(5, even.median());
    }

    @Test
    void refusesToBeWithoutRounds() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Timing("djl", List.of()));
        assertEquals("bench: expected at least one round of djl, found none", e.getMessage());
    }

    @Test
    void comparesWithThePeerThatIsBestByEachMeasure() {
        var row = row(
                new Timing("ours", List.of(3.0, 4.0, 5.0)),
                new Timing("djl", List.of(2.0, 9.0, 9.0)),
                new Timing("ejml", List.of(5.0, 5.0, 5.0)));
        assertEquals("djl", row.bestPeer().orElseThrow().contender());
        assertEquals(1.5, row.ratioOfMinima().orElseThrow(), 1e-12);
        assertEquals(0.8, row.ratioOfMedians().orElseThrow(), 1e-12);
    }

    @Test
    void hasNoRatioWhereOursOrEveryPeerIsMissing() {
        assertEquals(
                OptionalDouble.empty(), row(new Timing("ours", List.of(3.0))).ratioOfMinima());
        assertEquals(
                OptionalDouble.empty(), row(new Timing("djl", List.of(3.0))).ratioOfMinima());
        assertTrue(row().bestPeer().isEmpty());
    }
}
