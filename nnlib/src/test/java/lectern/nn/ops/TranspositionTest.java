package lectern.nn.ops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranspositionTest {

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 1", "4, 4", "8, 8", "16, 16", "15, 17", "32, 20", "20, 33", "50, 50"})
    void rowsBecomeColumns(int rows, int columns) {
        int stride = columns + 3;
        int toStride = rows + 2;
        float[] a = new float[5 + rows * stride];
        for (int i = 0; i < a.length; i++) {
            a[i] = i;
        }
        float[] expected = new float[7 + columns * toStride];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                expected[7 + c * toStride + r] = a[5 + r * stride + c];
            }
        }
        float[] found = new float[expected.length];
        Transposition.transpose(a, 5, stride, rows, columns, found, 7, toStride);
        assertArrayEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "6, 30", "16, 16", "17, 35", "20, 5"})
    void wideRowsHoldTheColumnsFirst(int rows, int columns) {
        float[] a = new float[rows * columns];
        for (int i = 0; i < a.length; i++) {
            a[i] = i;
        }
        float[] found = new float[columns * 48];
        Transposition.transposeWide(a, 0, columns, rows, columns, found, 0, 48);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                assertEquals(a[r * columns + c], found[c * 48 + r]);
            }
        }
    }
}
