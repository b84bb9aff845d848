package lectern.nn.autograd;

/// A function of numbers one by one, **yᵢ = f(xᵢ)**, over whole arrays: for [Var#elementwise].
///
/// For a formula that is written for one number there is [Var#map].
public interface Elementwise {

    /// y = f(x).
    ///
    /// @param y another array than x
    void values(float[] x, float[] y);

    /// dx = dy ⊙ f′(x).
    ///
    /// @param x what [#values] was given
    /// @param y what [#values] made of it
    /// @param dx an array of its own
    void pullback(float[] x, float[] y, float[] dy, float[] dx);
}
