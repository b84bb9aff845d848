package lectern.nn.ops;

/// Matrix products on flat row-major arrays.
public interface MatrixOps {

    /// **C = op(A) op(B)**, or C += op(A) op(B), where op leaves a matrix alone or transposes it.
    ///
    /// Each element adds its terms in the order of the inner index by fused multiply-add, starting from 0, or
    /// from what C holds when accumulating: c = fma(a₀, b₀, c), c = fma(a₁, b₁, c), …
    ///
    /// @param product the sizes, and which factors are stored transposed
    /// @param a op(A) is (rows, inner)
    /// @param b op(B) is (inner, columns)
    /// @param c (rows, columns)
    /// @param accumulate whether to add to C rather than to replace it
    void multiply(Product product, float[] a, float[] b, float[] c, boolean accumulate);

    /// **Y = f(X op(W) + b)**, where the bias b is added to each row. Each element of the product is summed as
    /// in [#multiply], then its bias is added, then f applied.
    ///
    /// @param product the sizes, and which factors are stored transposed
    /// @param x op(X) is (rows, inner)
    /// @param w op(W) is (inner, columns)
    /// @param bias (columns)
    /// @param y (rows, columns)
    void affine(Product product, float[] x, float[] w, float[] bias, Nonlinearity nonlinearity, float[] y);

    /// Runs the innermost loops with hardly any work; after many calls the JVM has compiled them.
    default void warmUp() {}

    /// The sizes of a product, and how its factors are stored.
    ///
    /// @param rows rows of C
    /// @param columns columns of C
    /// @param inner terms of each sum
    /// @param transposeA A is stored (inner, rows) instead of (rows, inner)
    /// @param transposeB B is stored (columns, inner) instead of (inner, columns)
    record Product(int rows, int columns, int inner, boolean transposeA, boolean transposeB) {

        /// Multiply-adds that the product takes.
        public long multiplyAdds() {
            return (long) rows * columns * inner;
        }

        /// Distance in A from one row of op(A) to the next.
        int rowStrideA() {
            return transposeA ? 1 : inner;
        }

        /// Distance in A from one stored row to the next.
        int strideA() {
            return transposeA ? rows : inner;
        }

        /// Distance in B from one column of op(B) to the next.
        int columnStrideB() {
            return transposeB ? inner : 1;
        }

        /// Distance in B from one stored row to the next.
        int strideB() {
            return transposeB ? inner : columns;
        }
    }
}
