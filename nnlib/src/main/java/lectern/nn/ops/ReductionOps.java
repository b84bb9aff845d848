package lectern.nn.ops;

/// Sums, and what is made of them.
///
/// A sum keeps 16 interleaved partial sums: number i is added to partial sum i mod 16, in the order of i. They are
/// joined in a fixed tree: 8 to 8, 4 to 4, 2 to 2, 1 to 1. The result is thus the same for vectors of any width.
public interface ReductionOps {

    /// The interleaved partial sums that every sum keeps.
    int PARTIAL_SUMS = 16;

    /// Σ xᵢ.
    float sum(float[] x);

    /// For each row of x: y = e^(x − max x) / Σ e^(x − max x).
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param y (rows, columns), may be x
    void softmax(int columns, float[] x, float[] y);

    /// For each row of x: y = (x − max x) − ln Σ e^(x − max x), which stays exact where softmax would round to 0 or 1.
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param y (rows, columns), not x
    void logSoftmax(int columns, float[] x, float[] y);

    /// y += the sum of the rows of x, each column in the order of its rows.
    ///
    /// @param x (rows, columns)
    /// @param y (columns)
    default void addRows(float[] x, float[] y) {
        for (int start = 0; start < x.length; start += y.length) {
            for (int j = 0; j < y.length; j++) {
                y[j] += x[start + j];
            }
        }
    }
}
