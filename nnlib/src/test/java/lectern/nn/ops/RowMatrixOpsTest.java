package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.random.RandomGenerator;
import lectern.nn.ops.MatrixOps.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowMatrixOpsTest {

    private final MatrixOps reference = new ReferenceMatrixOps();
    private final MatrixOps rows = new RowMatrixOps();

    /// Odd and even rows, terms that make no four, nothing at all, and products that several tasks share; later
    /// ones find the room that earlier ones have left.
    @ParameterizedTest
    @CsvSource({
        "0, 3, 2",
        "3, 0, 2",
        "3, 2, 0",
        "1, 1, 1",
        "3, 7, 5",
        "4, 8, 16",
        "5, 9, 19",
        "64, 10, 128",
        "61, 130, 37",
        "64, 128, 784",
        "128, 784, 64",
        "130, 65, 513"
    })
    void agreesWithTheReferenceToTheLastBit(int height, int width, int inner) {
        RandomGenerator random = Bits.random();
        for (int form = 0; form < 8; form++) {
            Product product = new Product(height, width, inner, (form & 1) != 0, (form & 2) != 0);
            boolean accumulate = (form & 4) != 0;
            float[] a = numbers(height * inner, random);
            float[] b = numbers(inner * width, random);
            float[] expected = numbers(height * width, random);
            float[] found = expected.clone();
            reference.multiply(product, a, b, expected, accumulate);
            rows.multiply(product, a, b, found, accumulate);
            assertSameBits(expected, found, product + (accumulate ? " accumulating" : ""));
        }
    }

    @Test
    void theRoomFitsProductsThatFollowEachOther() {
        agreesWithTheReferenceToTheLastBit(5, 9, 70);
        agreesWithTheReferenceToTheLastBit(5, 40, 3);
        agreesWithTheReferenceToTheLastBit(5, 30, 80);
    }

    @ParameterizedTest
    @EnumSource
    void anAffineMapAgreesToo(Nonlinearity nonlinearity) {
        RandomGenerator random = Bits.random();
        Product product = new Product(9, 101, 301, false, true);
        float[] x = numbers(9 * 301, random);
        float[] w = numbers(301 * 101, random);
        float[] bias = numbers(101, random);
        float[] expected = new float[9 * 101];
        float[] found = new float[9 * 101];
        reference.affine(product, x, w, bias, nonlinearity, expected);
        rows.affine(product, x, w, bias, nonlinearity, found);
        assertSameBits(expected, found, product.toString());
    }
}
