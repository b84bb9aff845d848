package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What both engines do alike.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EvaluatorTest {

    static final List<String> IMPORTS = List.of("import java.util.*;", "import java.util.stream.*;");

    final List<String> notes = new ArrayList<>();
    private final Evaluator evaluator = build(notes::add);
    private int cell;

    abstract Evaluator build(Consumer<String> notes);

    Outcome run(String source) {
        return evaluator.evaluate(++cell, source);
    }

    @Nullable
    Object value(String source) {
        return assertInstanceOf(Outcome.Value.class, run(source)).value();
    }

    Outcome.Failure failure(String source) {
        return assertInstanceOf(Outcome.Failure.class, run(source));
    }

    static String plain(Outcome.Failure failure) {
        return String.join("\n", failure.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @Test
    void theLastExpressionIsTheValueItself() {
        assertEquals(2, value("1 + 1"));
        assertEquals(List.of(1, 2), value("int one = 1;\nList.of(one, 2)"));
        assertEquals(null, value("Object nothing = null;\nnothing"));
    }

    @Test
    void statementsHaveNoValue() {
        assertEquals(new Outcome.Nothing(), run("int silent = 3;"));
        assertEquals(new Outcome.Nothing(), run("Math.abs(-1);"));
        assertEquals(new Outcome.Nothing(), run("// nothing but a comment"));
        assertEquals(new Outcome.Nothing(), run(""));
    }

    @Test
    void linesMayBeginWithADot() {
        assertEquals("ABAB", value("\"ab\"\n    .toUpperCase()\n    // twice\n    .repeat(2)"));
    }

    @Test
    void aRedefinedMethodIsUsedByEarlierOnes() {
        run("int inner() { return 1; }\nint outer() { return inner(); }");
        assertEquals(1, value("outer()"));
        run("int inner() { return 2; }");
        assertEquals(2, value("outer()"));
    }

    @Test
    void whatIsDeclaredLaterMayBeUsedInAMethod() {
        run("int early() { return late(3); }");
        assertTrue(notes.contains("early uses what is not declared yet: method late(int)"), notes.toString());
        assertEquals(
                "CompilationError: early uses what is not declared yet: method late(int)", plain(failure("early()")));
        run("int late(int i) { return i * 2; }");
        assertEquals(6, value("early()"));
    }

    @Test
    void aCompileErrorPointsAtItsPlace() {
        assertEquals("""
                line 2, column 13: incompatible types: String cannot be converted to int
                    int wrong = "text";
                                ^^^^^^
                    hint: a String becomes an int by Integer.parseInt(…)""", plain(failure("int right = 1;\nint wrong = \"text\";")));
    }

    @Test
    void aMissingNameIsNamed() {
        var failure = failure("missing + 1");
        assertEquals("CompilationError", failure.name());
        assertEquals("cannot find symbol: variable missing", failure.message());
    }

    @Test
    void aCellThatCannotBeReadIsNotBegun() {
        run("int kept = 1;");
        failure("kept = 2;\nint broken = (;");
        assertEquals(1, value("kept"));
    }

    @Test
    void anExceptionShowsTheLinesOfTheCell() {
        run("""
                void deep(int n) {
                    if (n == 0) throw new IllegalStateException("bottom");
                    deep(n - 1);
                }""");
        var number = cell;
        assertEquals("""
                IllegalStateException: bottom
                    at cell [%1$d], line 2 in deep(): if (n == 0) throw new IllegalStateException("bottom");
                    at cell [%1$d], line 3 in deep(): deep(n - 1);
                    at cell [%2$d], line 3: deep(1);""".formatted(number, number + 1), plain(failure("int a = 1;\n// say\ndeep(1);")));
    }

    @Test
    void theUsersOwnExceptionAndItsCauseAreNamed() {
        run("class Mine extends RuntimeException { Mine(Throwable cause) { super(\"outer\", cause); } }");
        var failure = failure("throw new Mine(new IllegalArgumentException(\"inner\"));");
        assertEquals("Mine", failure.name());
        assertTrue(plain(failure).contains("Caused by IllegalArgumentException: inner"), plain(failure));
    }

    @Test
    void aChainOfCausesIsToldAndEnds() {
        run("""
                Exception chain(int n) {
                    return n == 0 ? new Exception("root") : new Exception("level " + n, chain(n - 1));
                }""");
        assertEquals(
                List.of("Exception: level 2", "Caused by Exception: level 1", "Caused by Exception: root"),
                plain(failure("throw chain(2);"))
                        .lines()
                        .filter(line -> !line.startsWith(" "))
                        .toList());
        var circle = failure("""
                var a = new Exception("a"); var b = new Exception("b", a); a.initCause(b);
                throw a;""");
        assertTrue(circle.traceback().size() < 20, plain(circle));
    }

    @Test
    void aMessageOfNoWordsIsNotWrittenAsNull() {
        assertEquals(
                "RuntimeException",
                plain(failure("throw new RuntimeException();"))
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void nothingIsLeftOfARehearsal() {
        var fresh = build(notes::add);
        fresh.rehearse("class Played { }\nint played = 1;\nint play() { return played; }\nplay()");
        assertInstanceOf(Outcome.Failure.class, fresh.evaluate(1, "played"));
        assertInstanceOf(Outcome.Failure.class, fresh.evaluate(2, "play()"));
        assertInstanceOf(Outcome.Failure.class, fresh.evaluate(3, "new Played()"));
        assertEquals(new Outcome.Value(List.of(1)), fresh.evaluate(4, "String played = \"again\";\nList.of(1)"));
    }

    @Test
    void stateIsKeptAfterAFailure() {
        failure("int before = 5;\nint[] empty = {};\nempty[1] = 2;\nint after = 6;");
        assertEquals(5, value("before"));
    }

    @Test
    void aStackOverflowIsShort() {
        var failure = failure("int over(int n) { return over(n + 1) + 1; }\nover(0)");
        assertEquals("StackOverflowError", failure.name());
        assertTrue(failure.traceback().size() < 6, plain(failure));
    }

    @Test
    void methodsThatCallEachOtherForEverAreNamedOnce() {
        run("int ping(int n) { return pong(n + 1) + 1; }\nint pong(int n) { return ping(n + 1) + 1; }");
        var lines = plain(failure("ping(0)")).lines().toList();
        assertTrue(lines.size() < 10, lines.toString());
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches(
                                " *\\((ping|pong)\\(\\) and (ping|pong)\\(\\) repeat this \\d+ more times\\)")),
                lines.toString());
        assertTrue(lines.get(1).startsWith("    hint: a method calls itself"), lines.toString());
    }

    @Test
    void theKernelLivesOnAfterItsMemoryWasFull() {
        run("int before = 7;");
        assertEquals(
                "OutOfMemoryError",
                failure("long[][] all = new long[Integer.MAX_VALUE][];").name());
        assertEquals(7, value("before"));
    }

    @Test
    void whatFailedOnTheWayOutIsTold() {
        run(
                "class Closed implements AutoCloseable { public void close() { throw new IllegalStateException(\"closing\"); } }");
        assertEquals(
                List.of("IllegalArgumentException: body", "Suppressed IllegalStateException: closing"),
                plain(failure("try (var c = new Closed()) { throw new IllegalArgumentException(\"body\"); }"))
                        .lines()
                        .filter(line -> !line.startsWith(" "))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            "abc".lenghtt() ~ hint: its length is .length()
            Math.sqroot(2) ~ hint: did you mean sqrt(…)?
            print(1) ~ hint: Java prints with System.out.println(…)
            int i = 2.5; ~ hint: an int cannot hold all of a double
            Math.abs() ~ int Math.abs(int a)
            String s = 'abc'; ~ hint: text stands in double quotes
            Math.max(1, 2)); ~ expected
            """)
    void aMistakeIsExplained(String cell, String expected) {
        var shown = plain(failure(cell));
        assertTrue(shown.contains(expected), shown);
    }

    @Test
    void onlyRecursionIsCounted() {
        assertEquals("""
                ArithmeticException: / by zero
                    hint: whole numbers cannot be divided by 0; test the divisor before, or divide doubles
                    at cell [%d], line 1: List.of(0).stream().map(i -> 1 / i).toList()""".formatted(cell + 1), plain(failure("List.of(0).stream().map(i -> 1 / i).toList()")));
    }

    @Test
    void aCellThatIsNotClosedIsCalledSo() {
        assertEquals("""
                line 1, column 14: reached the end of the cell; is a bracket or parenthesis not closed?
                    Math.max(1, 2
                                 ^
                    hint: the ( of line 1, column 9 is not closed""", plain(failure("Math.max(1, 2")));
    }

    @Test
    void aCastThatFailsNamesTheClasses() {
        run("class Own { }\nObject own = new Own();");
        assertEquals(
                "class Own cannot be cast to class java.lang.String",
                failure("(String) own").message());
    }

    @Test
    void whatWouldEndTheKernelIsRefused() {
        assertEquals(
                "System.exit(3): expected a cell that leaves the kernel running; to end it, restart or shut down the kernel",
                failure("System.exit(3);").message());
        for (var ending : List.of(
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "IntStream.of(3).forEach(System::exit);",
                "IntStream.of(3).forEach(Runtime.getRuntime()::halt);",
                "class Ends { static { System.exit(3); } static int n; }\nEnds.n++;")) {
            failure(ending);
        }
        assertEquals(2, value("1 + 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) { }",
                "long q = 0; while (true) { q++; }",
                "for (int i = 0; ; i++) { for (int j = 0; j < 10; j++) { } }",
                "while (true) { try { Math.sin(1); } catch (Throwable t) { } }",
                "IntStream.range(0, 3).forEach(i -> { while (true) { } });",
                "IntStream.range(0, 100).parallel().forEach(i -> { while (true) { } });",
                "class Looping { void go() { do { } while (true); } } new Looping().go();",
                "Thread.sleep(1000000);",
                "synchronized (Looper.class) { Looper.class.wait(); }",
            })
    void anInterruptStopsTheCellAndKeepsItsState(String loop) {
        run("class Looper { }\nint state = 0;");
        Started.latch = new CountDownLatch(1);
        var source = "state = 7;\nlectern.kernel.eval.Started.latch.countDown();\n" + loop;
        var ended = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var outcome = CompletableFuture.supplyAsync(() -> run(source));
            Started.latch.await();
            evaluator.interrupt();
            return outcome.join();
        });
        assertEquals(
                "Interrupted", assertInstanceOf(Outcome.Failure.class, ended).name());
        assertEquals(7, value("state"));
    }

    @Test
    void whatAnInterruptedCellLeftInTheSharedPoolDoesNotRunOn() throws Exception {
        for (int i = 0; i < 20; i++) {
            Started.latch = new CountDownLatch(1);
            var thread = new Thread(() -> run("""
                    IntStream.range(0, 1000).parallel().forEach(i -> {
                        lectern.kernel.eval.Started.latch.countDown();
                        while (true) { }
                    });"""));
            thread.start();
            Started.latch.await();
            evaluator.interrupt();
            thread.join();
            assertEquals(i, value("int n = 0; for (int i = 0; i < %d; i++) { n++; }\nn".formatted(i)));
        }
        for (int i = 0; i < 1000 && !ForkJoinPool.commonPool().isQuiescent(); i++) {
            Thread.sleep(10);
        }
        assertTrue(ForkJoinPool.commonPool().isQuiescent());
    }

    @Test
    void anInterruptBetweenCellsDoesNothing() {
        evaluator.interrupt();
        assertEquals(3, value("int n = 0; while (n < 3) { n++; }\nn"));
    }

    @Test
    void completionKnowsTheLocalsOfTheCell() {
        var source = "var greeting = \"x\";\ngreeting.toUpp";
        var found = evaluator.complete(source, source.length());
        assertTrue(found.matches().contains("toUpperCase("), found.toString());
        assertEquals("toUpp", source.substring(found.start(), found.end()));
    }

    @Test
    void inspectionShowsTheDeclaration() {
        assertTrue(evaluator.inspect("Math.abs", 8, false).orElseThrow().text().contains("int Math.abs(int"));
        assertTrue(evaluator.inspect("nowhere", 7, false).isEmpty());
    }

    @Test
    void completenessIsTold() {
        assertEquals(Completeness.COMPLETE, evaluator.isComplete("int i = 1;\ni"));
        assertEquals(Completeness.INCOMPLETE, evaluator.isComplete("for (int i = 0; i < 3; i++) {"));
        assertEquals(Completeness.INVALID, evaluator.isComplete("int = ) 3;"));
    }
}
