package lectern.figure;

import java.util.List;

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
