package lectern.nn.ops;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// Decompositions of matrices by EJML, in double: what closed forms of the theory are made of.
///
/// Matrices are row-major arrays. Values stand in falling order; of the two signs that a direction may have, it
/// is given the one that makes its entry of the largest absolute value positive, the first such entry.
public final class LinearAlgebra {

    private LinearAlgebra() {}

    /// The thin singular value decomposition **A = U diag(s) Vᵀ**; U is (rows, count) and V (columns, count),
    /// where count is the smaller of rows and columns. V has the signs above, U those that follow.
    public static final class Singular {

        private final double[] left;
        private final double[] values;
        private final double[] right;

        private Singular(double[] left, double[] values, double[] right) {
            this.left = left;
            this.values = values;
            this.right = right;
        }

        /// How many singular values there are.
        public int count() {
            return values.length;
        }

        /// sₖ, in falling order.
        public double value(int k) {
            return values[k];
        }

        /// U, entry (i, k).
        public double left(int i, int k) {
            return left[i * values.length + k];
        }

        /// V, entry (j, k).
        public double right(int j, int k) {
            return right[j * values.length + k];
        }

        /// How many singular values are above rounding: 2⁻⁵² times the larger size times the largest value.
        public int rank() {
            int larger = Math.max(left.length, right.length) / values.length;
            double least = 0x1p-52 * larger * values[0];
            return (int) Arrays.stream(values).filter(value -> value > least).count();
        }
    }

    /// The decomposition **A = V diag(λ) Vᵀ** of a symmetric matrix; V is (n, n), an eigenvector in each
    /// column.
    public static final class Symmetric {

        private final double[] values;
        private final double[] vectors;

        private Symmetric(double[] values, double[] vectors) {
            this.values = values;
            this.vectors = vectors;
        }

        /// λₖ, in falling order.
        public double value(int k) {
            return values[k];
        }

        /// V, entry (i, k).
        public double vector(int i, int k) {
            return vectors[i * values.length + k];
        }
    }

    /// The singular values of a matrix and their directions.
    ///
    /// @param a (rows, columns); left as it is
    /// @throws IllegalArgumentException if there is no number, or one is not finite
    public static Singular singular(int rows, int columns, double[] a) {
        finite("singular", a);
        int count = Math.min(rows, columns);
        SingularValueDecomposition_F64<DMatrixRMaj> found =
                DecompositionFactory_DDRM.svd(rows, columns, true, true, true);
        if (!found.decompose(new DMatrixRMaj(rows, columns, true, a.clone()))) {
            throw new IllegalStateException("singular: the decomposition did not converge");
        }
        DMatrixRMaj u = found.getU(null, false);
        DMatrixRMaj v = found.getV(null, false);
        double[] values = found.getSingularValues();
        int[] order = falling(count, values);
        double[] left = new double[rows * count];
        double[] right = new double[columns * count];
        double[] sorted = new double[count];
        for (int k = 0; k < count; k++) {
            double sign = sign(v, order[k]);
            sorted[k] = values[order[k]];
            copyColumn(u, order[k], sign, left, k, count);
            copyColumn(v, order[k], sign, right, k, count);
        }
        return new Singular(left, sorted, right);
    }

    /// The eigenvalues of a symmetric matrix and their directions.
    ///
    /// @param a (n, n), symmetric; left as it is
    /// @throws IllegalArgumentException if there is no number, or one is not finite
    public static Symmetric symmetric(int n, double[] a) {
        finite("symmetric", a);
        EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(n, true, true);
        if (!found.decompose(new DMatrixRMaj(n, n, true, a.clone()))) {
            throw new IllegalStateException("symmetric: the decomposition did not converge");
        }
        double[] values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = found.getEigenvalue(k).getReal();
        }
        int[] order = falling(n, values);
        double[] sorted = new double[n];
        double[] vectors = new double[n * n];
        for (int k = 0; k < n; k++) {
            DMatrixRMaj vector = found.getEigenVector(order[k]);
            sorted[k] = values[order[k]];
            copyColumn(vector, 0, sign(vector, 0), vectors, k, n);
        }
        return new Symmetric(sorted, vectors);
    }

    /// The pseudo-inverse **A⁺ = V diag(1 / s) Uᵀ** of Moore and Penrose, over the singular values above
    /// rounding.
    ///
    /// @param a (rows, columns); left as it is
    /// @return (columns, rows)
    /// @throws IllegalArgumentException if there is no number, or one is not finite
    public static double[] pseudoInverse(int rows, int columns, double[] a) {
        Singular found = singular(rows, columns, a);
        int rank = found.rank();
        double[] inverse = new double[columns * rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum += found.right(j, k) / found.value(k) * found.left(i, k);
                }
                inverse[j * rows + i] = sum;
            }
        }
        return inverse;
    }

    private static int[] falling(int count, double[] values) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .mapToInt(k -> k)
                .toArray();
    }

    private static double sign(DMatrixRMaj matrix, int column) {
        double largest = 0;
        for (int i = 0; i < matrix.getNumRows(); i++) {
            if (Math.abs(matrix.get(i, column)) > Math.abs(largest)) {
                largest = matrix.get(i, column);
            }
        }
        return largest < 0 ? -1 : 1;
    }

    private static void copyColumn(DMatrixRMaj from, int column, double sign, double[] to, int k, int count) {
        for (int i = 0; i < from.getNumRows(); i++) {
            to[i * count + k] = sign * from.get(i, column);
        }
    }

    private static void finite(String where, double[] a) {
        if (a.length == 0) {
            throw new IllegalArgumentException(where + ": expected a matrix with numbers, found none");
        }
        for (double value : a) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(where + ": expected finite numbers, found " + value);
            }
        }
    }
}
