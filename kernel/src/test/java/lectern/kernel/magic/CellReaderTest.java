package lectern.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {

    private static final Set<String> KNOWN = Set.of("jars", "time", "mavenRepo", "who");

    private static List<Part> parts(String source) {
        return CellReader.parts(source, KNOWN::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int c = a\n    % b;",
                "int c = a\n    %b;",
                "int c = (a + 1)\n%b;",
                "var s = \"\"\"\n%jars x\n%time y\n\"\"\";",
                "/*\n%jars x\n*/ int a = 1;",
                "/**\n * text\n%who\n */\nint a = 1;",
                "String s = \"= %d\"; System.out.printf(\"%d%n\", 3);",
                "int a = 7; // = %jars x",
                "a %= 3;",
                "char c = '\"';\nint d = 1\n%c;",
            })
    void aRemainderATextOrACommentIsNoCommand(String source) {
        assertEquals(List.of(new Part.Code(source)), parts(source));
        assertEquals(source, CellReader.java(source));
    }

    @Test
    void aCommandStandsWhereAStatementCould() {
        assertEquals(
                List.of(
                        new Part.Code("int a = 1;\n"),
                        new Part.Command(2, "jars", " x y"),
                        new Part.Code("          \n         \nvoid f() {}\n"),
                        new Part.Command(4, "unknown", "")),
                parts("int a = 1;\n%jars x y\nvoid f() {}\n%unknown"));
    }

    @Test
    void aKnownCommandFollowsAnExpressionWithoutSemicolon() {
        assertEquals(List.of(new Part.Code("1 + 1\n"), new Part.Command(2, "who", "")), parts("1 + 1\n%who"));
    }

    @Test
    void whatACommandSaysDoesNotOpenCommentsOrTexts() {
        var found = parts("%mavenRepo x https://host/*\n%jars it's\nint a = 1; // %jars\n");
        assertEquals(new Part.Command(1, "mavenRepo", " x https://host/*"), found.get(0));
        assertEquals(new Part.Command(2, "jars", " it's"), found.get(1));
        assertEquals("int a = 1; // %jars", ((Part.Code) found.get(2)).text().strip());
    }

    @Test
    void afterEqualsAndBetweenBracketsACommandIsACall() {
        assertEquals(
                List.of(new Part.Code(
                        "List<String> added = lineMagic(\"jars\", java.util.List.of(\"C:\\\\a b\", \"c\"));\nint a;")),
                parts("List<String> added = %jars \"C:\\a b\" c\nint a;"));
        assertEquals(
                List.of(new Part.Code("if (b) {\n  lineMagic(\"jars\", java.util.List.of(\"x\"));\n}")),
                parts("if (b) {\n  %jars x;\n}"));
    }

    @Test
    void aTimedLineKeepsItsPlace() {
        assertEquals(List.of(new Part.Timed("      int a = f();")), parts("%time int a = f();"));
    }

    @Test
    void whatIsLookedAtKeepsItsPlace() {
        var source = "%jars x\nvar l = %jars y\nint a = l.size();\n%time a++;";
        var java = CellReader.java(source);
        assertEquals(source.length(), java.length());
        assertEquals("       \nvar l = null;  \nint a = l.size();\n      a++;", java);
    }

    @Test
    void wordsInQuotesStayTogether() {
        assertEquals(List.of("a b", "c\"d", "", "e\\f"), Arguments.split(" \"a b\" \"c\\\"d\" '' e\\f "));
        assertEquals(
                "expected a closing \", found none in: \"a",
                assertThrows(IllegalArgumentException.class, () -> Arguments.split("\"a"))
                        .getMessage());
    }
}
