package lectern.kernel.eval.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Sessions made by chance, in both engines. `-Dlectern.oracle.cells=1000000` runs more of them, and
/// `-Dlectern.oracle.seed=N` others.
class OracleGeneratedTest {

    private static final int CELLS = 25;
    private static final int TOLD = 3;

    /// Sessions in which JShell refuses a sound expression from then on: it has lost its way among methods of one
    /// name, of which one no longer fits a variable that was declared anew.
    private static final Set<Long> LOST_BY_JSHELL = Set.of(347L);

    @Test
    void bothEnginesAnswerAlike() {
        long first = Long.getLong("lectern.oracle.seed", 1);
        long sessions = Math.ceilDiv(Long.getLong("lectern.oracle.cells", 10_000), CELLS);
        var comparison = Comparison.ofOurs();
        var seeds = LongStream.range(first, first + sessions).boxed().toList();
        var alike = Pair.map(
                seeds, seed -> comparison.compare(session(seed)).findings().isEmpty());
        var different = new ArrayList<>(seeds);
        different.removeIf(seed -> alike.get((int) (seed - first)));
        var lost = seeds.stream().filter(LOST_BY_JSHELL::contains).toList();
        assertTrue(different.containsAll(lost), () -> "expected sessions that differ, found them alike: " + lost);
        different.removeAll(lost);
        var shrinker = new Shrinker(comparison);
        var told = different.stream()
                .limit(TOLD)
                .map(seed -> shrinker.shrunk(session(seed)))
                .map(small -> small.text()
                        + comparison.compare(small).findings().stream()
                                .map(Finding::text)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        assertEquals("", told, () -> "seeds of sessions that differ, of " + sessions + ": " + different);
    }

    private static Session session(long seed) {
        return SessionGenerator.session(seed, CELLS);
    }
}
