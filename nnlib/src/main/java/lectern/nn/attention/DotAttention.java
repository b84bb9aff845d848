package lectern.nn.attention;

import lectern.nn.attention.DotProduct.Part;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Dot-product attention without a scale, **score(q, k) = q · k**, Luong's *dot* form.
///
/// Shapes: queries (batch, queries, units), keys (batch, keys, units).
///
/// Source: M.-T. Luong, H. Pham and C. D. Manning, *Effective Approaches to Attention-based Neural Machine
/// Translation* (2015), eq. (7) and (8).
public record DotAttention() implements Attention {

    @Override
    public Result apply(Var query, Var key, Var value, @Nullable Tensor hidden) {
        return new DotProduct(1, 1, false).apply(Part.whole(query), Part.whole(key), Part.whole(value), hidden);
    }

    @Override
    public String toString() {
        return "dot attention";
    }
}
