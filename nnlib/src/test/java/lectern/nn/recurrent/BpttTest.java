package lectern.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lectern.nn.NN;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activation;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BpttTest {

    private final RandomGenerator random = SeededRandom.of(5);

    private Tensor normal(int... sizes) {
        return Tensor.normal(Shape.of(sizes), 1, random);
    }

    private static void assertNear(Tensor expected, Tensor found) {
        double largest = expected.minus(found).maxAbs();
        assertTrue(largest <= 1e-5 * (1 + expected.maxAbs()), () -> "difference " + largest);
    }

    @Test
    void theGradientByAWeightIsTheSumOfThreePaths() {
        Rnn rnn = Rnn.of(2, 3, random);
        Tensor x = normal(3, 1, 2);
        TermByTerm steps = TermByTerm.of(rnn, Var.constant(x));
        List<Var> h = steps.pass().hidden();
        List<Tensor> terms = steps.terms(h.get(2).times(h.get(2)).sum(), rnn.hiddenWeight());
        assertEquals(3, terms.size());
        // The same by hand: dE/dh(3) = 2 h(3), one step back is through Wᵀ (f′ ⊙ ·), ∂⁺h(k)/∂W gives dz(k) h(k − 1)ᵀ.
        Tensor dh = h.get(2).value().times(2);
        for (int k = 2; k >= 0; k--) {
            Tensor dz = dh.times(h.get(k).value().map(v -> 1 - v * v));
            Tensor before = k == 0 ? Tensor.zeros(1, 3) : h.get(k - 1).value();
            assertNear(dz.tMatmul(before), terms.get(k));
            dh = dz.matmul(rnn.hiddenWeight().value());
        }
        assertEquals(0, rnn.hiddenWeight().gradient().maxAbs());
        assertEquals(0, terms.get(0).maxAbs());
        Var last = rnn.unroll(x).last().hidden();
        last.times(last).sum().backward();
        assertNear(
                rnn.hiddenWeight().gradient(), terms.get(0).plus(terms.get(1)).plus(terms.get(2)));
    }

    @Test
    void termsOfEveryParameterOfAnLstmAddUp() {
        Lstm lstm = Lstm.of(2, 3, random);
        Var x = Var.constant(normal(5, 4, 2));
        TermByTerm steps = TermByTerm.of(lstm, x);
        Tensor targets = normal(5, 4, 3);
        lstm.unroll(x).backward(NN.meanSquaredError(), targets);
        for (Var parameter : lstm.parameters()) {
            Var loss = NN.meanSquaredError().apply(steps.pass().outputs(), targets);
            Tensor sum =
                    steps.terms(loss, parameter).stream().reduce(Tensor::plus).orElseThrow();
            assertNear(parameter.gradient(), sum);
        }
    }

    @Test
    void theTotalGradientFollowsTheRecurrence() {
        Rnn rnn = Rnn.of(1, 4, random);
        Unrolled pass = rnn.unroll(normal(6, 2, 1));
        Tensor targets = normal(6, 2, 4);
        List<Tensor> dh = pass.backward(NN.meanSquaredError(), targets).hiddenGradients();
        for (int t = 5; t >= 0; t--) {
            Tensor h = pass.hidden().get(t).value();
            Tensor target = Var.constant(targets).slice(t, t + 1).value().reshape(2, 4);
            Tensor expected = h.minus(target).times(2.0 / 48);
            if (t < 5) {
                Tensor slope = pass.hidden().get(t + 1).value().map(v -> 1 - v * v);
                expected = expected.plus(
                        slope.times(dh.get(t + 1)).matmul(rnn.hiddenWeight().value()));
            }
            assertNear(expected, dh.get(t));
        }
    }

    @Test
    void anotherLossFindsNothingOfTheFirst() {
        Unrolled pass = Gru.of(2, 3, random).unroll(normal(4, 1, 2));
        pass.backward(pass.outputs().sum());
        double[] norms = pass.backward(pass.hidden().get(1).sum()).hiddenGradientNorms();
        assertTrue(norms[0] > 0);
        assertEquals(Math.sqrt(3), norms[1], 1e-6);
        assertArrayEquals(new double[] {0, 0}, new double[] {norms[2], norms[3]});
    }

    static Stream<Arguments> scales() {
        return Stream.of(
                Arguments.of(NN.tanh(), 0.5),
                Arguments.of(NN.tanh(), 1.5),
                Arguments.of(NN.relu(), 0.9),
                Arguments.of(NN.leakyRelu(-1.2), 0.9),
                Arguments.of(NN.sigmoid(), 2),
                Arguments.of(NN.identity(), 1.1));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void jacobiansStayWithinTheirBound(Activation f, double scale) {
        Rnn rnn = Rnn.of(2, 6, random).nonlinearity(f).recurrentScale(scale);
        assertEquals(scale, rnn.spectralNorm(), 1e-5);
        double[] norms = Jacobians.of(rnn, normal(12, 1, 2)).norms();
        for (int t = 0; t < 12; t++) {
            assertTrue(norms[t] <= rnn.jacobianBound(11 - t) * (1 + 1e-5), f + " at " + t);
        }
        assertEquals(1, norms[11], 1e-6);
    }

    @Test
    void gradientsVanishAndExplodeWithTheScaleOfTheRecurrentWeights() {
        Tensor x = normal(50, 1, 1);
        Rnn rnn = NN.rnn(1, 32, random).nonlinearity(NN.identity());
        double small = firstOverLast(rnn.recurrentScale(0.5), x);
        double large = firstOverLast(rnn.recurrentScale(3), x);
        assertTrue(small < 1e-10, () -> "" + small);
        assertTrue(large > 1e3, () -> "" + large);
    }

    private double firstOverLast(Rnn rnn, Tensor x) {
        Unrolled pass = rnn.unroll(x).readOut(NN.dense(32, 1, random));
        double[] norms = pass.backward(pass.outputs().slice(49, 50).sum()).hiddenGradientNorms();
        assertEquals(50, norms.length);
        assertTrue(DoubleStream.of(norms).allMatch(norm -> norm >= 0));
        return norms[0] / norms[49];
    }

    @Test
    void truncatedGradientsGoNoFurtherThanTheirPart() {
        Rnn rnn = Rnn.of(2, 3, random);
        Tensor x = normal(5, 2, 2);
        Unrolled whole = rnn.unroll(x);
        Unrolled cut = NN.truncated(rnn, 2).unroll(x);
        assertEquals(whole.outputs().value(), cut.outputs().value());
        double[] norms = cut.backward(cut.outputs().slice(3, 4).sum()).hiddenGradientNorms();
        assertArrayEquals(new double[] {0, 0, 0}, new double[] {norms[0], norms[1], norms[4]});
        assertTrue(norms[2] > 0 && norms[3] > 0);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Rnn rnn = Rnn.of(2, 3, random);
        Tensor x = normal(5, 2, 2);
        assertEquals(
                "Jacobians: expected one sequence (time, 1, in), found (5, 2, 2)",
                assertThrows(ShapeException.class, () -> Jacobians.of(rnn, x)).getMessage());
        TermByTerm steps = TermByTerm.of(rnn, Var.constant(x));
        assertEquals(
                "terms: expected a parameter of rnn 2 -> 3 tanh, found a variable (3, 3)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> steps.terms(steps.pass().outputs().sum(), Var.of(normal(3, 3))))
                        .getMessage());
        StateGradients gradients =
                rnn.unroll(x).backward(rnn.unroll(x).outputs().sum());
        assertEquals(
                "gradients: expected a part of the state, 0…0, found 1",
                assertThrows(IllegalArgumentException.class, gradients::cellGradients)
                        .getMessage());
    }
}
