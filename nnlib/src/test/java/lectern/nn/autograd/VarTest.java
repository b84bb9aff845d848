package lectern.nn.autograd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

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
}
