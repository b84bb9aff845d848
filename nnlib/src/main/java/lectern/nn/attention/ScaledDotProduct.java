package lectern.nn.attention;

import lectern.nn.attention.DotProduct.Part;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Scaled dot-product attention, **Y = softmax(Q Kᵀ / √d) V**. The dimension d of a head is the model's divided
/// by the heads, each of which has its own consecutive columns.
///
/// Shapes: Q (batch, queries, model), K (batch, keys, model), V (batch, keys, features), Y (batch, queries,
/// features), weights (batch, heads, queries, keys).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), eq. (1).
///
/// @param heads how many
/// @param causal whether a query sees the keys up to its own place only
public record ScaledDotProduct(int heads, boolean causal) implements Attention {

    /// @throws IllegalArgumentException if there is no head
    public ScaledDotProduct {
        if (heads < 1) {
            throw new IllegalArgumentException("attention: expected one head or more, found " + heads);
        }
    }

    @Override
    public Result apply(Var query, Var key, Var value, @Nullable Tensor hidden) {
        return apply(Part.whole(query), Part.whole(key), Part.whole(value), hidden);
    }

    /// The same where queries, keys and values may lie side by side.
    Result apply(Part query, Part key, Part value, @Nullable Tensor hidden) {
        float scale = (float) (1 / Math.sqrt(query.columns() / (double) heads));
        return new DotProduct(heads, scale, causal).apply(query, key, value, hidden);
    }
}
