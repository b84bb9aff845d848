package lectern.nn.attention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(8);

    private final Var query = normal(2, 3, 4);
    private final Var key = normal(2, 5, 4);
    private final Var value = normal(2, 5, 6);

    /// The last query of the second example sees nothing.
    private final Tensor pairs = pairs();

    static Stream<Arguments> attentions() {
        return Stream.of(
                argumentSet("scaled", new ScaledDotProduct(1, false)),
                argumentSet("two heads", new ScaledDotProduct(2, false)),
                argumentSet("causal", new ScaledDotProduct(2, true)),
                argumentSet("additive", AdditiveAttention.of(4, 4, 3, RANDOM)),
                argumentSet("luong", LuongAttention.of(4, 4, RANDOM)),
                argumentSet("dot", new DotAttention()));
    }

    private static Var normal(int... sizes) {
        return Var.of(Tensor.normal(Shape.of(sizes), 0.7, RANDOM));
    }

    private static Tensor pairs() {
        Tensor hidden = Tensor.zeros(2, 3, 5);
        for (int i = 0; i < hidden.count(); i++) {
            hidden.array()[i] = i % 4 == 1 || i >= 25 ? 1 : 0;
        }
        return hidden;
    }

    private void check(Attention attention, Tensor hidden) {
        List<Var> variables = new ArrayList<>(attention.parameters());
        variables.addAll(List.of(query, key, value));
        GradientCheck check = GradientCheck.of(
                () -> attention.apply(query, key, value, hidden).output(), variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void gradientsMatchFiniteDifferences(Attention attention) {
        check(attention, Tensor.zeros(2, 5));
        check(attention, Attention.padding(5, 5, 2));
        check(attention, pairs);
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void weightsSumToOneWhereSomethingIsSeen(Attention attention) {
        Attention.Result found = attention.apply(query, key, value, pairs);
        Tensor weights = found.weights();
        assertEquals(4, weights.shape().rank());
        int heads = weights.size(1);
        for (int row = 0; row < 6 * heads; row++) {
            int example = row / (3 * heads);
            int i = row % 3;
            boolean blind = example == 1 && i == 2;
            float sum = 0;
            for (int j = 0; j < 5; j++) {
                float weight = weights.array()[row * 5 + j];
                sum += weight;
                assertTrue(pairs.get(example, i, j) == 0 || weight == 0);
            }
            assertEquals(blind ? 0 : 1, sum, 1e-6);
        }
        for (int c = 0; c < 6; c++) {
            assertEquals(0, found.output().value().get(1, 2, c));
        }
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void whatAllHideTakesNoPartAndHasFiniteGradients(Attention attention) {
        Attention.Result found = attention.apply(query, key, value, Attention.padding(5, 0, 0));
        assertEquals(0, found.output().value().maxAbs());
        found.output().backward(Tensor.filled(found.output().shape(), 1));
        for (Var variable : List.of(query, key, value)) {
            assertEquals(0, variable.gradient().maxAbs());
        }
    }

    @ParameterizedTest
    @MethodSource("attentions")
    void paddingIsAsIfItWereNotThere(Attention attention) {
        Tensor padded = attention
                .apply(query, key, value, Attention.padding(5, 4, 4))
                .output()
                .value();
        Tensor cut =
                attention.apply(query, first(key, 4), first(value, 4)).output().value();
        for (int i = 0; i < padded.count(); i++) {
            assertEquals(cut.array()[i], padded.array()[i], 1e-6);
        }
    }

    /// The first time steps.
    private static Var first(Var x, int count) {
        return x.swapFirst().slice(0, count).swapFirst();
    }

    @Test
    void oneMaskForAllExamplesIsThatMaskForEach() {
        Attention attention = new ScaledDotProduct(2, false);
        Tensor one = Tensor.zeros(1, 3, 5);
        Tensor each = Tensor.zeros(2, 3, 5);
        for (int i = 0; i < each.count(); i++) {
            one.array()[i % 15] = i % 15 % 2;
            each.array()[i] = i % 15 % 2;
        }
        assertEquals(
                attention.apply(query, key, value, each).output().value(),
                attention.apply(query, key, value, one).output().value());
    }

    @Test
    void dotAttentionIsLuongsWithTheUnitMatrix() {
        Tensor unit = Tensor.zeros(4, 4);
        for (int i = 0; i < 4; i++) {
            unit.array()[i * 5] = 1;
        }
        assertEquals(
                new DotAttention().apply(query, key, value).output().value(),
                new LuongAttention(Var.of(unit))
                        .apply(query, key, value)
                        .output()
                        .value());
    }

    @Test
    void oneVariableMayBeQueriesKeysAndValues() {
        Var x = normal(2, 3, 4);
        GradientCheck check = GradientCheck.of(
                () -> new ScaledDotProduct(2, false).apply(x, x, x).output(), List.of(x), GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused(
                "attention: expected a mask of hidden keys (2, 5) or (2, 3, 5), found (3, 5)",
                () -> new DotAttention().apply(query, key, value, Tensor.zeros(3, 5)));
        refused(
                "attention: expected keys (2, keys, 4), found (2, 5, 6)",
                () -> new DotAttention().apply(query, value, value));
        refused(
                "attention: expected values (2, 5, features), found (2, 3, 4)",
                () -> new DotAttention().apply(query, key, query));
        refused(
                "attention: expected values (2, 5, features) with features that 4 heads divide, found (2, 5, 6)",
                () -> new ScaledDotProduct(4, false).apply(query, key, value));
        refused(
                "attention: expected queries, keys and values (batch, rows, features), found (4)",
                () -> new DotAttention().apply(Var.of(Tensor.zeros(4)), key, value));
        refused(
                "attention: expected queries (batch, queries, model) with a model that 3 heads divide, found (2, 3, 4)",
                () -> new ScaledDotProduct(3, false).apply(query, key, value));
        refused(
                "LuongAttention: expected queries (batch, queries, 7), found (2, 3, 4)",
                () -> LuongAttention.of(7, 4, RANDOM).apply(query, key, value));
        refused(
                "AdditiveAttention: expected keys (batch, keys, 2), found (2, 5, 4)",
                () -> AdditiveAttention.of(4, 2, 3, RANDOM).apply(query, key, value));
        refused(
                "AdditiveAttention: expected bias (3), found (2)",
                () -> new AdditiveAttention(normal(3, 4), normal(3, 4), normal(2), normal(3)));
        assertEquals(
                "padding: expected lengths 0…5, found 6 at example 1",
                assertThrows(IllegalArgumentException.class, () -> Attention.padding(5, 2, 6))
                        .getMessage());
        assertEquals(
                "attention: expected one head or more, found 0",
                assertThrows(IllegalArgumentException.class, () -> new ScaledDotProduct(0, false))
                        .getMessage());
    }

    private static void refused(String message, Runnable work) {
        assertEquals(message, assertThrows(ShapeException.class, work::run).getMessage());
    }
}
