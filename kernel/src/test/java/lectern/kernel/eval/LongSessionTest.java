package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a day of work asks of the compiler of cells.
class LongSessionTest {

    private static final int REDEFINITIONS = 200;
    private static final int LINES = 2_000;
    private static final int CELLS = 5_000;
    private static final int BEGIN = 1_000;

    /// An eighth of a kilobyte was measured; a class that is kept, or its tree, is several.
    private static final double BYTES_A_CELL = 1_000;

    private final Evaluator evaluator = new CompilingEvaluator(EvaluatorTest.IMPORTS, List.of(), _ -> {});
    private int cell;

    private Outcome run(String source) {
        return evaluator.evaluate(++cell, source);
    }

    private Object value(String source) {
        var outcome = assertInstanceOf(Outcome.Value.class, run(source), source);
        return assertInstanceOf(Object.class, outcome.value());
    }

    @Test
    void methodsAndClassesAreRedefinedTwoHundredTimes() throws InterruptedException {
        var former = new ArrayList<WeakReference<Object>>();
        run("int user(int n) { return step(n) + new Layer().size(); }");
        for (int i = 0; i < REDEFINITIONS; i++) {
            run("int step(int n) { return n * " + i + "; }");
            run("class Layer { int size() { return " + i + "; } }");
            assertEquals(10 * i + i, value("user(10)"));
            former.add(new WeakReference<>(value("new Layer()").getClass()));
        }
        former.removeLast();
        for (int i = 0; i < 50 && former.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(0, former.stream().filter(one -> one.get() != null).count());
    }

    @Test
    void aCellOfTwoThousandLinesRuns() {
        var lines = IntStream.range(0, LINES / 2)
                .mapToObj(i -> "int line" + i + " = " + i + ";\nline" + i + " += line" + Math.max(0, i - 1) + " % 7;")
                .collect(Collectors.joining("\n"));
        var expected = new int[LINES / 2];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = i + (i == 0 ? 0 : expected[i - 1]) % 7;
        }
        assertEquals(expected[expected.length - 1], value(lines + "\nline" + (expected.length - 1)));
        var failing = assertInstanceOf(Outcome.Failure.class, run(lines + "\nint wrong = \"text\";"));
        assertTrue(
                String.join("\n", failing.traceback()).contains("line " + (LINES + 1)),
                () -> String.join("\n", failing.traceback()));
    }

    @Test
    void fiveThousandCellsLeaveWhatTheyDeclareAndNoMore() {
        long begin = 0;
        for (int i = 1; i <= CELLS; i++) {
            if (i == BEGIN) {
                begin = heap();
            }
            var outcome = run(mixed(i));
            assertEquals(i % 6 == 3, outcome instanceof Outcome.Failure, () -> "cell " + cell + ": " + outcome);
        }
        double grown = (heap() - begin) / (double) (CELLS - BEGIN);
        assertTrue(grown < BYTES_A_CELL, () -> grown + " bytes a cell");
    }

    private static String mixed(int i) {
        return switch (i % 6) {
            case 0 -> "var v" + i % 10 + " = " + i + ";";
            case 1 -> "int f(int n) { return n + " + i + "; }\nf(1)";
            case 2 -> "record R(int a) { int b() { return a + " + i + "; } }\nnew R(1).b()";
            case 3 -> "int x = nowhere" + i + ";";
            case 4 -> "\"text " + i + "\"";
            default -> "Stream.of(1, 2).map(q -> q * " + i + ").toList()";
        };
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
