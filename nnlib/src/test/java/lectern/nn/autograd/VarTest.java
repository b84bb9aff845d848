package lectern.nn.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VarTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(3);

    static Stream<Arguments> operations() {
        Var a = Var.of(Tensor.uniform(Shape.of(3, 4), 1, RANDOM));
        Var b = Var.of(Tensor.uniform(Shape.of(4, 2), 1, RANDOM));
        Var bT = Var.of(Tensor.uniform(Shape.of(2, 4), 1, RANDOM));
        Var c = Var.of(Tensor.uniform(Shape.of(3, 4), 1, RANDOM));
        Var row = Var.of(Tensor.uniform(Shape.of(1, 4), 1, RANDOM));
        // Away from 0, and from the bounds and differences that have a kink.
        Var positive = Var.of(c.value().map(x -> 0.6 + 0.3 * x + Math.copySign(0.1, x) + (x > 0 ? 0.5 : 0)));
        Var higher = Var.of(a.value().map(x -> x > 0 ? x + 0.3 : x - 0.3));
        Var d = Var.of(Tensor.uniform(Shape.of(2, 3, 4), 1, RANDOM));
        return Stream.of(
                operation("matmul", () -> a.matmul(b), a, b),
                operation("matmulT", () -> a.matmulT(bT), a, bT),
                operation("plusRow", () -> a.plusRow(row), a, row),
                operation("plus", () -> a.plus(c), a, c),
                operation("minus", () -> a.minus(c), a, c),
                operation("times", () -> a.times(c), a, c),
                operation("times itself", () -> a.times(a), a),
                operation("times 3", () -> a.times(3), a),
                operation("sum", a::sum, a),
                operation("mean", a::mean, a),
                operation("sum of the batch", () -> a.sum(0), a),
                operation("sum of the rows", () -> a.sum(-1), a),
                operation("sum along the middle", () -> d.sum(1), d),
                operation("mean along the middle", () -> d.mean(1), d),
                operation("softmax", a::softmax, a),
                operation("softmax of many dimensions", d::softmax, d),
                operation("logSoftmax", a::logSoftmax, a),
                operation("logSoftmax of many dimensions", d::logSoftmax, d),
                operation("negate", a::negate, a),
                operation("plus 2", () -> a.plus(2), a),
                operation("divide", () -> a.divide(positive), a, positive),
                operation("divide by itself", () -> positive.divide(positive.plus(1)), positive),
                operation("maximum", () -> a.maximum(higher), a, higher),
                operation("clamp", () -> positive.clamp(0.2, 1.2), positive),
                operation("square", a::square, a),
                operation("pow", () -> positive.pow(-1.5), positive),
                operation("pow 0", () -> a.pow(0), a),
                operation("sqrt", positive::sqrt, positive),
                operation("abs", () -> positive.negate().abs(), positive),
                operation("exp", a::exp, a),
                operation("log", positive::log, positive),
                operation("map", () -> a.map(Math::sinh, Math::cosh), a),
                operation("reshape", () -> a.reshape(2, 6), a),
                operation("used twice", () -> a.matmul(b).plus(c.matmul(b)).times(2), a, b, c));
    }

    private static Arguments operation(String name, Supplier<Var> output, Var... variables) {
        return argumentSet(name, output, List.of(variables));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void gradientsMatchFiniteDifferences(Supplier<Var> output, List<Var> variables) {
        GradientCheck check = GradientCheck.of(output, variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void gradientsOfVariablesAddUpUntilTheyAreCleared() {
        Var x = Var.of(Tensor.scalar(3));
        x.times(x).backward();
        x.times(x).backward();
        assertEquals(12, x.gradient().item());
        x.clearGradient();
        assertEquals(0, x.gradient().item());
    }

    @Test
    void theSameResultCanBeDifferentiatedAgain() {
        Var x = Var.of(Tensor.scalar(3));
        Var inner = x.times(x);
        Var y = inner.times(2);
        y.backward();
        y.backward();
        assertEquals(2, inner.gradient().item());
        assertEquals(24, x.gradient().item());
    }

    @Test
    void aConstantCostsNoGradient() {
        Var constant = Var.constant(Tensor.scalar(2));
        assertFalse(constant.times(constant).isTracked());
        Var x = Var.of(Tensor.scalar(5));
        Var y = x.times(constant);
        y.backward();
        assertEquals(2, x.gradient().item());
        assertEquals(0, constant.gradient().item());
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        Var x = Var.of(Tensor.scalar(1));
        Var y = x;
        for (int i = 0; i < 100_000; i++) {
            y = y.plus(x);
        }
        y.backward();
        assertEquals(100_001, x.gradient().item());
    }

    @Test
    void onlyASingleNumberHasAGradient() {
        Var x = Var.of(Tensor.zeros(2, 2));
        assertEquals(
                "backward: expected a single number, such as a loss, found (2, 2)",
                assertThrows(ShapeException.class, x::backward).getMessage());
        assertEquals(
                "backward: expected a gradient (2, 2), found (4)",
                assertThrows(ShapeException.class, () -> x.backward(Tensor.zeros(4)))
                        .getMessage());
        assertEquals(
                "plusRow (2, 2): expected (1, 2), found (1, 3)",
                assertThrows(ShapeException.class, () -> x.plusRow(Var.of(Tensor.zeros(1, 3))))
                        .getMessage());
    }

    @Test
    void valuesAreThoseOfTheFormulas() {
        Var a = Var.constant(Tensor.of(-2, 0, 0.25f, 3));
        Var b = Var.constant(Tensor.of(4, -1, 0.5f, 2));
        assertEquals(Tensor.of(-0.5f, -0f, 0.5f, 1.5f), a.divide(b).value());
        assertEquals(Tensor.of(4, 0, 0.5f, 3), a.maximum(b).value());
        assertEquals(Tensor.of(-1, 0, 0.25f, 2), a.clamp(-1, 2).value());
        assertEquals(
                Tensor.of(-2, 0, 0.25f, 2), a.clamp(Double.NEGATIVE_INFINITY, 2).value());
        assertEquals(Tensor.of(2, 0, 0.25f, 3), a.abs().value());
        assertEquals(Tensor.of(4, 0, 0.0625f, 9), a.square().value());
        assertEquals(Tensor.of(-8, 0, 0.015625f, 27), a.pow(3).value());
        assertEquals(
                Tensor.of(2, 4, 2.25f, 5).plus(Tensor.of(-1, -1, 1, 1)),
                a.plus(3).value());
        assertEquals(
                Tensor.of(Float.NaN, 0, 0.5f, (float) Math.sqrt(3)), a.sqrt().value());
    }

    @Test
    void sumsAlongADimensionLeaveTheOthers() {
        Var x = Var.constant(Tensor.of(Shape.of(2, 3, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        assertEquals(Tensor.of(Shape.of(3, 2), 8, 10, 12, 14, 16, 18), x.sum(0).value());
        assertEquals(Tensor.of(Shape.of(2, 2), 9, 12, 27, 30), x.sum(1).value());
        assertEquals(Tensor.of(Shape.of(2, 3), 3, 7, 11, 15, 19, 23), x.sum(-1).value());
        assertEquals(Tensor.of(Shape.of(2, 2), 3, 4, 9, 10), x.mean(1).value());
        assertEquals(
                "sum of (2, 3, 2): expected a dimension below 3, found 3",
                assertThrows(ShapeException.class, () -> x.sum(3)).getMessage());
    }

    @Test
    void whereTwoAreEqualTheFirstIsTheMaximum() {
        Var a = Var.of(Tensor.of(1, 2));
        Var b = Var.of(Tensor.of(1, 3));
        a.maximum(b).sum().backward();
        assertEquals(Tensor.of(1, 0), a.gradient());
        assertEquals(Tensor.of(0, 1), b.gradient());
    }

    @Test
    void whatCannotBeIsRefused() {
        Var x = Var.of(Tensor.zeros(2, 2));
        Var y = Var.of(Tensor.zeros(2, 3));
        assertEquals(
                "divide: expected (2, 2), found (2, 3)",
                assertThrows(ShapeException.class, () -> x.divide(y)).getMessage());
        assertEquals(
                "maximum: expected (2, 2), found (2, 3)",
                assertThrows(ShapeException.class, () -> x.maximum(y)).getMessage());
        assertEquals(
                "clamp: expected min ≤ max, found 1.0 and 0.0",
                assertThrows(IllegalArgumentException.class, () -> x.clamp(1, 0))
                        .getMessage());
        assertEquals(
                "logSoftmax: expected (…, classes), found ()",
                assertThrows(ShapeException.class, () -> x.sum().logSoftmax()).getMessage());
    }

    @Test
    void aResultKnowsWhatItWasComputedFromAndHow() {
        Var a = Var.of(Tensor.of(1, 2));
        Var b = Var.constant(Tensor.of(3, 4));
        Var product = a.times(b);
        Var loss = product.exp().map(x -> x, x -> 1).plus(2).sum();
        assertEquals("times", product.operation());
        assertEquals(List.of(a, b), product.from());
        List<String> chain = new ArrayList<>();
        for (Var at = loss; !at.from().isEmpty(); at = at.from().getFirst()) {
            chain.add(at.operation());
        }
        assertEquals(List.of("sum", "+ 2.0", "map", "exp", "times"), chain);
        assertEquals("", a.operation());
        assertEquals(List.of(), b.times(b).from());
    }
}
