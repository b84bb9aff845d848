package lectern.nn.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_FDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F32;
import org.junit.jupiter.api.Test;

class FactorizationTest {

    private final RandomGenerator random = SeededRandom.of(6);

    @Test
    void ofFullRankGivesTheMatrixBack() {
        for (Shape shape : new Shape[] {Shape.of(4, 7), Shape.of(7, 4), Shape.of(5, 5), Shape.of(1, 3)}) {
            Tensor matrix = Tensor.uniform(shape, 1, random);
            Factorization found = NN.factorization(matrix, Math.min(shape.size(0), shape.size(1)));
            assertArrayEquals(matrix.array(), found.product().array(), 1e-5f);
        }
    }

    @Test
    void singularValuesAreThoseOfEjml() {
        Tensor matrix = Tensor.uniform(Shape.of(6, 9), 1, random);
        SingularValueDecomposition_F32<FMatrixRMaj> ejml = DecompositionFactory_FDRM.svd(6, 9, false, false, true);
        ejml.decompose(matrix.toEjml());
        float[] expected = ejml.getSingularValues().clone();
        Arrays.sort(expected);
        float[] found = NN.factorization(matrix, 6).singularValues().array();
        for (int k = 0; k < 6; k++) {
            assertEquals(expected[5 - k], found[k], 1e-5);
        }
    }

    /// What is left out of the sum of squares is that of the singular values that were cut off.
    @Test
    void isTheNearestOfItsRank() {
        Tensor matrix = Tensor.uniform(Shape.of(6, 8), 1, random);
        float[] all = NN.factorization(matrix, 6).singularValues().array();
        Tensor error = NN.factorization(matrix, 4).product().minus(matrix);
        assertEquals(all[4] * all[4] + all[5] * all[5], error.times(error).sum(), 1e-5);
    }

    /// Two documents about one thing, with no word in common but by way of a third.
    @Test
    void documentsAboutTheSameAreNear() {
        Tensor counts = Tensor.of(
                new float[][] {{1, 1, 0, 0, 0, 0}, {0, 1, 1, 0, 0, 0}, {0, 0, 0, 1, 1, 0}, {0, 0, 0, 0, 1, 1}});
        Factorization found = NN.factorization(counts, 2);
        Tensor similar = Cosine.similarities(found.documents(), found.documents());
        assertEquals(1, similar.get(0, 1), 1e-5);
        assertEquals(0, similar.get(0, 2), 1e-5);
    }

    @Test
    void aMatrixOfLowerRankHasZeros() {
        Factorization found = NN.factorization(Tensor.of(new float[][] {{1, 2, 3}, {2, 4, 6}}), 2);
        assertArrayEquals(
                new float[] {(float) Math.sqrt(70), 0}, found.singularValues().array(), 1e-5f);
        assertArrayEquals(new float[] {1, 2, 3, 2, 4, 6}, found.product().array(), 1e-5f);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "factorization: expected a rank within 1…2, found 3",
                assertThrows(ShapeException.class, () -> NN.factorization(Tensor.zeros(2, 5), 3))
                        .getMessage());
        assertEquals(
                "factorization: expected a matrix (documents, vocabulary), found (2)",
                assertThrows(ShapeException.class, () -> NN.factorization(Tensor.zeros(2), 1))
                        .getMessage());
    }
}
