package lectern.nn.ops;

/// Recurrent layers, all time steps of a sequence at once.
public interface RecurrentOps {

    /// The steps of a long short-term memory. The part of the preactivations that comes from the inputs is
    /// given: all time steps of it are one product.
    ///
    /// With z = (zᵢ, zf, zg, zₒ) for a time step and an example, **z ← z + Wₕ h₋₁**, summed on by fused
    /// multiply-add in the order of the units of h; then i = σ(zᵢ), f = σ(zf), g = tanh zg, o = σ(zₒ), **c = f
    /// c₋₁ + i g, h = o tanh c**.
    ///
    /// @param z (time, batch, 4 hidden), the input's part; becomes i, f, g, o
    /// @param weight Wₕ, (4 hidden, hidden)
    /// @param hidden (time + 1, batch, hidden), the first is given, the others are computed
    /// @param cells (time + 1, batch, hidden), the first is given, the others are computed
    /// @param squashed (time, batch, hidden), becomes tanh c
    void lstm(Sequences sequences, float[] z, float[] weight, float[] hidden, float[] cells, float[] squashed);

    /// Back through the steps of [#lstm].
    ///
    /// From the last time step to the first: dh = dy + Wₕᵀ dz₊₁, dc = dh o (1 − tanh² c) + dc₊₁ f₊₁, and
    /// dzᵢ = dc g i (1 − i), dzf = dc c₋₁ f (1 − f), dzg = dc i (1 − g²), dzₒ = dh tanh c o (1 − o).
    ///
    /// @param gates (time, batch, 4 hidden), i, f, g, o
    /// @param dy (time, batch, hidden), ∂L/∂h(t) from outside the recurrence
    /// @param dz (time, batch, 4 hidden), becomes ∂L/∂z
    /// @param dHidden (batch, hidden), becomes ∂L/∂h before the first step
    /// @param dCell (batch, hidden), holds ∂L/∂c after the last step and becomes ∂L/∂c before the first
    void lstmPullback(
            Sequences sequences,
            float[] gates,
            float[] weight,
            float[] cells,
            float[] squashed,
            float[] dy,
            float[] dz,
            float[] dHidden,
            float[] dCell);

    /// The sizes of a batch of sequences.
    ///
    /// @param time steps
    /// @param batch sequences side by side
    /// @param hidden units of the layer
    record Sequences(int time, int batch, int hidden) {}
}
