package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import lectern.nn.ops.MatrixOps.Product;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.MatrixFeatures_FDRM;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorMatrixOpsTest {

    private final MatrixOps reference = new ReferenceMatrixOps();
    private final MatrixOps vector = new VectorMatrixOps();

    /// The sizes surround the tile of 4 rows, panels of 8 to 32 columns, and strips of 256 terms.
    @ParameterizedTest
    @CsvSource({
        "0, 3, 2",
        "3, 0, 2",
        "3, 2, 0",
        "1, 1, 1",
        "3, 7, 5",
        "4, 8, 16",
        "5, 9, 17",
        "4, 15, 255",
        "7, 16, 256",
        "8, 17, 257",
        "9, 31, 33",
        "12, 32, 64",
        "13, 33, 300",
        "64, 10, 128",
        "61, 130, 37",
        "64, 128, 784",
        "128, 784, 64",
        "130, 65, 513"
    })
    void agreesWithTheReferenceToTheLastBit(int rows, int columns, int inner) {
        RandomGenerator random = Bits.random();
        for (int form = 0; form < 8; form++) {
            Product product = new Product(rows, columns, inner, (form & 1) != 0, (form & 2) != 0);
            boolean accumulate = (form & 4) != 0;
            float[] a = numbers(rows * inner, random);
            float[] b = numbers(inner * columns, random);
            float[] expected = numbers(rows * columns, random);
            float[] found = expected.clone();
            reference.multiply(product, a, b, expected, accumulate);
            vector.multiply(product, a, b, found, accumulate);
            assertSameBits(expected, found, product + (accumulate ? " accumulating" : ""));
        }
    }

    @Test
    void agreesWithEjmlWithinRounding() {
        RandomGenerator random = Bits.random();
        FMatrixRMaj a = new FMatrixRMaj(37, 53, true, numbers(37 * 53, random));
        FMatrixRMaj b = new FMatrixRMaj(53, 29, true, numbers(53 * 29, random));
        FMatrixRMaj expected = new FMatrixRMaj(37, 29);
        CommonOps_FDRM.mult(a, b, expected);
        FMatrixRMaj found = new FMatrixRMaj(37, 29);
        vector.multiply(new Product(37, 29, 53, false, false), a.data, b.data, found.data, false);
        // 53 terms of size 1, each rounded to 2^-24 of the sum.
        Assertions.assertTrue(MatrixFeatures_FDRM.isEquals(expected, found, 1e-5f));
    }
}
