package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lectern.kernel.assist.Suggestion;
import lectern.kernel.assist.Suggestion.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// In each text a bar stands for the cursor.
class CompletionTest {

    private static final List<String> IMPORTS = List.of(
            "import java.util.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;",
            "import java.nio.file.*;",
            "import java.io.*;",
            "import static lectern.nn.NN.*;");

    private static final CompilingEvaluator EVALUATOR = new CompilingEvaluator(IMPORTS, List.of(), _ -> {});

    @BeforeAll
    static void declare() {
        assertInstanceOf(Outcome.Nothing.class, EVALUATOR.evaluate(1, """
                int counter = 3;
                String greeting = "x";
                var numbers = List.of(1, 2);
                int twice(int number) { return 2 * number; }
                record Point(int x, int y) { static Point origin() { return new Point(0, 0); } }
                var point = new Point(1, 2);
                enum Colour { RED, GREEN }
                Colour colour = Colour.RED;
                abstract class Shape { abstract double area(); private int secret; protected int shared; }
                class Square extends Shape { double area() { return 1; } }"""));
    }

    private static Completion complete(String marked) {
        int cursor = marked.indexOf('|');
        return EVALUATOR.complete(marked.substring(0, cursor) + marked.substring(cursor + 1), cursor);
    }

    private static List<String> matches(String marked) {
        return complete(marked).matches();
    }

    private static Optional<Suggestion> suggestion(String marked, String text) {
        return complete(marked).suggestions().stream()
                .filter(one -> one.text().equals(text))
                .findFirst();
    }

    private static void assertOffers(String marked, String... expected) {
        var found = matches(marked);
        for (var text : expected) {
            assertTrue(found.contains(text), marked + ": expected " + text + ", found " + found);
        }
    }

    private static void assertKeepsBack(String marked, String... unwanted) {
        var found = matches(marked);
        for (var text : unwanted) {
            assertFalse(found.contains(text), marked + ": expected no " + text + ", found " + found);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "greeting.toUpp| ~ toUpperCase(",
                "greeting.len| ~ length()",
                "var x = greeting.len| ~ length()",
                "numbers.stream().map(i -> i.intV| ~ intValue()",
                "numbers.stream().map(i -> i.intV|).toList() ~ intValue()",
                "numbers.stream().map(i -> { var more = i; return more.intV| ~ intValue()",
                "numbers.stream().collect(Collectors.groupingBy(i -> i.intV| ~ intValue()",
                "Map.of(1, \"a\").forEach((key, value) -> value.len| ~ length()",
                "point.| ~ x()",
                "Point.| ~ origin()",
                "Point.| ~ class",
                "Colour.R| ~ RED",
                "Colour.| ~ values()",
                "Math.ab| ~ abs(",
                "new int[] {1}.len| ~ length",
                "\"abc\".len| ~ length()",
                "(greeting + 1).len| ~ length()",
                "new Point(1, 2).| ~ y()",
                "new Square().sha| ~ shared",
                "Map.Ent| ~ Entry",
                "Function<String, Integer> f = String::len| ~ length",
                "Function<Integer, String> f = String::val| ~ valueOf",
                "numbers.forEach(System.out::print| ~ println",
                "java.util.Li| ~ List",
                "java.ut| ~ util.",
                "lectern.nn.ten| ~ tensor.",
            })
    void membersFollowADot(String marked, String expected) {
        assertOffers(marked, expected);
    }

    @Test
    void onlyWhatMayBeWrittenIsOffered() {
        assertKeepsBack("new Square().|", "secret");
        assertKeepsBack("point.|", "origin()", "Point(", "<init>");
        assertKeepsBack("Point.|", "x()", "y()");
        assertKeepsBack("greeting.|", "value", "coder", "valueOf(", "isLatin1()");
        assertKeepsBack("List.|", "size()");
        assertEquals(List.of(), matches("nowhere.|"));
    }

    @Test
    void whatEveryObjectHasComesLast() {
        var found = matches("point.|");
        assertEquals(List.of("x()", "y()"), found.subList(0, 2));
        assertTrue(found.containsAll(List.of("equals(", "hashCode()", "getClass()", "wait(")), found.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "coun| ~ counter",
                "gree| ~ greeting",
                "twi| ~ twice(",
                "Poi| ~ Point",
                "int later = 1; { int inner = 2; in| ~ inner",
                "{ int inner = 2; } int outer = 1; ou| ~ outer",
                "for (int index = 0; ind| ~ index",
                "for (var word : List.of(\"a\")) { wo| ~ word",
                "for (var word : List.of(\"a\")) { System.out.println(wo|); } ~ word",
                "numbers.stream().filter(each -> ea| ~ each",
                "Runnable r = () -> { int local = 1; loc| ~ local",
                "try { } catch (RuntimeException problem) { prob| ~ problem",
                "try (var input = new StringReader(\"\")) { inp| ~ input",
                "if (point instanceof Point(int a, int far)) { fa| ~ far",
                "void method(int parameter) { par| ~ parameter",
                "class A { int field; void m() { fie| ~ field",
                "class A { int field; void m() { } int n() { return m| } } ~ m()",
                "class A extends Shape { double area() { return sha| ~ shared",
                "<T> void m(T thing) { T other = thi| ~ thing",
                "int a = later(); int later() { return 1; } int b = lat| ~ later()",
                "{ lat| } int later() { return 1; } ~ later()",
                "twice(coun| ~ counter",
                "twice(coun|) ~ counter",
                "int[] all = { coun| ~ counter",
                "int i = counter > 1 ? coun| ~ counter",
                "switch (counter) { case 1 -> twi| ~ twice(",
                "ArrayL| ~ ArrayList",
                "class A extends ArrayL| ~ ArrayList",
                "void m() throws IOE| ~ IOException",
                "Map<Stri| ~ String",
                "Object o = (Stri| ~ String",
                "@Over| ~ Override",
                "class A { @Over| ~ Override",
                "class A { @Over| public String toString() { return \"\"; } } ~ Override",
                "class A { Stri| ~ String",
                "den| ~ dense(",
                "import java.time.*; var d = LocalDa| ~ LocalDate",
                "GREE| ~ greeting",
            })
    void namesInScopeAreKnown(String marked, String expected) {
        assertOffers(marked, expected);
    }

    @Test
    void whatIsNotInScopeIsNot() {
        assertKeepsBack("{ int inner = 2; } inn|", "inner");
        assertKeepsBack("numbers.forEach(each -> {}); ea|", "each");
        assertKeepsBack("class A { int field; static void m() { fie|", "field");
        assertKeepsBack("|", "run$0(", "Session", "Draft", "written$here");
        assertKeepsBack("int self = sel|", "self");
    }

    @Test
    void whatFollowsTheCursorDoesNotConfuse() {
        assertOffers("var v = greeting.|\nint z = 3;\nz", "length()");
        assertOffers("for (var p : List.of(point)) {\n    p.|\n    System.out.println(p);\n}", "x()");
        assertOffers("greeting.|\n    .trim()", "length()");
        assertOffers("try { Files.readS| } catch (IOException e) { }", "readString(");
        assertOffers("greeting.|\n)))} what is this", "length()");
        assertOffers("int broken = ;\n greeting.|", "length()");
        assertOffers("class A { void m() { greeting.| }\n int n = 3; }\nA a;", "length()");
        assertOffers("greet|ing.length()", "greeting");
    }

    @Test
    void importsAreCompleted() {
        assertOffers("import java.ut|", "util.");
        assertOffers("import java.util.|", "List", "function.", "concurrent.");
        assertOffers("import java.util.conc|", "concurrent.");
        assertOffers("import static java.lang.Math.ab|", "abs");
        assertOffers("import static java.lang.Mat|", "Math");
        assertOffers("import stat|", "static");
        assertOffers("import lectern.nn.t|", "tensor.", "train.");
        assertKeepsBack("import java.lang.Math.ab|", "abs");
    }

    @Test
    void afterNewComesWhatCanBeMade() {
        assertEquals("Square", matches("Shape s = new |").getFirst());
        assertKeepsBack("Shape s = new |", "Shape", "counter", "Runnable");
        assertTrue(matches("List<String> l = new |").indexOf("ArrayList")
                < matches("List<String> l = new |").indexOf("Point"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "int i = | ~ counter",
                "String s = | ~ greeting",
                "twice(| ~ counter",
                "greeting.charAt(| ~ counter",
                "greeting.concat(| ~ greeting",
                "new Point(1, | ~ counter",
                "counter = | ~ counter",
                "Colour c = | ~ colour",
                "Colour other = c| ~ colour",
                "Point make() { return p| ~ point",
                "int i = point.| ~ x()",
                "String s = point.| ~ toString()",
                "boolean b = greeting.isE| ~ isEmpty()",
                "switch (colour) { case | ~ GREEN",
            })
    void whatIsOfTheExpectedTypeComesFirst(String marked, String expected) {
        var found = complete(marked).suggestions();
        assertEquals(expected, found.getFirst().text());
    }

    @Test
    void kindsAndSignaturesAreTold() {
        assertEquals(
                Optional.of(new Suggestion("twice(", Kind.FUNCTION, "int twice(int)")), suggestion("twi|", "twice("));
        assertEquals(
                Optional.of(new Suggestion("counter", Kind.VARIABLE, "int counter")), suggestion("cou|", "counter"));
        assertEquals(Optional.of(Kind.CLASS), suggestion("Arr|", "ArrayList").map(Suggestion::kind));
        assertEquals(Optional.of(Kind.KEYWORD), suggestion("ret|", "return").map(Suggestion::kind));
        assertEquals(Optional.of(Kind.PACKAGE), suggestion("java.ut|", "util.").map(Suggestion::kind));
        assertEquals(
                Optional.of(new Suggestion("RED", Kind.FIELD, "Colour Colour.RED")), suggestion("Colour.R|", "RED"));
        assertEquals(
                Optional.of("Integer List.get(int)"),
                suggestion("numbers.ge|", "get(").map(Suggestion::signature));
    }

    @ParameterizedTest
    @CsvSource({
        "ret|, return",
        "pub|, public",
        "int i = n|, new",
        "class A ext|, extends",
        "if (true) { } el|, else",
        "if (point inst|, instanceof",
        "void m() thr|, throws",
        "class A { priv|, private",
        "for (in|, int",
    })
    void keywordsFit(String marked, String expected) {
        assertOffers(marked, expected);
    }

    @Test
    void classesThatAreNotImportedAreOfferedByTheirFullNames() {
        assertEquals(
                Optional.of(new Suggestion("javax.swing.JFrame", Kind.CLASS, "in javax.swing")),
                suggestion("new JFra|", "javax.swing.JFrame"));
        assertEquals(
                List.of("java.time.LocalDate"),
                matches("LocalDate|").stream().limit(1).toList());
        assertOffers("com.google.gson.Gson g = new Gso|", "com.google.gson.Gson");
        assertOffers("List<LocalDa| ", "java.time.LocalDateTime");
        assertKeepsBack("ArrayL|", "java.util.ArrayList");
        assertKeepsBack("new AbstractTab|", "javax.swing.table.AbstractTableModel");
        assertKeepsBack("point.JFra|", "javax.swing.JFrame");
        assertKeepsBack("import JFra|", "javax.swing.JFrame");
        assertKeepsBack("\"JFra|\"", "javax.swing.JFrame");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"gree|\"",
                "// gree|",
                "/* gree| */",
                "'g|'",
                "12|",
                "1.|",
                "\"\"\"\ngree|\"\"\"",
                "\"gree|",
                "/* gree|",
                "int x| = 1;\"",
            })
    void textIsLeftAlone(String marked) {
        assertEquals(List.of(), matches(marked));
    }

    @Test
    void theWrittenPartIsReplaced() {
        var found = complete("var x = greeting.toUp|;");
        assertEquals("var x = greeting.".length(), found.start());
        assertEquals("var x = greeting.toUp".length(), found.end());
    }

    @Test
    void nothingIsThrownAndNothingIsLeftBehind() {
        var random = new Random(20261121);
        var cells = List.of(
                "var list = new ArrayList<Map<String, int[]>>();\nlist.stream().map(m -> m.get(\"a\")[0] + 1).toList()",
                "record Pair<A, B>(A a, B b) { Pair { Objects.requireNonNull(a); } static int n = 3; }\nvar p = new Pair<>(1, \"x\");\np.a().intValue()",
                "sealed interface S permits Q, R {}\nrecord Q(int i) implements S {}\nrecord R(String s) implements S {}\n"
                        + "int size(S s) { return switch (s) { case Q(int i) when i > 0 -> i; case Q q -> 0; case R(var t) -> t.length(); }; }",
                "for (int i = 0, j = 3; i < j; i++) { if (i % 2 == 0) continue; else System.out.printf(\"%d %s%n\", i, numbers); }",
                "class Node<T extends Comparable<T>> { T value; Node<T> next; <R extends Comparable<R>> Node<R> map(Function<? super T, ? extends R> f) { return null; } }",
                "try (var in = Files.newBufferedReader(Path.of(\"x\"))) { in.lines().forEach(System.out::println); } catch (IOException e) { throw new UncheckedIOException(e); } finally { counter++; }",
                "import static java.lang.Math.*;\nint counter = 7; String counter2 = \"\"\"\n  text\n  \"\"\" + abs(-1);\nObject o = new Object() { int z = 1; };",
                "@FunctionalInterface interface F { int f(int a); default F twice() { return a -> f(f(a)); } }\nF f = a -> a + 1; f.twice().f(counter)");
        for (int i = 0; i < 10_000; i++) {
            var cell = new StringBuilder(cells.get(random.nextInt(cells.size())));
            for (int change = random.nextInt(3); change > 0; change--) {
                int at = random.nextInt(cell.length());
                if (random.nextBoolean()) {
                    cell.deleteCharAt(at);
                } else {
                    cell.insert(at, "(){}[]<>;.,\"'@=ax1 \n".charAt(random.nextInt(20)));
                }
            }
            int cursor = random.nextInt(cell.length() + 1);
            var text = random.nextBoolean() ? cell.toString() : cell.substring(0, cursor);
            if (random.nextBoolean()) {
                EVALUATOR.complete(text, cursor);
            } else {
                EVALUATOR.inspect(text, cursor, random.nextInt(10) == 0);
            }
        }
        var value = EVALUATOR.evaluate(2, "List.of(counter, greeting, numbers, twice(4), point, colour)");
        assertEquals(
                "[3, x, [1, 2], 8, Point[x=1, y=2], RED]",
                String.valueOf(assertInstanceOf(Outcome.Value.class, value).value()));
        assertInstanceOf(Outcome.Failure.class, EVALUATOR.evaluate(3, "new Q(3)"));
        assertInstanceOf(Outcome.Failure.class, EVALUATOR.evaluate(4, "abs(-1)"));
        assertOffers("poi|", "point");
    }

    @Test
    void theNextCellIsAsIfNothingHadBeenAsked() {
        var cells = List.of(
                "int a = 1; class A { class Inner { int i = 1; } } var x = new A();",
                "String a = \"s\"; int f(A p) { return g(p); }",
                "int g(A p) { return p.new Inner().i; } f(x)",
                "class A { class Inner { int i = 2; } } var x = new A(); f(x)",
                "final int a = 5; a + f(x)");
        var plain = outcomes(cells, false);
        assertEquals(plain, outcomes(cells, true));
        assertTrue(plain.getLast().contains("value=7"), plain.toString());
    }

    private static List<String> outcomes(List<String> cells, boolean asked) {
        var outcomes = new ArrayList<String>();
        try (var evaluator = new CompilingEvaluator(IMPORTS, List.of(), outcomes::add)) {
            for (int i = 0; i < cells.size(); i++) {
                for (int cursor = 0; asked && cursor <= cells.get(i).length(); cursor++) {
                    evaluator.complete(cells.get(i), cursor);
                    evaluator.inspect(cells.get(i), cursor, false);
                }
                outcomes.add(evaluator.evaluate(i + 1, cells.get(i)).toString());
            }
        }
        return outcomes;
    }
}
