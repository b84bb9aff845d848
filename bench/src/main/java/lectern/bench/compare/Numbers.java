package lectern.bench.compare;

import java.util.SplittableRandom;

/// The numbers that all contenders compute with: the same in each process, for the same seed.
public final class Numbers {

    private Numbers() {}

    /// Independent numbers from U(−bound, bound).
    public static float[] uniform(int count, double bound, long seed) {
        var random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return numbers;
    }

    /// Labels 0…classes − 1.
    public static int[] labels(int count, int classes, long seed) {
        return new SplittableRandom(seed).ints(count, 0, classes).toArray();
    }

    /// The labels as rows with a single 1.
    public static float[] oneHot(int[] labels, int classes) {
        float[] rows = new float[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            rows[i * classes + labels[i]] = 1;
        }
        return rows;
    }

    /// The transpose of a matrix, row-major.
    public static float[] transposed(float[] matrix, int rows, int columns) {
        float[] result = new float[matrix.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                result[c * rows + r] = matrix[r * columns + c];
            }
        }
        return result;
    }
}
