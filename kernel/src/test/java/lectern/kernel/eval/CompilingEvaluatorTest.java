package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompilingEvaluatorTest extends EvaluatorTest {

    @Override
    Evaluator build(Consumer<String> notes) {
        return new CompilingEvaluator(IMPORTS, List.of(), notes);
    }

    @Test
    void aCellThatDoesNotFitIsNotBegun() {
        run("int untouched = 1;");
        failure("untouched = 2;\nString no = 3;");
        assertEquals(1, value("untouched"));
        failure("no");
    }

    @Test
    void variablesBehindAFailureAreAsBefore() {
        run("String former = \"before\";\nint length() { return former.length(); }");
        failure("int reached = 1;\nint zero = 0;\nint failing = 1 / zero;\nint former = 2;\nint never = 3;");
        assertEquals(1, value("reached"));
        assertEquals("before", value("former"));
        assertEquals(6, value("length()"));
        assertEquals("cannot find symbol: variable never", failure("never").message());
    }

    @Test
    void aMethodThatIsExchangedIsUsedByInstancesThatWereThere() {
        run(
                "int factor() { return 2; }\nclass Scaled { int of(int n) { return n * factor(); } }\nvar scaled = new Scaled();");
        assertEquals(6, value("scaled.of(3)"));
        run("int factor() { return 5; }");
        assertEquals(15, value("scaled.of(3)"));
    }

    @Test
    void aClassThatComesAgainAsItWasKeepsItsInstances() {
        run("class Same { int n = 1; }\nvar same = new Same();");
        run("class Same { int n = 1; }");
        run("same.n = 7;\nsame = new Same();");
        assertEquals(1, value("same.n"));
    }

    @Test
    void aClassThatIsDeclaredAnewLeavesWhatWasMadeBefore() {
        run("class Net { int size() { return 1; } }\nvar net = new Net();\nint measure(Net n) { return n.size(); }");
        run("class Net { int size() { return 2; } }");
        assertEquals(1, value("net.size()"));
        assertEquals(2, value("measure(new Net())"));
        assertTrue(
                plain(failure("measure(net)")).contains("Net was declared anew"), () -> plain(failure("measure(net)")));
        run("var net = new Net();");
        assertEquals(2, value("measure(net)"));
    }

    @Test
    void aVariableOfAnotherTypeReachesTheMethodsThatUseIt() {
        run("int changing = 4;\nString shown() { return \"<\" + changing + \">\"; }");
        run("String changing = \"four\";");
        assertEquals("<four>", value("shown()"));
        run("int half() { return changing.length() / 2; }");
        run("double changing = 1.5;");
        assertEquals("<1.5>", value("shown()"));
        assertEquals("CompilationError", failure("half()").name());
    }

    @Test
    void classesOfSeveralCellsMayNeedEachOther() {
        run("class Chicken { Egg lay() { return new Egg(this); } }");
        run("class Egg { final Chicken from; Egg(Chicken from) { this.from = from; } }");
        assertEquals(true, value("var hen = new Chicken();\nhen.lay().from == hen"));
    }

    @Test
    void theBestOverloadIsFoundInAllCells() {
        run("String kind(long n) { return \"long\"; }");
        run("String kind(int n) { return \"int\"; }");
        run("String kind(Object o) { return \"object\"; }");
        assertEquals("int long object", value("kind(1) + \" \" + kind(1L) + \" \" + kind(1.0)"));
    }

    @Test
    void typesWithoutANameArePassedOn() {
        run("var point = new Object() { int x = 3; int twice() { return 2 * x; } };");
        run("point.x = 5;");
        assertEquals(10, value("point.twice()"));
        run("var both = List.of(1, \"a\");");
        assertEquals("a", value("both.getLast()"));
    }

    @Test
    void aNameMayBeDeclaredTwiceInACell() {
        assertEquals(
                "2 text",
                value("int again = 1;\nint first = again + 1;\nString again = \"text\";\nfirst + \" \" + again"));
    }

    @Test
    void moreStatementsThanAMethodCanHold() {
        var cell = IntStream.range(0, 3000)
                .mapToObj(i -> "int big" + i + " = " + i + " * 3 + (int) Math.sqrt(" + i + ");")
                .collect(Collectors.joining("\n", "", "\nbig2999"));
        assertEquals(2999 * 3 + 54, value(cell));
    }

    @Test
    void aClassKnowsItsNameAndAnExceptionItsLine() {
        run(
                "// a comment\nclass Named {\n    void fail() {\n        throw new IllegalStateException(getClass().getSimpleName());\n    }\n}");
        assertEquals(
                List.of("IllegalStateException: Named", "    at cell [1], line 4 in fail(): throw new"),
                plain(failure("new Named().fail()"))
                        .replaceAll("cell \\[\\d+\\]", "cell [1]")
                        .lines()
                        .limit(2)
                        .map(line -> line.replaceAll(" IllegalStateException\\(.*", ""))
                        .toList());
    }

    @Test
    void whatIsReplacedIsCollected() throws InterruptedException {
        var former = collectable(
                "class Heavy { byte[] weight = new byte[1 << 20]; }\nvar heavy = new Heavy();\nheavy.getClass()");
        assertNotNull(former.get());
        run("class Heavy { byte[] weight = new byte[1 << 10]; }\nvar heavy = new Heavy();");
        var alone = collectable("new Object() { }.getClass()");
        run("int other = 1;");
        for (int i = 0; i < 50 && (former.get() != null || alone.get() != null); i++) {
            System.gc();
            Thread.onSpinWait();
        }
        assertNull(former.get());
        assertNull(alone.get());
    }

    private WeakReference<Object> collectable(String source) {
        return new WeakReference<>(assertNotNullValue(source));
    }

    private Object assertNotNullValue(String source) {
        var value = assertInstanceOf(Outcome.Value.class, run(source)).value();
        if (value == null) {
            throw new AssertionError("expected a value of " + source);
        }
        return value;
    }

    @Test
    void anExpressionThatIsNestedTooDeeplyIsRefusedAndLeavesNothing() {
        var deep = "1" + " + (1".repeat(200_000) + ")".repeat(200_000);
        assertEquals("CompilerError", failure(deep).name());
        assertEquals(2, value("1 + 1"));
    }

    @Test
    void aFinalVariableStaysAsItIsUntilItIsDeclaredAnew() {
        run("final int fixed = 3;\nint useFixed() { return fixed; }");
        assertEquals(
                "cannot assign a value to static final variable fixed",
                failure("fixed = 4;").message());
        run("final int fixed = 5;");
        assertEquals(5, value("useFixed()"));
    }
}
