package lectern.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import lectern.nn.ops.Nonlinearity;
import lectern.nn.tensor.NormalWeights;
import lectern.nn.tensor.Scaling;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationTest {

    private static final RandomGenerator RANDOM = SeededRandom.of(17);

    static List<Activation> activations() {
        return List.of(
                new Identity(),
                new BinaryStep(),
                new Sigmoid(),
                new Tanh(),
                new Arctan(),
                new Softsign(),
                new HardTanh(),
                new Gaussian(),
                new Sine(),
                new Relu(),
                new LeakyRelu(0.1),
                new Elu(0.7),
                Selu.of(),
                new Softplus(),
                new Softplus(3),
                new Gelu(),
                new GeluTanh(),
                new Silu(),
                new Softmax(),
                new LogSoftmax());
    }

    @Test
    void everyActivationIsInTheList() {
        Set<Class<?>> listed = activations().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(leaves(Activation.class).collect(Collectors.toSet()), listed);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ActivationTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void gradientsMatchFiniteDifferences(Activation activation) {
        // Beyond two steps of the check from the kinks at 0, and at ±1 of the hard tanh.
        Tensor numbers = Tensor.uniform(Shape.of(6, 5), 1, RANDOM).map(v -> v + Math.copySign(0.05, v));
        Tensor some = numbers.map(v -> Math.abs(v) > 0.9 ? 2 * v : v);
        Var x = Var.of(some);
        GradientCheck check = GradientCheck.of(() -> activation.apply(x), List.of(x), 5e-3, RANDOM);
        assertTrue(check.passed(), () -> activation + ": " + check);
    }

    @ParameterizedTest
    @MethodSource("activations")
    void farFromZeroAllIsFinite(Activation activation) {
        Var x = Var.of(Tensor.of(Shape.of(2, 3), -1000, -100, -20, 20, 100, 1000));
        Var y = activation.apply(x);
        y.backward(Tensor.filled(y.shape(), 1));
        for (float number : y.value().array()) {
            assertTrue(Float.isFinite(number), activation::toString);
        }
        for (float number : x.gradient().array()) {
            assertTrue(Float.isFinite(number), activation::toString);
        }
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
                formula(new Elu(1.5), x -> x < 0 ? 1.5 * Math.expm1(x) : x),
                formula(new Selu(1.5, 2), x -> 2 * (x < 0 ? 1.5 * Math.expm1(x) : x)),
                formula(new Softplus(2), x -> Math.log1p(Math.exp(2 * x)) / 2),
                formula(new Silu(), x -> x / (1 + Math.exp(-x))),
                formula(new Gaussian(), x -> Math.exp(-x * x)),
                formula(new Softsign(), x -> x / (1 + Math.abs(x))),
                formula(new HardTanh(), x -> Math.clamp(x, -1.0, 1.0)),
                formula(new BinaryStep(), x -> x < 0 ? 0 : 1),
                formula(new Arctan(), Math::atan),
                formula(new Sine(), Math::sin));
    }

    private static Arguments formula(Activation activation, DoubleUnaryOperator f) {
        return argumentSet(activation.toString(), activation, f);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void valuesAreThoseOfTheFormula(Activation activation, DoubleUnaryOperator f) {
        Tensor x = Tensor.of(-5, -1, -0.5f, -1e-6f, 0, 1e-6f, 0.5f, 1, 5);
        Tensor y = activation.apply(Var.constant(x)).value();
        for (int i = 0; i < x.count(); i++) {
            double expected = f.applyAsDouble(x.array()[i]);
            assertEquals(expected, y.array()[i], 1e-6 * Math.abs(expected), "at " + x.array()[i]);
        }
    }

    @Test
    void theTwoGelusDifferByLittle() {
        Tensor x = Tensor.uniform(Shape.of(500), 6, RANDOM);
        Tensor exact = new Gelu().apply(Var.constant(x)).value();
        Tensor near = new GeluTanh().apply(Var.constant(x)).value();
        assertTrue(exact.minus(near).maxAbs() < 5e-4);
        assertEquals(
                0.8413447f, new Gelu().apply(Var.constant(Tensor.of(1))).value().item(), 1e-6);
    }

    @Test
    void whatAnAffineMapCanApplyItself() {
        assertEquals(Nonlinearity.RELU, new Relu().fused());
        assertEquals(Nonlinearity.TANH, new Tanh().fused());
        assertEquals(Nonlinearity.SIGMOID, new Sigmoid().fused());
        assertNull(new Gelu().fused());
    }

    @Test
    void softmaxAndItsLogarithmWorkOnTheLastDimension() {
        Tensor x = Tensor.uniform(Shape.of(2, 3, 4), 3, RANDOM);
        Tensor rows = x.reshape(6, 4);
        for (Activation activation : List.of(new Softmax(), new LogSoftmax())) {
            Tensor whole = activation.apply(Var.constant(x)).value();
            Tensor apart = activation.apply(Var.constant(rows)).value();
            assertEquals(apart, whole.reshape(6, 4));
        }
        float sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += (float)
                    Math.exp(new LogSoftmax().apply(Var.constant(x)).value().get(1, 2, k));
        }
        assertEquals(1, sum, 1e-6);
    }

    @Test
    void selfNormalizingNetworksKeepMeanAndVariance() {
        Tensor y = Tensor.normal(Shape.of(200, 100), 1, RANDOM);
        for (int depth = 0; depth < 12; depth++) {
            Dense layer = Dense.of(100, 100, new NormalWeights(Scaling.LECUN), RANDOM);
            y = Selu.of().apply(layer.apply(Var.constant(y))).value();
        }
        double mean = y.sum() / y.count();
        assertEquals(0, mean, 0.15);
        assertEquals(1, y.times(y).sum() / y.count() - mean * mean, 0.25);
    }

    static Stream<Arguments> slopes() {
        return Stream.of(
                argumentSet("shared", PRelu.of(1), Shape.of(3, 4)),
                argumentSet("shared by sequences", PRelu.of(1), Shape.of(5)),
                argumentSet("for each feature", PRelu.of(4), Shape.of(3, 4)),
                argumentSet("for each channel", PRelu.of(3), Shape.of(2, 3, 4, 2)));
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void gradientsOfLearnedSlopesMatchFiniteDifferences(PRelu layer, Shape shape) {
        Var x = Var.of(Tensor.uniform(shape, 1, RANDOM).map(v -> v + Math.copySign(0.05, v)));
        List<Var> variables = new ArrayList<>(layer.parameters());
        variables.add(x);
        GradientCheck check = GradientCheck.of(() -> layer.apply(x), variables, GradientCheck.STEP, RANDOM);
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void eachChannelHasItsSlope() {
        PRelu layer = new PRelu(Var.of(Tensor.of(0.5f, 2)));
        Var x = Var.constant(Tensor.of(Shape.of(1, 2, 2), -1, 1, -1, 1));
        assertEquals(
                Tensor.of(Shape.of(1, 2, 2), -0.5f, 1, -2, 1), layer.apply(x).value());
        assertEquals("prelu 2", layer.toString());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "PRelu: expected inputs (batch, 3, …), found (3)",
                assertThrows(ShapeException.class, () -> PRelu.of(3).apply(Var.constant(Tensor.zeros(3))))
                        .getMessage());
        assertEquals(
                "PRelu: expected inputs (batch, 3, …), found (2, 4)",
                assertThrows(ShapeException.class, () -> PRelu.of(3).apply(Var.constant(Tensor.zeros(2, 4))))
                        .getMessage());
        assertEquals(
                "PRelu: expected slope (1) or (channels), found (1, 3)",
                assertThrows(ShapeException.class, () -> new PRelu(Var.of(Tensor.zeros(1, 3))))
                        .getMessage());
        assertEquals(
                "PRelu: expected at least one channel, found 0",
                assertThrows(ShapeException.class, () -> PRelu.of(0)).getMessage());
        assertEquals(
                "Softplus: expected a sharpness above 0, found 0.0",
                assertThrows(IllegalArgumentException.class, () -> new Softplus(0))
                        .getMessage());
        assertEquals(
                "softmax: expected (…, classes), found ()",
                assertThrows(ShapeException.class, () -> new Softmax().apply(Var.constant(Tensor.scalar(1))))
                        .getMessage());
    }
}
