package lectern.nn.ops;

/// What happens in one unit of a long short-term memory at one time step, once its preactivations are known.
///
/// The arrays are laid out as in [RecurrentOps]: the four gates of a unit are `units` numbers apart.
final class LstmGates {

    private LstmGates() {}

    /// i, f, g, o, the cell state and the output.
    ///
    /// @param at where the unit's zᵢ is
    /// @param before where its cell state before the step is; the one after it is `slab` numbers further on
    static void forward(
            float[] z, int at, int units, float[] cells, int before, int slab, float[] squashed, float[] hidden) {
        float i = Elementary.sigmoid(z[at]);
        float f = Elementary.sigmoid(z[at + units]);
        float g = Elementary.tanh(z[at + 2 * units]);
        float o = Elementary.sigmoid(z[at + 3 * units]);
        float c = Math.fma(f, cells[before], i * g);
        float squashedCell = Elementary.tanh(c);
        z[at] = i;
        z[at + units] = f;
        z[at + 2 * units] = g;
        z[at + 3 * units] = o;
        cells[before + slab] = c;
        squashed[before] = squashedCell;
        hidden[before + slab] = o * squashedCell;
    }

    /// The gradients by the preactivations; dCell is carried from the state after the step to the one before
    /// it.
    ///
    /// @param at where the unit's i is, and its dzᵢ is to be
    /// @param now where its tanh c and dy are, and its cell state before the step
    /// @param state where its carried gradients are
    static void backward(
            float[] gates,
            int at,
            int units,
            float[] cells,
            int now,
            float[] squashed,
            float[] dy,
            float[] dHidden,
            float[] dCell,
            int state,
            float[] dz) {
        float i = gates[at];
        float f = gates[at + units];
        float g = gates[at + 2 * units];
        float o = gates[at + 3 * units];
        float s = squashed[now];
        float dh = dy[now] + dHidden[state];
        float dc = Math.fma(dh * o, 1 - s * s, dCell[state]);
        dz[at] = dc * g * (i * (1 - i));
        dz[at + units] = dc * cells[now] * (f * (1 - f));
        dz[at + 2 * units] = dc * i * (1 - g * g);
        dz[at + 3 * units] = dh * s * (o * (1 - o));
        dCell[state] = dc * f;
    }
}
