package lectern.kernel.eval.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every feature and edge of the language that a cell can hold, in both engines.
class OracleTableTest {

    private static final Differences DIFFERENCES = Differences.read("differences.txt");

    static Stream<String> themes() {
        return Themes.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void bothEnginesAnswerAlike(String theme) {
        var comparison = Comparison.ofOurs();
        var complaints = Pair.map(
                SessionFile.read(theme),
                session -> DIFFERENCES.complaints(
                        session, comparison.compare(session).findings()));
        assertEquals(
                "", String.join("\n", complaints.stream().flatMap(List::stream).toList()));
    }

    @Test
    void eachSessionHasItsOwnName() {
        var names = new HashSet<String>();
        for (var session : Themes.all()) {
            assertTrue(names.add(session.name()), "twice in the table: " + session.name());
        }
        for (var name : DIFFERENCES.sessions().keySet()) {
            assertTrue(names.contains(name), "in the list of differences, but not in the table: " + name);
        }
    }
}
