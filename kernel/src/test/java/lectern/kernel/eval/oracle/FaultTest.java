package lectern.kernel.eval.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lectern.kernel.eval.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// That a fault is found, by the table and by the sessions made by chance. The sound engine is the compiler of cells
/// itself: it is quicker than JShell.
class FaultTest {

    private static final int SESSIONS = 12;

    @BeforeAll
    static void install() {
        Printed.install();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                argumentSet(
                        "an int of another value",
                        Fault.inOutcome(outcome ->
                                outcome instanceof Outcome.Value(Integer i) ? new Outcome.Value(i + 1) : outcome)),
                argumentSet(
                        "a long for an int",
                        Fault.inOutcome(outcome ->
                                outcome instanceof Outcome.Value(Integer i) ? new Outcome.Value((long) i) : outcome)),
                argumentSet(
                        "a value that is not shown",
                        Fault.inOutcome(outcome ->
                                outcome instanceof Outcome.Value(String _) ? new Outcome.Nothing() : outcome)),
                argumentSet(
                        "a failure of another kind",
                        Fault.inOutcome(outcome ->
                                outcome instanceof Outcome.Failure f && f.name().endsWith("Exception")
                                        ? new Outcome.Failure("Error", f.message(), f.traceback())
                                        : outcome)),
                argumentSet(
                        "places that are lost",
                        Fault.inOutcome(outcome -> outcome instanceof Outcome.Failure f
                                ? new Outcome.Failure(f.name(), f.message(), List.of())
                                : outcome)),
                argumentSet(
                        "errors that are passed over",
                        Fault.inOutcome(outcome ->
                                outcome instanceof Outcome.Failure f && f.name().equals("CompilationError")
                                        ? new Outcome.Nothing()
                                        : outcome)),
                argumentSet("the wrong stream", Fault.inCell("System\\.err", "System.out")),
                argumentSet("output with a line break too few", Fault.inCell("println", "print")),
                argumentSet("a compound assignment that only assigns", Fault.inCell("[*] ?= ", "= ")),
                argumentSet("a case that is never taken", Fault.inCell("case [03]", "case 77")),
                argumentSet("a list of another class", Fault.inCell("return new ArrayList", "return new LinkedList")),
                argumentSet("a cell that stops before its last line", Fault.inCell("\\n[^\\n;{}]*\\z", "")),
                argumentSet("a comment that swallows the next line", Fault.inCell("//([^\\n]*)\\n[^\\n]*", "//$1")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theTableFindsIt(Fault fault) {
        var comparison = new Comparison(Engine::ours, fault.in(Engine::ours));
        assertTrue(Themes.all().stream().anyMatch(session -> differs(comparison, session)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void sessionsByChanceFindIt(Fault fault) {
        var comparison = new Comparison(Engine::ours, fault.in(Engine::ours));
        assertTrue(Stream.iterate(1L, seed -> seed + 1)
                .limit(SESSIONS)
                .anyMatch(seed -> differs(comparison, SessionGenerator.session(seed, 25))));
    }

    @Test
    void whatIsSoundIsNotAccused() {
        var comparison = new Comparison(Engine::ours, Engine::ours);
        assertFalse(differs(comparison, SessionGenerator.session(1, 25)));
    }

    @Test
    void aSessionIsShrunkToWhatMatters() {
        var comparison =
                new Comparison(Engine::ours, Fault.inCell("\\+\\+", "--").in(Engine::ours));
        var session = new Session(
                "counting", List.of("int a = 1;", "int b = 2;\nb++;\nint c = 3;", "a + b", "b"), List.of("a", "c"));
        assertEquals(
                "=== counting\nint a = 1;\n---\nint b = 2;\nb++;\n---\na + b\n",
                new Shrinker(comparison).shrunk(session).text());
    }

    @Test
    void aDifferenceThatIsGoneIsAComplaint() {
        var session = new Session("gone", List.of("1"), List.of());
        var finding = new Finding("gone", "cell 1", "value Integer 1", "value Integer 2");
        var differences = new Differences(Map.of("gone", new Differences.Difference("why", Set.of(finding))));
        assertEquals(List.of(), differences.complaints(session, List.of(finding)));
        assertTrue(differences
                .complaints(session, List.of())
                .getFirst()
                .startsWith("in the list of differences, but not found:"));
        assertTrue(new Differences(Map.of())
                .complaints(session, List.of(finding))
                .getFirst()
                .startsWith("not in the list of differences:"));
    }

    private static boolean differs(Comparison comparison, Session session) {
        return !comparison.compare(session).findings().isEmpty();
    }
}
