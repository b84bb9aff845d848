package lectern.figure;

import java.util.List;
import lectern.nn.tensor.Tensor;

/// Columns of numbers as callers have them, brought to one form.
final class Columns {

    private Columns() {}

    static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    static double[] doubles(List<? extends Number> values) {
        return values.stream().mapToDouble(Number::doubleValue).toArray();
    }

    /// A column of a matrix.
    static double[] column(Tensor matrix, int column) {
        double[] result = new double[matrix.size(0)];
        for (int i = 0; i < result.length; i++) {
            result[i] = matrix.get(i, column);
        }
        return result;
    }

    /// The mean of each column of some rows; NaN if there is no row.
    static double[] means(double[][] rows, int columns) {
        double[] means = new double[columns];
        for (int i = 0; i < columns; i++) {
            for (double[] row : rows) {
                means[i] += row[i];
            }
            means[i] /= rows.length;
        }
        return means;
    }

    /// The standard deviation of each column of some rows, as of a sample; 0 of a single row.
    static double[] deviations(double[][] rows, int columns) {
        double[] means = means(rows, columns);
        double[] deviations = new double[columns];
        for (int i = 0; i < columns; i++) {
            for (double[] row : rows) {
                deviations[i] += (row[i] - means[i]) * (row[i] - means[i]);
            }
            deviations[i] = Math.sqrt(deviations[i] / Math.max(1, rows.length - 1));
        }
        return deviations;
    }

    /// 1, 2, 3, …
    static double[] counted(int count) {
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            result[i] = i + 1;
        }
        return result;
    }

    static void requireSameLength(String where, String name, int xs, int ys) {
        if (xs != ys) {
            throw new IllegalArgumentException(
                    where + ": expected as many y as x for " + name + " (" + xs + "), found " + ys);
        }
    }
}
