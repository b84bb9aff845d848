package lectern.kernel.eval.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Sessions made by chance, in both engines. `-Dlectern.oracle.cells=1000000` runs more of them, and
/// `-Dlectern.oracle.seed=N` others.
class OracleGeneratedTest {

    private static final int CELLS = 25;

    @Test
    void bothEnginesAnswerAlike() {
        long first = Long.getLong("lectern.oracle.seed", 1);
        long sessions = Math.ceilDiv(Long.getLong("lectern.oracle.cells", 10_000), CELLS);
        var comparison = Comparison.ofOurs();
        var shrinker = new Shrinker(comparison::findings);
        var seeds = LongStream.range(first, first + sessions).boxed().toList();
        var different = Pair.map(
                        seeds,
                        seed -> comparison
                                        .findings(SessionGenerator.session(seed, CELLS))
                                        .isEmpty()
                                ? List.<Long>of()
                                : List.of(seed))
                .stream()
                .flatMap(List::stream)
                .toList();
        var told = different.stream()
                .limit(5)
                .map(seed -> shrinker.shrunk(SessionGenerator.session(seed, CELLS)))
                .map(small -> small.text()
                        + comparison.findings(small).stream().map(Finding::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        assertEquals("", told, "sessions that differ, of " + sessions + ": " + different);
    }
}
