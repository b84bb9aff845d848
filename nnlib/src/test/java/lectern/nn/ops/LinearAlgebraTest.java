package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.nn.tensor.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearAlgebraTest {

    private static double[] normal(int count) {
        return SeededRandom.of(3).doubles(count, -1, 1).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 3", "3, 4", "7, 7", "20, 5"})
    void theFactorsMultiplyToTheMatrix(int rows, int columns) {
        double[] a = normal(rows * columns);
        LinearAlgebra.Singular found = LinearAlgebra.singular(rows, columns, a);
        int count = found.count();
        assertEquals(Math.min(rows, columns), found.rank());
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += found.left(i, k) * found.value(k) * found.right(j, k);
                }
                assertEquals(a[i * columns + j], sum, 1e-12);
            }
        }
        for (int k = 1; k < count; k++) {
            assertTrue(found.value(k) <= found.value(k - 1));
        }
    }

    @Test
    void eigenvectorsKeepTheirDirectionAndSign() {
        double[] a = {2, -1, 0, -1, 3, 1, 0, 1, 5};
        LinearAlgebra.Symmetric found = LinearAlgebra.symmetric(3, a);
        for (int k = 0; k < 3; k++) {
            double largest = 0;
            for (int i = 0; i < 3; i++) {
                double image = 0;
                for (int j = 0; j < 3; j++) {
                    image += a[i * 3 + j] * found.vector(j, k);
                }
                double entry = found.vector(i, k);
                assertEquals(found.value(k) * entry, image, 1e-12);
                largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
            }
            assertTrue(largest > 0);
        }
        assertTrue(found.value(0) > found.value(1) && found.value(1) > found.value(2));
    }

    @Test
    void thePseudoInverseOfASingularMatrixIsThatOfItsRange() {
        double[] inverse = LinearAlgebra.pseudoInverse(2, 2, new double[] {1, 2, 2, 4});
        assertArrayEquals(new double[] {0.04, 0.08, 0.08, 0.16}, inverse, 1e-15);
        assertEquals(1, LinearAlgebra.singular(2, 2, new double[] {1, 2, 2, 4}).rank());
        assertEquals(0, LinearAlgebra.singular(2, 2, new double[4]).rank());
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        double[] a = normal(4);
        a[2] = Double.NaN;
        assertEquals(
                "singular: expected finite numbers, found NaN",
                assertThrows(IllegalArgumentException.class, () -> LinearAlgebra.singular(2, 2, a))
                        .getMessage());
        assertEquals(
                "symmetric: expected a matrix with numbers, found none",
                assertThrows(IllegalArgumentException.class, () -> LinearAlgebra.symmetric(0, new double[0]))
                        .getMessage());
    }
}
