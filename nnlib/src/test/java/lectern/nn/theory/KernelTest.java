package lectern.nn.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {

    private final RandomGenerator random = SeededRandom.of(21);

    @ParameterizedTest
    @CsvSource({"1, 0, 3, 3", "1, 1, 3, 4", "2, 1, 2, 6", "3, 0.5, 4, 35", "3, 0, 3, 10", "5, 2, 1, 6"})
    void thePolynomialKernelIsTheProductOfItsFeatures(int degree, double constant, int inputs, int features) {
        Tensor x = Tensor.uniform(Shape.of(5, inputs), 1, random);
        Tensor y = Tensor.uniform(Shape.of(7, inputs), 1, random);
        PolynomialKernel kernel = NN.polynomialKernel(degree, constant);
        assertEquals(Shape.of(5, features), kernel.features(x).shape());
        Tensor expected = kernel.features(x).matmulT(kernel.features(y));
        Tensor found = kernel.matrix(x, y);
        assertNear(expected, found, 1e-5 * (1 + expected.maxAbs()));
    }

    @Test
    void theFormulaIsThatOfTheKernel() {
        Tensor x = Tensor.of(new float[][] {{1, 2}});
        Tensor y = Tensor.of(new float[][] {{3, -1}});
        assertEquals(
                Math.pow(1 + 0.5, 3), NN.polynomialKernel(3, 0.5).matrix(x, y).item(), 1e-6);
        assertEquals(
                Math.exp(-13 / (2 * 9.0)), NN.gaussianKernel(3).matrix(x, y).item(), 1e-6);
        assertEquals(1, NN.gaussianKernel(3).matrix(x, x).item());
    }

    @Test
    void manyRandomFeaturesComeNearTheGaussianKernel() {
        Tensor x = Tensor.normal(Shape.of(6, 3), 1, random);
        GaussianKernel kernel = NN.gaussianKernel(1.5);
        Tensor features = kernel.features(3, 20000, random).features(x);
        assertNear(kernel.matrix(x, x), features.matmulT(features), 0.03);
    }

    private static void assertNear(Tensor expected, Tensor found, double tolerance) {
        assertEquals(expected.shape(), found.shape());
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.array()[i], found.array()[i], tolerance);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "kernel: expected two matrices of as many features, found (2, 3) and (2, 4)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.gaussianKernel(1).matrix(Tensor.zeros(2, 3), Tensor.zeros(2, 4)))
                        .getMessage());
        assertEquals(
                "gaussianKernel: expected a width above 0, found 0.0",
                assertThrows(IllegalArgumentException.class, () -> NN.gaussianKernel(0))
                        .getMessage());
        assertEquals(
                "polynomialKernel: expected a degree of 1 or more and a constant of 0 or more, found 2 and -1.0",
                assertThrows(IllegalArgumentException.class, () -> NN.polynomialKernel(2, -1))
                        .getMessage());
        assertEquals(
                "polynomialKernel: expected at most 1048576 features, found 2.515874132157E12; use the kernel itself",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.polynomialKernel(5, 1).features(Tensor.zeros(1, 784)))
                        .getMessage());
    }
}
