package lectern.nn.ops;

/// Sums, and what is made of them.
///
/// A sum keeps 16 interleaved partial sums: number i is added to partial sum i mod 16, in the order of i. They
/// are joined in a fixed tree: 8 to 8, 4 to 4, 2 to 2, 1 to 1. The result is thus the same for vectors of any
/// width.
public interface ReductionOps {

    /// The interleaved partial sums that every sum keeps.
    int PARTIAL_SUMS = 16;

    /// Σ xᵢ.
    float sum(float[] x);

    /// For each row of x: y = e^(x − max x) · (1 / Σ e^(x − max x)).
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param y (rows, columns), may be x
    void softmax(int columns, float[] x, float[] y);

    /// Back through [#softmax]: dx = y ⊙ (dy − Σ dy y), for each row; the sum adds by fused multiply-add.
    ///
    /// @param columns numbers in a row
    /// @param y (rows, columns)
    /// @param dy (rows, columns)
    /// @param dx (rows, columns), may be dy
    void softmaxPullback(int columns, float[] y, float[] dy, float[] dx);

    /// Softmax and cross-entropy in one pass: Σ over the rows of −ln pₗ, where l is the row's label and
    /// −ln pₗ = ln Σ e^(x − max x) − (xₗ − max x), which stays exact where pₗ would round to 0 or 1.
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param labels (rows), whole numbers 0…columns − 1
    /// @param gradient (rows, columns), becomes p − t, where t is 1 at the label and 0 elsewhere
    /// @return the sum, each row's part in float, added in double in the order of the rows
    double crossEntropy(int columns, float[] x, float[] labels, float[] gradient);

    /// For each row of x: y = (x − max x) − ln Σ e^(x − max x), which stays exact where softmax would round
    /// to 0 or 1.
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param y (rows, columns), not x
    void logSoftmax(int columns, float[] x, float[] y);

    /// y = the sum of the rows of x, each column in the order of its rows, from 0 on.
    ///
    /// @param x (rows, columns)
    /// @param y (columns)
    void sumRows(float[] x, float[] y);
}
