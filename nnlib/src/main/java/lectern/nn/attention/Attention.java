package lectern.nn.attention;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Each query takes a mean of the values, **yᵢ = Σⱼ pᵢⱼ vⱼ** with **pᵢ = softmax over j of score(qᵢ, kⱼ)**; the
/// kinds of attention differ in the score.
///
/// A hidden key has the weight 0. A query from which all keys are hidden takes nothing: its weights are 0, and
/// so is what comes out for it.
///
/// Shapes: queries (batch, queries, …), keys (batch, keys, …), values (batch, keys, features),
/// output (batch, queries, features), weights (batch, heads, queries, keys).
public interface Attention {

    /// What the queries take from the values, of which some may be hidden.
    ///
    /// @param hidden not 0 for a key that must not be seen, such as padding: (batch, keys) for all queries
    /// alike, (batch, queries, keys) for each by itself, (1, queries, keys) the same in all examples; `null` if
    /// none is hidden
    /// @throws ShapeException if the shapes do not belong together
    Result apply(Var query, Var key, Var value, @Nullable Tensor hidden);

    /// What the queries take from the values.
    ///
    /// @throws ShapeException if the shapes do not belong together
    default Result apply(Var query, Var key, Var value) {
        return apply(query, key, value, null);
    }

    /// What can be learned, in a fixed order.
    default List<Var> parameters() {
        return List.of();
    }

    /// Hides what lies beyond the end of each sequence: (batch, keys), 1 from the length of the sequence on,
    /// 0 before.
    ///
    /// @param keys time steps of the longest sequence
    /// @param lengths time steps of each
    /// @throws IllegalArgumentException if a length is not within 0…keys
    static Tensor padding(int keys, int... lengths) {
        Tensor hidden = Tensor.zeros(lengths.length, keys);
        for (int n = 0; n < lengths.length; n++) {
            if (lengths[n] < 0 || lengths[n] > keys) {
                throw new IllegalArgumentException(
                        "padding: expected lengths 0…" + keys + ", found " + lengths[n] + " at example " + n);
            }
            for (int j = lengths[n]; j < keys; j++) {
                hidden.array()[n * keys + j] = 1;
            }
        }
        return hidden;
    }

    /// What comes out.
    ///
    /// @param output (batch, queries, features)
    /// @param borrowedWeights the weights, for the time of the step: not to be kept
    record Result(Var output, Tensor borrowedWeights) {

        /// The weights, to keep: how much each query takes of each value, (batch, heads, queries, keys).
        public Tensor weights() {
            return borrowedWeights.keep();
        }
    }
}
