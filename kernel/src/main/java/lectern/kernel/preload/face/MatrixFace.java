package lectern.kernel.preload.face;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;
import org.ejml.data.DMatrix;
import org.ejml.data.FMatrix;

/// Matrices that are no tensors, those of EJML and arrays of arrays: as tensors are shown.
final class MatrixFace implements Face {

    /// Up to so many rows and columns are looked at.
    private static final int SIDE = 1000;

    /// Where a number is found by row and column.
    @FunctionalInterface
    private interface Entries {
        double at(int row, int column);
    }

    @Override
    public boolean show(Object value, Bundle bundle) {
        switch (value) {
            case DMatrix matrix -> show(name(matrix), matrix.getNumRows(), matrix.getNumCols(), matrix::get, bundle);
            case FMatrix matrix -> show(name(matrix), matrix.getNumRows(), matrix.getNumCols(), matrix::get, bundle);
            case double[][] rows
            when isMatrix(rows, row -> row.length) ->
                show("double", rows.length, rows[0].length, (r, c) -> rows[r][c], bundle);
            case float[][] rows
            when isMatrix(rows, row -> row.length) ->
                show("float", rows.length, rows[0].length, (r, c) -> rows[r][c], bundle);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String name(Object matrix) {
        return matrix.getClass().getSimpleName();
    }

    private static <T> boolean isMatrix(T[] rows, ToIntFunction<T> length) {
        return rows.length > 0
                && rows[0] != null
                && length.applyAsInt(rows[0]) > 0
                && Arrays.stream(rows)
                        .allMatch(row -> row != null && length.applyAsInt(row) == length.applyAsInt(rows[0]));
    }

    private static void show(String what, int rows, int columns, Entries entries, Bundle bundle) {
        int height = Math.min(SIDE, rows);
        int width = Math.min(SIDE, columns);
        float[] numbers = new float[height * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) entries.at(i / width, i % width);
        }
        NumberForms.show(what, Tensor.of(Shape.of(height, width), numbers), Shape.of(rows, columns), bundle);
    }
}
