package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import lectern.kernel.assist.Description;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In each text a bar stands for the cursor.
class InspectionTest {

    private static final CompilingEvaluator EVALUATOR = new CompilingEvaluator(
            List.of("import java.util.*;", "import java.util.stream.*;", "import static lectern.nn.NN.*;"),
            List.of(),
            _ -> {});

    @BeforeAll
    static void declare() {
        assertInstanceOf(Outcome.Nothing.class, EVALUATOR.evaluate(1, """
                int counter = 3;
                /// Twice as **much**.
                ///
                /// @param number how much
                int twice(int number) { return 2 * number; }
                int twice(int number, String unit) { return 2 * number; }
                /** A <i>point</i> in the plane. */
                record Point(int x, int y) {
                    /** How far from {@code other}. */
                    double far(Point other) { return 0; }
                }
                var point = new Point(1, 2);"""));
    }

    private static String inspect(String marked, boolean documentation) {
        int cursor = marked.indexOf('|');
        return EVALUATOR
                .inspect(marked.substring(0, cursor) + marked.substring(cursor + 1), cursor, documentation)
                .map(Description::text)
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "coun|ter ~ int counter",
                "counter| ~ int counter",
                "poi|nt ~ Point point",
                "var word = \"a\"; wor|d.length() ~ String word",
                "var wor|d = \"a\"; ~ String word",
                "for (var each : List.of(1)) { ea|ch } ~ Integer each",
                "List.of(1).forEach(i -> i|.intValue()) ~ Integer i",
                "poi|nt.far(point) ~ Point point",
                "Math.ab|s ~ int Math.abs(int a)",
                "Math.ab|s(-1L) ~ long Math.abs(long a)",
                "Math.max(1.0, | ~ double Math.max(double a, double b)",
                "Math.max(1.0, |2) ~ double Math.max(double a, double b)",
                "Math.max((1 + 2), | ~ int Math.max(int a, int b)",
                "twi|ce(1) ~ int twice(int number)",
                "twice(1, | ~ int twice(int number, String unit)",
                "new Point(| ~ Point(int x, int y)",
                "new Poi|nt(1, 2) ~ Point(int x, int y)",
                "point.fa|r(null) ~ double Point.far(Point other)",
                "new ArrayList<String>(| ~ ArrayList(int initialCapacity)",
                "new HashMap<String, Integer>().put(| ~ Integer HashMap.put(String key, Integer value)",
                "List.of(\"a\").stream().ma|p(s -> s.length()) ~ <R> Stream<R> Stream.map(Function<? super String,? extends R> mapper)",
                "List.of(\"a\").forEach(System.out::pri|ntln) ~ void PrintStream.println(String x)",
                "Poi|nt p ~ record Point",
                "Li|st<String> l ~ interface List<E> extends SequencedCollection<E>",
                "import java.util.Li|st; ~ interface List<E> extends SequencedCollection<E>",
                "import static java.lang.Math.ab|s; ~ int Math.abs(int a)",
                "'void own(int a) {}\now|n(1)' ~ void own(int a)",
                "class Own { int fie|ld; } ~ int Own.field",
                "class O|wn { } ~ class Own",
                "int o|wn() { return 1; } ~ int own()",
                "Thread.State.NE|W ~ Thread.State Thread.State.NEW",
            })
    void theLikeliestDeclarationIsShownFirst(String marked, String expected) {
        assertEquals(expected, inspect(marked, false).lines().findFirst().orElse(""));
    }

    @Test
    void allOverloadsAreShown() {
        assertEquals("""
                long Math.abs(long a)
                int Math.abs(int a)
                float Math.abs(float a)
                double Math.abs(double a)""", inspect("Math.a|bs(1L)", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now|here", "ret|urn 1;", "|", "1 + |", "// coun|ter", "\"coun|ter\"", "if (|", "a.b.c|.d"})
    void whatIsNotKnownIsNotShown(String marked) {
        assertEquals("nothing", inspect(marked, true));
    }

    @Test
    void theCommentsOfCellsAreShown() {
        assertEquals("""
                int twice(int number)
                int twice(int number, String unit)

                Twice as **much**.

                number: how much""", inspect("tw|ice(1)", true));
        assertEquals("record Point\n\nA point in the plane.", inspect("Poi|nt p", true));
        assertEquals("double Point.far(Point other)\n\nHow far from other.", inspect("point.f|ar(point)", true));
        assertEquals("void own()\n\nMine.", inspect("/** Mine. */\nvoid own() {}\now|n()", true));
        assertEquals("int counter = 3", inspect("coun|ter", true));
    }

    @Test
    void theDocumentationOfTheJdkIsShown() {
        var text = inspect("\"abc\".subs|tring(1)", true);
        assertTrue(text.startsWith("""
                        String String.substring(int beginIndex)
                        String String.substring(int beginIndex, int endIndex)

                        Returns a string that is a substring of this string. The substring begins with the
                        character at the specified index and extends to the end of this string.

                        Examples:

                            "unhappy".substring(2) returns "happy"
                        """), text);
        assertTrue(
                text.contains("\nbeginIndex: the beginning index, inclusive.\nReturns: the specified substring.\n"),
                text);
    }

    private static String html(String marked) {
        int cursor = marked.indexOf('|');
        return EVALUATOR
                .inspect(marked.substring(0, cursor) + marked.substring(cursor + 1), cursor, true)
                .map(Description::html)
                .orElse("nothing");
    }

    @Test
    void documentationIsRendered() {
        assertEquals("""
                <pre>int twice(int number)
                int twice(int number, String unit)</pre>
                <div>Twice as <b>much</b>.</div>
                <p><code>number</code>: how much""", html("tw|ice(1)"));
        assertEquals(
                "<pre>double Point.far(Point other)</pre>\n<div>How far from <code>other</code>.</div>",
                html("point.f|ar(point)"));
        var text = html("\"abc\".subs|tring(1)");
        assertTrue(text.startsWith("<pre>String String.substring(int beginIndex)\n"), text);
        assertTrue(text.contains("<code>String</code>") || text.contains("<pre>"), text);
        assertTrue(text.contains("<p><b>Returns</b>: the specified substring."), text);
        assertTrue(
                html("List.of(\"a\").stream().ma|p(s -> s)").startsWith("<pre>&lt;R&gt; Stream&lt;R&gt; Stream.map("));
    }

    @Test
    void nothingInACommentIsRun() {
        var text = html(
                "/** <script>alert(1)</script> <b onclick=\"x()\">bold</b> <a href=\"y\">link</a> */ void own() {}\now|n()");
        assertEquals("<pre>void own()</pre>\n<div>alert(1) <b>bold</b> link</div>", text);
    }

    @Test
    void markdownIsRendered() {
        assertEquals(
                "<pre>void own()</pre>\n<div><p>First, **not `this`**.\n</p><ul><li>one\n<li><code>two</code> &lt;three&gt;\n</ul>"
                                .replace("**not `this`**", "<b>not <code>this</code></b>")
                        + "<pre>int i = 1;\n</pre><p>See <code>List</code>.\n</p></div>",
                html("""
                        /// First, **not `this`**.
                        ///
                        /// - one
                        /// - `two` <three>
                        ///
                        /// ```
                        /// int i = 1;
                        /// ```
                        ///
                        /// See [List].
                        ///
                        void own() {}
                        ow|n()"""));
    }

    @Test
    void aVariableIsShownWithItsValueAndWhatIsSaidOfIt() {
        EVALUATOR.evaluate(7, """
                /// How many **nodes** there are.
                int nodes = 12;
                // The first layer,
                // and the second.
                String[] layers = {"a", "b"};
                double rate = 0.1; // how far a step goes
                var none = (String) null;
                var broken = new Object() { @Override public String toString() { throw new IllegalStateException(); } };""");
        assertEquals("int nodes = 12\n\nHow many **nodes** there are.", inspect("no|des", true));
        assertEquals("String[] layers = [a, b]\n\nThe first layer,\nand the second.", inspect("lay|ers", true));
        assertEquals("double rate = 0.1\n\nhow far a step goes", inspect("ra|te", true));
        assertEquals("String none = null", inspect("no|ne", true));
        assertEquals("<anonymous Object> broken", inspect("bro|ken", true));
        assertEquals("Point point = Point[x=1, y=2]", inspect("poi|nt.x()", true));
        EVALUATOR.evaluate(8, "// Declared again.\nint nodes = 13;");
        assertEquals("int nodes = 13\n\nDeclared again.", inspect("no|des", true));
        assertEquals("int nodes", inspect("no|des", false));
    }

    @Test
    void documentationIsInherited() {
        assertTrue(
                inspect("new ArrayDeque<String>().iter|ator()", true).contains("Returns an iterator"),
                inspect("new ArrayDeque<String>().iter|ator()", true));
        assertTrue(inspect(
                        "class A implements Comparable<A> { public int compareTo(A a) { return 0; } }\nnew A().comp|areTo(null)",
                        true)
                .contains("Compares this object with the specified object"));
    }

    @Test
    void whatRefersUpwardsTwiceIsShownOnce() {
        assertEquals("void C.m()\n\nOne. Two.", inspect("""
                class A { /** Three. */ void m() {} }
                class B extends A { /** Two. {@inheritDoc} */ void m() {} }
                class C extends B { /** One. {@inheritDoc} */ void m() {} }
                new C().m|();""", true));
    }

    @Test
    void theDocumentationOfTheLibraryIsShown() {
        var text = inspect("den|se(3, 4, null)", true);
        assertTrue(text.lines().findFirst().orElse("").matches("Dense dense\\(int \\w+, int \\w+, .*"), text);
        assertTrue(text.contains("\n\n"), text);
    }

    @Test
    void theSourcesBesideAJarAreRead(@TempDir Path folder) throws IOException {
        var source = folder.resolve("Own.java");
        Files.writeString(
                source,
                "package own; /** Documented. */ public class Own { /** Doubles. */ public static int f(int times) { return 2; } }");
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString()));
        jar(folder.resolve("own.jar"), "own/Own.class", Files.readAllBytes(folder.resolve("own/Own.class")));
        jar(
                folder.resolve("own-sources.jar"),
                "own/Own.java",
                Files.readString(source).getBytes(StandardCharsets.UTF_8));
        EVALUATOR.addToClassPath(folder.resolve("own.jar"));
        assertEquals("int Own.f(int times)\n\nDoubles.", inspect("own.Own.f|(1)", true));
        assertEquals("class Own\n\nDocumented.", inspect("own.O|wn o", true));
        assertTrue(EVALUATOR.complete("own.", 4).matches().contains("Own"));
        assertTrue(EVALUATOR.complete("import ow", 9).matches().contains("own."));
    }

    private static void jar(Path path, String entry, byte[] content) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(path))) {
            jar.putNextEntry(new JarEntry(entry));
            jar.write(content);
            jar.closeEntry();
        }
    }
}
