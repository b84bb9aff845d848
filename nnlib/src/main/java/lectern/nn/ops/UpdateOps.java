package lectern.nn.ops;

/// Steps of parameters along their gradients, each in one pass over memory.
///
/// A step is never left half-done: it does not ask whether the thread was interrupted.
public interface UpdateOps {

    /// w ← w − η g.
    void sgd(float[] w, float[] g, float learningRate);

    /// v ← μ v + g, w ← w − η v.
    ///
    /// @param v the velocity
    void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum);

    /// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − (size m) / (scale √v + ε).
    ///
    /// @param m the running mean of the gradient
    /// @param v the running mean of its square
    void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step);

    /// What is the same for all numbers of a step of Adam.
    ///
    /// @param size η / (1 − β₁ᵗ)
    /// @param scale 1 / √(1 − β₂ᵗ)
    /// @param keepMean β₁
    /// @param takeMean 1 − β₁
    /// @param keepSquare β₂
    /// @param takeSquare 1 − β₂
    /// @param epsilon ε
    record AdamStep(
            float size,
            float scale,
            float keepMean,
            float takeMean,
            float keepSquare,
            float takeSquare,
            float epsilon) {}
}
