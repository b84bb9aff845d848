package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpectralNormTest {

    @Test
    void aDiagonalMatrixStretchesAsItsLargestNumberDoes() {
        assertEquals(3, SpectralNorm.of(2, 3, new float[] {2, 0, 0, 0, -3, 0}), 1e-6);
    }

    @Test
    void aProductOfTwoVectorsStretchesAsTheirNorms() {
        float[] a = {3, 4, 6, 8, 0, 0};
        assertEquals(Math.sqrt(5) * 5, SpectralNorm.of(3, 2, a), 1e-5);
        assertArrayEquals(new float[] {3, 4, 6, 8, 0, 0}, a);
    }

    @Test
    void aMatrixWithoutNumbersStretchesNothing() {
        assertEquals(0, SpectralNorm.of(0, 4, new float[0]));
    }
}
