package lectern.nn.attention;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.attention.DotProduct.Part;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Multiplicative attention, **score(q, k) = qᵀ W k**, Luong's *general* form. His *dot* form is
/// [DotAttention].
///
/// Shapes: queries (batch, queries, in), keys (batch, keys, units), W (in, units).
///
/// Source: M.-T. Luong, H. Pham and C. D. Manning, *Effective Approaches to Attention-based Neural Machine
/// Translation* (2015), eq. (7) and (8).
///
/// @param weight W, (in, units)
public record LuongAttention(Var weight) implements Attention {

    /// @throws ShapeException if W is not a matrix
    public LuongAttention {
        if (weight.shape().rank() != 2) {
            throw new ShapeException("LuongAttention", "weight (in, units)", weight.shape());
        }
    }

    /// Weights from U(−r, r) with r = √(6 / (in + units)), Glorot and Bengio (2010), eq. 16.
    ///
    /// @param in features of a query
    /// @param units features of a key
    /// @throws ShapeException if there is not at least one of each
    public static LuongAttention of(int in, int units, RandomGenerator random) {
        if (in < 1 || units < 1) {
            throw new ShapeException(
                    "LuongAttention", "at least one feature of queries and keys", in + " and " + units);
        }
        return new LuongAttention(Var.of(Tensor.uniform(Shape.of(in, units), Math.sqrt(6.0 / (in + units)), random)));
    }

    @Override
    public Result apply(Var query, Var key, Var value, @Nullable Tensor hidden) {
        int in = weight.shape().size(0);
        int units = weight.shape().size(1);
        if (query.shape().rank() != 3 || query.shape().size(2) != in) {
            throw new ShapeException("LuongAttention", "queries (batch, queries, " + in + ")", query.shape());
        }
        int batch = query.shape().size(0);
        int queries = query.shape().size(1);
        Var mapped = query.reshape(batch * queries, in).matmul(weight).reshape(batch, queries, units);
        return new DotProduct(1, 1, false).apply(Part.whole(mapped), Part.whole(key), Part.whole(value), hidden);
    }

    @Override
    public List<Var> parameters() {
        return List.of(weight);
    }

    @Override
    public String toString() {
        return "luong attention " + weight.shape().size(0) + " × "
                + weight.shape().size(1);
    }
}
