package lectern.nn.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactLikelihoodTest {

    private final RandomGenerator random = SeededRandom.of(6);

    private Rbm machine(int visible, int hidden, VisibleUnits units) {
        return new Rbm(
                Tensor.normal(Shape.of(visible, hidden), 1, random),
                Tensor.normal(Shape.of(visible), 1, random),
                Tensor.normal(Shape.of(hidden), 1, random),
                units);
    }

    private static Tensor states(int units) {
        Tensor states = Tensor.zeros(1 << units, units);
        for (int i = 0; i < states.count(); i++) {
            states.array()[i] = ((i / units) >> (i % units)) & 1;
        }
        return states;
    }

    /// Through either side: more hidden units, and more visible ones.
    @ParameterizedTest
    @CsvSource({"4, 6", "6, 4", "5, 5"})
    void probabilitiesOfAllStatesSumToOne(int visible, int hidden) {
        ExactLikelihood likelihood = NN.exactLikelihood(machine(visible, hidden, VisibleUnits.BINARY));
        double sum = 0;
        for (float logarithm : likelihood.logLikelihood(states(visible)).array()) {
            sum += Math.exp(logarithm);
        }
        assertEquals(1, sum, 1e-5);
    }

    @Test
    void theDensityOfAGaussianUnitIntegratesToOne() {
        ExactLikelihood likelihood = NN.exactLikelihood(machine(1, 4, VisibleUnits.GAUSSIAN));
        Tensor places = Tensor.zeros(4000, 1);
        for (int i = 0; i < 4000; i++) {
            places.array()[i] = -20 + i * 0.01f;
        }
        double sum = 0;
        for (float logarithm : likelihood.logLikelihood(places).array()) {
            sum += 0.01 * Math.exp(logarithm);
        }
        assertEquals(1, sum, 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"3, 4, BINARY", "4, 3, BINARY", "4, 3, GAUSSIAN", "3, 4, GAUSSIAN"})
    void theContrastIsTheGradientOfTheLikelihood(int visible, int hidden, VisibleUnits units) {
        Rbm machine = machine(visible, hidden, units);
        Tensor data = Tensor.uniform(Shape.of(5, visible), 1, random).map(x -> x < 0 ? 0 : 1);
        Contrast contrast = NN.exactLikelihood(machine).contrast(data);
        assertGradient(machine, data, machine.weight(), contrast.weight());
        assertGradient(machine, data, machine.visibleBias(), contrast.visibleBias());
        assertGradient(machine, data, machine.hiddenBias(), contrast.hiddenBias());
    }

    private static void assertGradient(Rbm machine, Tensor data, Tensor parameter, Tensor gradient) {
        float h = 1e-2f;
        for (int i = 0; i < parameter.count(); i++) {
            float before = parameter.array()[i];
            parameter.array()[i] = before + h;
            double above = NN.exactLikelihood(machine).loss(data);
            parameter.array()[i] = before - h;
            double below = NN.exactLikelihood(machine).loss(data);
            parameter.array()[i] = before;
            assertEquals(-(above - below) / (2 * h), gradient.array()[i], 1e-3, "at " + i);
        }
    }

    /// On the average over many samples a step of CD-1 goes to where the likelihood rises.
    @Test
    void contrastiveDivergenceGoesUpTheLikelihood() {
        Rbm machine = machine(5, 4, VisibleUnits.BINARY);
        Tensor data = Tensor.uniform(Shape.of(50, 5), 1, random).map(x -> x < 0.4 ? 0 : 1);
        double before = NN.exactLikelihood(machine).loss(data);
        NN.contrastiveDivergence(machine, data)
                .learningRate(0.05)
                .epochs(20)
                .seed(3)
                .run();
        assertTrue(NN.exactLikelihood(machine).loss(data) < before);
    }

    @Test
    void tooManyUnitsAreRefused() {
        assertEquals(
                "exactLikelihood: expected at most 20 visible units, found 21",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.exactLikelihood(machine(21, 21, VisibleUnits.BINARY)))
                        .getMessage());
        assertEquals(
                "exactLikelihood: expected at most 20 hidden units, found 22",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.exactLikelihood(machine(3, 22, VisibleUnits.GAUSSIAN)))
                        .getMessage());
    }
}
