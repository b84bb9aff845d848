package lectern.nn.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

    private final RandomGenerator random = SeededRandom.of(14);

    /// Features that depend on each other, away from zero.
    private final Tensor x = Tensor.normal(Shape.of(50, 4), 1, random)
            .matmul(Tensor.normal(Shape.of(4, 4), 1, random))
            .map(v -> v + 3);

    private final PrincipalComponents components = NN.principalComponents(x);

    private static void assertNear(Tensor expected, Tensor found) {
        assertEquals(expected.shape(), found.shape());
        for (int i = 0; i < expected.count(); i++) {
            assertEquals(expected.array()[i], found.array()[i], 1e-4);
        }
    }

    private static Tensor identity(int size) {
        Tensor identity = Tensor.zeros(size, size);
        for (int i = 0; i < size; i++) {
            identity.array()[i * (size + 1)] = 1;
        }
        return identity;
    }

    @Test
    void allDirectionsTogetherReconstructTheExamples() {
        assertNear(x, components.reconstruct(components.project(x, 4)));
        assertNear(identity(4), components.components().matmulT(components.components()));
    }

    /// What is lost is the variance along the directions left out.
    @Test
    void fewDirectionsLoseTheLeastVariance() {
        Tensor lost = x.minus(components.reconstruct(components.project(x, 2)));
        float expected =
                components.eigenvalues().get(2) + components.eigenvalues().get(3);
        assertEquals(expected, lost.times(lost).sum() / 49, 1e-3);
        assertEquals(1, components.explained().sum(), 1e-5);
    }

    @Test
    void theCovarianceOfWhitenedExamplesIsTheIdentity() {
        assertNear(identity(4), PrincipalComponents.covariance(components.whiten(x, 4)));
        assertNear(identity(2), PrincipalComponents.covariance(components.whiten(x, 2)));
    }

    @Test
    void standardisedFeaturesHaveMeanZeroAndDeviationOne() {
        Standardization again = NN.standardization(NN.standardization(x).apply(x));
        assertNear(Tensor.zeros(4), again.mean());
        assertNear(Tensor.of(1, 1, 1, 1), again.deviation());
        Tensor constant = Tensor.of(new float[][] {{0.1f}, {0.1f}, {0.1f}});
        assertEquals(Tensor.zeros(3, 1), NN.standardization(constant).apply(constant));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Tensor line = Tensor.of(new float[][] {{1, 0}, {2, 0}, {3, 0}});
        assertEquals(
                "principalComponents: expected two or more examples (count, features), found (1, 4)",
                assertThrows(IllegalArgumentException.class, () -> NN.principalComponents(Tensor.zeros(1, 4)))
                        .getMessage());
        assertEquals(
                "whiten: expected variance along the first 2 directions, found 0.0 along direction 1; keep 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.principalComponents(line).whiten(line, 2))
                        .getMessage());
        assertEquals(
                "project: expected 1…4 directions, found 5",
                assertThrows(IllegalArgumentException.class, () -> components.project(x, 5))
                        .getMessage());
    }
}
