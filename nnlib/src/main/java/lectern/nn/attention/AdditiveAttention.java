package lectern.nn.attention;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Tanh;
import lectern.nn.ops.AttentionOps.Mask;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Additive attention, **score(q, k) = v · tanh(W q + U k + b)**.
///
/// Shapes: queries (batch, queries, query features), keys (batch, keys, key features), W (units, query
/// features), U (units, key features), b and v (units).
///
/// Source: D. Bahdanau, K. Cho and Y. Bengio, *Neural Machine Translation by Jointly Learning to Align and
/// Translate* (2015), appendix A.1.2, there without b.
///
/// @param queryWeight W, (units, query features)
/// @param keyWeight U, (units, key features)
/// @param bias b, (units)
/// @param vector v, (units)
public record AdditiveAttention(Var queryWeight, Var keyWeight, Var bias, Var vector) implements Attention {

    /// @throws ShapeException if the shapes do not belong together
    public AdditiveAttention {
        if (queryWeight.shape().rank() != 2) {
            throw new ShapeException("AdditiveAttention", "queryWeight (units, query features)", queryWeight.shape());
        }
        int units = queryWeight.shape().size(0);
        if (keyWeight.shape().rank() != 2 || keyWeight.shape().size(0) != units) {
            throw new ShapeException("AdditiveAttention", "keyWeight (" + units + ", key features)", keyWeight.shape());
        }
        if (!bias.shape().equals(Shape.of(units))) {
            throw new ShapeException("AdditiveAttention", "bias (" + units + ")", bias.shape());
        }
        if (!vector.shape().equals(Shape.of(units))) {
            throw new ShapeException("AdditiveAttention", "vector (" + units + ")", vector.shape());
        }
    }

    /// Weights from U(−r, r) with r = √(6 / (in + out)), Glorot and Bengio (2010), eq. 16; the bias zero.
    ///
    /// @param query features of a query
    /// @param key features of a key
    /// @param units of the hidden layer
    /// @throws ShapeException if there is not at least one of each
    public static AdditiveAttention of(int query, int key, int units, RandomGenerator random) {
        if (query < 1 || key < 1 || units < 1) {
            throw new ShapeException(
                    "AdditiveAttention",
                    "at least one feature of queries and keys and one unit",
                    query + ", " + key + " and " + units);
        }
        return new AdditiveAttention(
                uniform(query + units, random, units, query),
                uniform(key + units, random, units, key),
                Var.of(Tensor.zeros(units)),
                uniform(1 + units, random, units));
    }

    private static Var uniform(int inAndOut, RandomGenerator random, int... sizes) {
        return Var.of(Tensor.uniform(Shape.of(sizes), Math.sqrt(6.0 / inAndOut), random));
    }

    @Override
    public Result apply(Var query, Var key, Var value, @Nullable Tensor hidden) {
        Var scores = scores(query, key);
        Shape shape = scores.shape();
        Mask mask = Masks.of(hidden, shape.size(0), shape.size(1), shape.size(2));
        Var weights = Weighting.softmax(scores, mask);
        Var output = Weighting.mean(weights, value);
        return new Result(output, weights.borrow().reshape(shape.size(0), 1, shape.size(1), shape.size(2)));
    }

    /// How well each key fits each query, before the softmax: (batch, queries, keys).
    ///
    /// @throws ShapeException if the shapes do not belong together
    public Var scores(Var query, Var key) {
        Var ofQueries = map("queries", query, queryWeight);
        Var ofKeys = map("keys", key, keyWeight);
        int batch = query.shape().size(0);
        if (key.shape().size(0) != batch) {
            throw new ShapeException("AdditiveAttention", "keys of " + batch + " examples", key.shape());
        }
        int queries = query.shape().size(1);
        int keys = key.shape().size(1);
        int units = bias.shape().size(0);
        Var biased = ofQueries.plusRow(bias).reshape(batch, queries, units);
        Var activations = new Tanh().apply(Weighting.sums(biased, ofKeys.reshape(batch, keys, units)));
        return activations
                .reshape(batch * queries * keys, units)
                .matmulT(vector.reshape(1, units))
                .reshape(batch, queries, keys);
    }

    /// All rows mapped: (batch · rows, units).
    private static Var map(String what, Var x, Var weight) {
        int features = weight.shape().size(1);
        if (x.shape().rank() != 3 || x.shape().size(2) != features) {
            throw new ShapeException("AdditiveAttention", what + " (batch, " + what + ", " + features + ")", x.shape());
        }
        return x.reshape(x.shape().size(0) * x.shape().size(1), features).matmulT(weight);
    }

    @Override
    public List<Var> parameters() {
        return List.of(queryWeight, keyWeight, bias, vector);
    }

    @Override
    public String toString() {
        return "additive attention " + queryWeight.shape().size(1) + " + "
                + keyWeight.shape().size(1) + " -> " + bias.shape().size(0);
    }
}
