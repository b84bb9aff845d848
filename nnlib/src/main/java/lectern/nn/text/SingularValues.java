package lectern.nn.text;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The singular value decomposition **A = P Σ Qᵀ** of a matrix with no more rows than columns, by one-sided
/// Jacobi rotations: pairs of rows are turned until all are at right angles; then their lengths are the
/// singular values, their directions the columns of Q, and the rotations together P.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations* (4th ed.), section 8.6.3.
final class SingularValues {

    private static final int MOST_SWEEPS = 60;
    private static final double TOLERANCE = 1e-14;

    private final double[][] turned;
    private final double[][] rotations;
    private final int[] order;

    private SingularValues(double[][] turned, double[][] rotations) {
        this.turned = turned;
        this.rotations = rotations;
        this.order = IntStream.range(0, turned.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -dot(turned[i], turned[i])))
                .mapToInt(i -> i)
                .toArray();
    }

    /// @param rows of A; they are turned in place
    static SingularValues of(double[][] rows) {
        double[][] rotations = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            rotations[i][i] = 1;
        }
        boolean turning = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && turning; sweep++) {
            turning = false;
            for (int i = 0; i < rows.length; i++) {
                for (int j = i + 1; j < rows.length; j++) {
                    turning |= turn(rows, rotations, i, j);
                }
            }
        }
        return new SingularValues(rows, rotations);
    }

    /// Turns two rows to right angles, if they are not.
    private static boolean turn(double[][] rows, double[][] rotations, int i, int j) {
        double between = dot(rows[i], rows[j]);
        double first = dot(rows[i], rows[i]);
        double second = dot(rows[j], rows[j]);
        if (Math.abs(between) <= TOLERANCE * Math.sqrt(first * second)) {
            return false;
        }
        double zeta = (second - first) / (2 * between);
        double tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        rotate(rows[i], rows[j], cosine, cosine * tangent);
        rotate(rotations[i], rotations[j], cosine, cosine * tangent);
        return true;
    }

    private static void rotate(double[] a, double[] b, double cosine, double sine) {
        for (int k = 0; k < a.length; k++) {
            double before = a[k];
            a[k] = cosine * before - sine * b[k];
            b[k] = sine * before + cosine * b[k];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /// The k-th largest singular value.
    double value(int k) {
        return Math.sqrt(dot(turned[order[k]], turned[order[k]]));
    }

    /// Column k of P.
    double[] left(int k) {
        return rotations[order[k]];
    }

    /// Column k of Q; zero where the singular value is.
    double[] right(int k) {
        double length = value(k);
        double[] right = turned[order[k]].clone();
        for (int i = 0; i < right.length; i++) {
            right[i] = length == 0 ? 0 : right[i] / length;
        }
        return right;
    }
}
