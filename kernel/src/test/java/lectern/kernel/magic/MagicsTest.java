package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.eval.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicsTest {

    private final List<String> seen = new ArrayList<>();
    private final EngineSwitch engines = new EngineSwitch(
            Map.of("one", () -> new NotingEvaluator(seen, ""), "two", () -> new NotingEvaluator(seen, "two: ")), "one");
    private final Magics magics = new Magics(() -> engines, _ -> seen.add("shown"), String::valueOf);

    @BeforeEach
    void hear() {
        engines.whenClassesCome(_ -> seen.add("classes"));
    }

    @Test
    void aCellWithoutCommandsIsPassedOn() {
        magics.run(1, "int a = 7 % 3;\nint b = a\n    % 2;");
        assertEquals(List.of("int a = 7 % 3;\nint b = a\n    % 2;"), seen);
    }

    @Test
    void commandsLeaveTheLinesWhereTheyAre(@TempDir Path folder) {
        magics.run(1, "%jars " + folder + "\nint a = 1;");
        assertEquals(
                List.of(
                        "path " + folder,
                        "classes",
                        " ".repeat(6 + folder.toString().length()) + "\nint a = 1;"),
                seen);
    }

    @Test
    void codeAndCommandsRunInTheirOrder(@TempDir Path folder) {
        magics.run(1, "int a = 1;\n%jars " + folder + "\nint b = 2;");
        assertEquals("int a = 1;\n", seen.get(0));
        assertEquals("path " + folder, seen.get(1));
        assertEquals("int b = 2;", seen.get(3).strip());
        assertEquals(2, seen.get(3).chars().filter(c -> c == '\n').count());
    }

    @Test
    void aTimedCellKeepsItsLinesAndItsOutcome() {
        assertEquals(new Outcome.Value(1), magics.run(1, "%%time\n1"));
        assertEquals(new Outcome.Value(1), magics.run(2, "%time 1"));
        assertEquals(List.of("      \n1", "      1"), seen);
    }

    @Test
    void aCommandIsDescribedWhereItsNameStands() {
        assertTrue(magics.describe("%time 1", 3).orElse("").startsWith("%time CODE"));
        assertTrue(magics.describe("%%time\n1", 6).orElse("").contains("Example:\n    %time "));
        assertTrue(magics.describe("int a = 1;\n  %jars x", 14).orElse("").startsWith("%jars PATH...\n\nadd jars"));
        assertEquals(Optional.empty(), magics.describe("%time abc", 8));
        assertEquals(Optional.empty(), magics.describe("int a = 7 %time;", 12));
        assertEquals(Optional.empty(), magics.describe("%nothing", 3));
    }

    @Test
    void commandsAreCompletedWhereOneMayStand() {
        assertEquals("1-4 %jars %jars PATH...|%%javascript %%javascript", completed(" %ja", 4));
        assertEquals(
                "0-5 %time %time CODE, or %%time before a cell|%%time %time CODE, or %%time before a cell",
                completed("%time", 3));
        assertEquals("0-6 %%time %time CODE, or %%time before a cell", completed("%%time\n1", 4));
        assertEquals("11-13 %time %time CODE, or %%time before a cell", completed("int a = 1;\n%t", 13));
        assertTrue(completed("%", 1).startsWith("0-1 %"));
        assertEquals("0-3 ", completed("%zz", 3));
        assertEquals(Optional.empty(), magics.complete("int a = 7 %ti", 13));
        assertEquals(Optional.empty(), magics.complete("%time ab", 8));
    }

    private String completed(String source, int cursor) {
        var completion = magics.complete(source, cursor).orElseThrow();
        return completion.start() + "-" + completion.end() + " "
                + completion.suggestions().stream()
                        .map(one -> one.text() + " " + one.signature())
                        .collect(Collectors.joining("|"));
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        var failure = assertInstanceOf(Outcome.Failure.class, magics.run(1, "%jar x"));
        assertEquals(
                "%jar: expected a command that exists, found none of this name; did you mean %jars? %help lists them",
                failure.message());
        assertEquals(List.of(), seen);
    }

    @Test
    void aCommandForCellsIsNotOneForALine() {
        var failure = assertInstanceOf(Outcome.Failure.class, magics.run(1, "int a;\n%latex x^2"));
        assertEquals(
                "%latex: expected a command that exists, found none of this name; did you mean %%latex? %help lists"
                        + " them",
                failure.message());
    }

    @Test
    void aMissingJarIsNamed(@TempDir Path folder) {
        var jar = folder.resolve("no.jar");
        var failure = assertInstanceOf(Outcome.Failure.class, magics.run(1, "%classpath " + jar));
        assertEquals("%classpath: expected a jar or a folder, found nothing at " + jar, failure.message());
    }

    @Test
    void cellsCanBeRunByAnotherEngineWithTheSameClassPath(@TempDir Path folder) {
        magics.run(1, "%jars " + folder);
        magics.run(2, "%engine two\nint a;");
        magics.run(3, "%engine one\nint b;");
        assertEquals(
                List.of(
                        "path " + folder,
                        "classes",
                        "two: path " + folder,
                        "two: " + " ".repeat(11) + "\nint a;",
                        " ".repeat(11) + "\nint b;"),
                seen);
        var failure = assertInstanceOf(Outcome.Failure.class, magics.run(4, "%engine three"));
        assertEquals("%engine: expected one of one, two, found three", failure.message());
    }
}
