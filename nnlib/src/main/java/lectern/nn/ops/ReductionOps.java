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

    /// For each row: dx = y (dy − Σ y dy), where the sum's products are added by fused multiply-add.
    ///
    /// @param columns numbers in a row
    /// @param y (rows, columns), the softmax
    /// @param dy (rows, columns)
    /// @param dx (rows, columns), may be dy
    void softmaxPullback(int columns, float[] y, float[] dy, float[] dx);

    /// For each row of x: y = (x − max x) − ln Σ e^(x − max x), which stays exact where softmax would round to 0 or 1.
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param y (rows, columns), not x
    void logSoftmax(int columns, float[] x, float[] y);

    /// For each row of x with the label l, with s = Σ e^(x − max x): the loss is ln s − (x_l − max x), and the gradient
    /// scale (e^(x − max x) / s − t), where t is 1 at l and 0 elsewhere.
    ///
    /// @param classes numbers in a row
    /// @param x (rows, classes), the logits
    /// @param labels (rows), whole numbers below `classes`
    /// @param gradient (rows, classes), not x
    /// @param losses (rows)
    void crossEntropy(int classes, float[] x, float[] labels, float scale, float[] gradient, float[] losses);

    /// y += the sum of the rows of x, each column in the order of its rows.
    ///
    /// @param x (rows, columns)
    /// @param y (columns)
    void addRows(float[] x, float[] y);
}
