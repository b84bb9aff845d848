package lectern.nn.ops;

/// Functions of one number, applied to every number of an array; `y` may be the same array as `x`.
///
/// Each is computed by the steps of [Elementary], in `float`, so that every implementation gives the same bits.
public interface ElementwiseOps {

    /// y = eˣ.
    void exp(float[] x, float[] y);

    /// y = ln x.
    void log(float[] x, float[] y);

    /// y = tanh x.
    void tanh(float[] x, float[] y);

    /// y = 1 / (1 + e⁻ˣ).
    void sigmoid(float[] x, float[] y);

    /// y = ln(1 + eˣ).
    void softplus(float[] x, float[] y);
}
