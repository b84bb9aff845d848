package lectern.nn.ops;

/// Scaled dot-product attention, several heads at once.
///
/// Queries, keys and values are rows of matrices in which each head has its own consecutive columns; the
/// matrices may be
/// parts of one that holds all three side by side.
public interface AttentionOps {

    /// For each example and head: **scores = Q Kᵀ · scale**, each a sum by fused multiply-add in the order of
    /// the columns,
    /// then times scale; **P = softmax(scores)** by rows, as [ReductionOps#softmax]; **Y = P V**, summed in
    /// the order of the
    /// keys.
    ///
    /// A key that a query must not see has the score −∞, and P = 0 there.
    ///
    /// @param hidden (batch, keys), 1 for a key that nobody may see; or empty
    /// @param weights (batch, heads, queries, keys), becomes P
    /// @param y (batch, queries, heads · size), becomes Y
    void attend(Heads heads, Rows query, Rows key, Rows value, float[] hidden, float[] weights, float[] y);

    /// Back through [#attend]: dV = Pᵀ dY, dP = dY Vᵀ, dS = P ⊙ (dP − Σ dP P) · scale, dQ = dS K, dK = dSᵀ Q.
    ///
    /// @param weights P
    /// @param dy (batch, queries, heads · size)
    void attendPullback(
            Heads heads,
            Rows query,
            Rows key,
            Rows value,
            float[] weights,
            float[] dy,
            Rows dQuery,
            Rows dKey,
            Rows dValue);

    /// The sizes.
    ///
    /// @param batch examples
    /// @param count heads
    /// @param queries rows of Q for each example
    /// @param keys rows of K and V for each example
    /// @param size columns of a head
    /// @param scale what the scores are multiplied by
    /// @param causal whether query i sees the keys 0…i only
    record Heads(int batch, int count, int queries, int keys, int size, float scale, boolean causal) {

        /// Multiply-adds of the forward direction.
        public long multiplyAdds() {
            return 2L * batch * count * queries * keys * size;
        }

        /// How many keys a query sees, those that are hidden included.
        int seen(int query) {
            return causal ? Math.min(query + 1, keys) : keys;
        }
    }

    /// Some columns of a matrix.
    ///
    /// @param at where the first row of the first example begins
    /// @param stride how far it is from one row to the next
    @SuppressWarnings("ArrayRecordComponent") // a view of the array, not a value
    record Rows(float[] array, int at, int stride) {

        /// Where a row begins, the rows of an example following each other.
        int row(int example, int rows, int row, int head, int size) {
            return at + (example * rows + row) * stride + head * size;
        }
    }
}
