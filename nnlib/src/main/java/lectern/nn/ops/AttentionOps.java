package lectern.nn.ops;

/// Scaled dot-product attention, several heads at once.
///
/// Queries, keys and values are rows of matrices in which each head has its own consecutive columns; the
/// matrices may be parts of one that holds all three side by side.
public interface AttentionOps {

    /// For each example and head: **scores = Q Kᵀ · scale**, each a sum by fused multiply-add in the order of
    /// the columns, then times scale; **P = softmax(scores)** by rows, as [ReductionOps#softmax]; **Y = P V**,
    /// summed in the order of the keys.
    ///
    /// A key that a query must not see has the score −∞, and P = 0 there. A query that sees no key takes
    /// nothing: its row of P is 0, and so is that of Y.
    ///
    /// @param weights (batch, heads, queries, keys), becomes P
    /// @param y (batch, queries, heads · value size), becomes Y
    void attend(Heads heads, Rows query, Rows key, Rows value, Mask hidden, float[] weights, float[] y);

    /// Back through [#attend]: dV = Pᵀ dY, dP = dY Vᵀ, dS = P ⊙ (dP − Σ dP P) · scale, dQ = dS K, dK = dSᵀ Q.
    ///
    /// @param weights P
    /// @param dy (batch, queries, heads · value size)
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
    /// @param size columns of a head in Q and K
    /// @param valueSize columns of a head in V and Y
    /// @param scale what the scores are multiplied by
    /// @param causal whether query i sees the keys 0…i only
    record Heads(int batch, int count, int queries, int keys, int size, int valueSize, float scale, boolean causal) {

        /// Multiply-adds of the forward direction.
        public long multiplyAdds() {
            return (long) batch * count * queries * keys * (size + valueSize);
        }

        /// How many keys a query sees, those that are hidden included.
        int seen(int query) {
            return causal ? Math.min(query + 1, keys) : keys;
        }

        /// Whether all keys are hidden from a query.
        boolean seesNothing(int example, int query, Mask hidden) {
            for (int j = 0; j < seen(query); j++) {
                if (!hidden.hides(example, query, j)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Which keys are hidden from which queries.
    ///
    /// @param array not 0 for a key that is hidden; empty if none is
    /// @param example how far it is from one example to the next, 0 if all have the same
    /// @param query how far it is from one query to the next, 0 if all have the same
    @SuppressWarnings("ArrayRecordComponent") // a view of the array, not a value
    record Mask(float[] array, int example, int query) {

        /// Hides nothing.
        public static final Mask NONE = new Mask(new float[0], 0, 0);

        boolean isEmpty() {
            return array.length == 0;
        }

        /// Whether a key is hidden from a query of an example.
        public boolean hides(int n, int i, int key) {
            return array.length != 0 && array[n * example + i * query + key] != 0;
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
