package lectern.nn.ops;

/// What is done to numbers one by one: functions, arithmetic, and the pullbacks of activations.
///
/// All arrays of a call are equally long, and the result is written, not added. It may be the same array as an
/// argument. The functions are computed by the steps of [Elementary], in `float`, so that every implementation gives
/// the same bits.
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

    /// y = erf x = 2/√π ∫₀ˣ e^(−t²) dt.
    void erf(float[] x, float[] y);

    /// y = max(x, 0).
    void relu(float[] x, float[] y);

    /// y = x where x > 0, else s x.
    ///
    /// @param slope s
    void leakyRelu(float slope, float[] x, float[] y);

    /// y = c x.
    void scale(float c, float[] x, float[] y);

    /// y = a + c b, rounded once.
    void addScaled(float[] a, float c, float[] b, float[] y);

    /// y = x + b, where b is added to each row of x.
    ///
    /// @param x (rows, columns)
    /// @param row b, (columns)
    void addRow(float[] x, float[] row, float[] y);

    /// y = a + b.
    void add(float[] a, float[] b, float[] y);

    /// y = a − b.
    void subtract(float[] a, float[] b, float[] y);

    /// y = a ⊙ b.
    void multiply(float[] a, float[] b, float[] y);

    /// dx = dy where y > 0, else 0; y is the result of [#relu].
    void reluPullback(float[] y, float[] dy, float[] dx);

    /// dx = dy ⊙ (1 − y²), rounded after each step; y is the result of [#tanh].
    void tanhPullback(float[] y, float[] dy, float[] dx);

    /// dx = dy ⊙ (y ⊙ (1 − y)), rounded after each step; y is the result of [#sigmoid].
    void sigmoidPullback(float[] y, float[] dy, float[] dx);

    /// dx = dy ⊙ 1 / (1 + e⁻ˣ).
    void softplusPullback(float[] x, float[] dy, float[] dx);

    /// dx = dy where x > 0, else s dy; x is what [#leakyRelu] was given.
    ///
    /// @param slope s
    void leakyReluPullback(float slope, float[] x, float[] dy, float[] dx);
}
