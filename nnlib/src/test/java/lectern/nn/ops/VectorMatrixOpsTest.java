package lectern.nn.ops;

import static lectern.nn.ops.Bits.assertSameBits;
import static lectern.nn.ops.Bits.numbers;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import lectern.nn.ops.MatrixOps.Product;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.MatrixFeatures_FDRM;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorMatrixOpsTest {

    private final MatrixOps reference = new ReferenceMatrixOps();
    private final MatrixOps vector = new VectorMatrixOps();

    /// The sizes surround tiles of 1 to 12 rows, panels of 8 to 32 columns, strips of 256 terms, blocks of 240
    /// rows and of 512 columns, rows so far apart that they are copied, and products that are worth turning.
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
        "130, 65, 513",
        "6, 32, 20",
        "10, 48, 20",
        "11, 20, 600",
        "253, 70, 520",
        "29, 1043, 30",
        "32, 90, 300",
        "64, 530, 260",
        "60, 100, 1000",
        "1, 300, 700",
        "300, 1, 20",
        "500, 3, 40",
        "27, 9, 300"
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

    @ParameterizedTest
    @EnumSource
    void anAffineMapAgreesToo(Nonlinearity nonlinearity) {
        RandomGenerator random = Bits.random();
        for (int rows : new int[] {1, 9, 64}) {
            for (int columns : new int[] {5, 64, 101}) {
                Product product = new Product(rows, columns, 301, false, true);
                float[] x = numbers(rows * 301, random);
                float[] w = numbers(301 * columns, random);
                float[] bias = numbers(columns, random);
                float[] expected = new float[rows * columns];
                float[] found = new float[rows * columns];
                reference.affine(product, x, w, bias, nonlinearity, expected);
                vector.affine(product, x, w, bias, nonlinearity, found);
                assertSameBits(expected, found, product.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsChangeNothing(int threads) {
        int before = Workers.threads();
        Workers.useThreads(threads);
        try {
            agreesWithTheReferenceToTheLastBit(61, 530, 260);
            agreesWithTheReferenceToTheLastBit(253, 70, 520);
            agreesWithTheReferenceToTheLastBit(64, 300, 784);
        } finally {
            Workers.useThreads(before);
        }
    }

    @Test
    void anInterruptStopsALargeProductSoon() throws InterruptedException {
        int size = 2500;
        float[] a = new float[size * size];
        AtomicBoolean cancelled = new AtomicBoolean();
        Product product = new Product(size, size, size, false, false);
        Thread worker = Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    vector.multiply(product, a, a, new float[size * size], false);
                }
            } catch (CancellationException e) {
                cancelled.set(true);
            }
        });
        worker.interrupt();
        worker.join(30_000);
        Assertions.assertTrue(cancelled.get());
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
