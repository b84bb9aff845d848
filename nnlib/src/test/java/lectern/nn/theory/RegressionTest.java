package lectern.nn.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RegressionTest {

    private final RandomGenerator random = SeededRandom.of(33);

    /// Φᵀ (Φ w − t) + λ w = 0, for several targets at once.
    @Test
    void theGradientVanishesAtTheSolution() {
        Tensor features = Tensor.normal(Shape.of(30, 5), 1, random);
        Tensor target = Tensor.normal(Shape.of(30, 2), 1, random);
        LeastSquares found = NN.leastSquares(features, target, 0.7);
        Tensor rest = found.predict(features).minus(target);
        Tensor gradient = features.tMatmul(rest).plus(found.weight().times(0.7));
        assertTrue(gradient.maxAbs() < 1e-4);
        assertEquals(Shape.of(5, 2), found.weight().shape());
    }

    @Test
    void aPolynomialIsFoundAgain() {
        Tensor x = Tensor.uniform(Shape.of(20), 1, random);
        Tensor y = x.map(v -> 1 - 2 * v + 3 * v * v * v);
        PolynomialRegression found = NN.polynomialRegression(x, y, 3, 0);
        float[] expected = {1, -2, 0, 3};
        for (int d = 0; d <= 3; d++) {
            assertEquals(expected[d], found.solution().weight().get(d), 1e-5);
        }
        assertEquals(4, found.solution().effectiveParameters(), 1e-12);
        assertEquals(1 - 2 + 3, found.predict(Tensor.of(1f)).item(), 1e-5);
    }

    @Test
    void aRidgeShrinksWeightsAndParameters() {
        Tensor x = Tensor.uniform(Shape.of(20), 1, random);
        Tensor y = x.map(v -> StrictMath.sin(3 * v));
        LeastSquares loose = NN.polynomialRegression(x, y, 5, 0.01).solution();
        LeastSquares tight = NN.polynomialRegression(x, y, 5, 1).solution();
        assertTrue(tight.effectiveParameters() < loose.effectiveParameters());
        assertTrue(tight.weight().times(tight.weight()).sum()
                < loose.weight().times(loose.weight()).sum());
    }

    /// Two equal features share the weight: the solution of least norm.
    @Test
    void featuresThatRepeatAreNoHindrance() {
        Tensor features = Tensor.of(new float[][] {{1, 1}, {2, 2}, {3, 3}});
        LeastSquares found = NN.leastSquares(features, Tensor.of(2, 4, 6), 0);
        assertEquals(1, found.weight().get(0), 1e-6);
        assertEquals(1, found.weight().get(1), 1e-6);
        assertEquals(1, found.effectiveParameters(), 1e-12);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "leastSquares: expected targets (3) or (3, outputs), found (2)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.leastSquares(Tensor.zeros(3, 2), Tensor.zeros(2), 0))
                        .getMessage());
        assertEquals(
                "leastSquares: expected a ridge of 0 or more, found -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.leastSquares(Tensor.zeros(3, 2), Tensor.zeros(3), -1))
                        .getMessage());
        assertEquals(
                "polynomialRegression: expected a degree of 0 or more, found -1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.polynomialRegression(Tensor.zeros(3), Tensor.zeros(3), -1, 0))
                        .getMessage());
    }

    @Test
    void biasAndVarianceMakeTheError() {
        Tensor predictions = Tensor.normal(Shape.of(9, 6), 1, random);
        Tensor truth = Tensor.normal(Shape.of(6), 1, random);
        BiasVariance found = NN.biasVariance(predictions, truth);
        assertEquals(found.meanSquaredError(), found.biasSquared() + found.variance(), 1e-9);
    }

    /// A stiff model is wrong in the same way each time, a loose one in another way each time.
    @Test
    void aLooserModelTradesBiasForVariance() {
        Tensor places = Tensor.uniform(Shape.of(40), 1, random);
        BiasVariance stiff = decompose(places, 1);
        BiasVariance loose = decompose(places, 7);
        assertTrue(stiff.biasSquared() > 5 * loose.biasSquared());
        assertTrue(stiff.variance() < loose.variance());
    }

    private BiasVariance decompose(Tensor places, int degree) {
        Tensor truth = places.map(x -> StrictMath.sin(4 * x));
        return BiasVariance.resampled(
                50,
                truth,
                drawn -> {
                    Tensor x = Tensor.uniform(Shape.of(30), 1, drawn);
                    Tensor noise = Tensor.normal(Shape.of(30), 0.3, drawn);
                    Tensor y = x.map(v -> StrictMath.sin(4 * v)).plus(noise);
                    return NN.polynomialRegression(x, y, degree, 1e-3).predict(places);
                },
                random);
    }

    @Test
    void predictionsOfAnotherShapeAreRefused() {
        assertEquals(
                "biasVariance: expected truth (3), found (2)",
                assertThrows(IllegalArgumentException.class, () -> NN.biasVariance(Tensor.zeros(4, 3), Tensor.zeros(2)))
                        .getMessage());
        assertEquals(
                "biasVariance: expected predictions (2), found (3)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BiasVariance.resampled(2, Tensor.zeros(2), _ -> Tensor.zeros(3), random))
                        .getMessage());
    }
}
