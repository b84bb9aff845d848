package lectern.nn.ops;

/// The steps of optimizers: weights and what is remembered for them, changed in place in one pass over memory.
///
/// A step is never left half done: it does not stop for an interrupt.
public interface UpdateOps {

    /// **w ← w − η g**, by fused multiply-add.
    void descend(float[] w, float[] g, float learningRate);

    /// **v ← μ v + g, w ← w − η v**, each by fused multiply-add.
    void momentum(float[] w, float[] g, float[] v, float learningRate, float momentum);

    /// **m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − s m / (c √v + ε)**; the first two and the
    /// denominator by fused multiply-add.
    void adam(float[] w, float[] g, float[] m, float[] v, AdamStep step);

    /// The numbers of one step.
    ///
    /// @param beta1 β₁
    /// @param beta2 β₂
    /// @param size s, the learning rate with the correction of the first moment
    /// @param correction c, that of the second moment
    /// @param epsilon ε
    record AdamStep(float beta1, float beta2, float size, float correction, float epsilon) {}
}
