package lectern.nn.attention;

import lectern.nn.autograd.Var;
import lectern.nn.ops.AttentionOps.Heads;
import lectern.nn.ops.AttentionOps.Rows;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Scaled dot-product attention: each query takes a mean of the values, weighted by how well their keys fit
/// it,
/// **Y = softmax(Q Kᵀ / √d) V**. The dimension d of a head is the model's divided by the heads, each of which
/// has its own
/// consecutive columns.
///
/// Shapes: Q (batch, queries, model), K and V (batch, keys, model), Y (batch, queries, model),
/// weights (batch, heads, queries, keys).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), eq. (1).
///
/// @param heads how many
/// @param causal whether a query sees the keys up to its own place only
public record ScaledDotProduct(int heads, boolean causal) {

    private static final float[] NOTHING = {};

    /// @throws IllegalArgumentException if there is no head
    public ScaledDotProduct {
        if (heads < 1) {
            throw new IllegalArgumentException("attention: expected one head or more, found " + heads);
        }
    }

    /// What the queries take from the values.
    ///
    /// @throws ShapeException if the shapes do not belong together
    public Result apply(Var query, Var key, Var value) {
        return apply(query, key, value, null);
    }

    /// What the queries take from the values, of which some may be hidden.
    ///
    /// @param hidden (batch, keys), not 0 for a key that no query may see, such as padding
    /// @throws ShapeException if the shapes do not belong together
    public Result apply(Var query, Var key, Var value, @Nullable Tensor hidden) {
        Heads sizes = sizes(query.shape(), key.shape(), value.shape(), hidden);
        int model = query.shape().size(2);
        Tensor y = Arena.tensor(query.shape());
        Tensor weights = weights(sizes);
        Rows q = new Rows(query.borrow().array(), 0, model);
        Rows k = new Rows(key.borrow().array(), 0, model);
        Rows v = new Rows(value.borrow().array(), 0, model);
        attend(sizes, q, k, v, hidden, weights, y);
        Var result = Var.operation(
                y,
                dy -> {
                    Tensor dq = Arena.tensor(query.shape());
                    Tensor dk = Arena.tensor(key.shape());
                    Tensor dv = Arena.tensor(value.shape());
                    pullback(
                            sizes,
                            q,
                            k,
                            v,
                            weights,
                            dy,
                            new Rows(dq.array(), 0, model),
                            new Rows(dk.array(), 0, model),
                            new Rows(dv.array(), 0, model));
                    give(query, dq);
                    give(key, dk);
                    give(value, dv);
                },
                query,
                key,
                value);
        return new Result(result, weights);
    }

    /// The same where queries, keys and values are one matrix.
    ///
    /// @param all (batch, time, 3 model), queries, keys and values side by side
    Result applyToAll(Var all, @Nullable Tensor hidden) {
        int batch = all.shape().size(0);
        int time = all.shape().size(1);
        int model = all.shape().size(2) / 3;
        Shape shape = Shape.of(batch, time, model);
        Heads sizes = sizes(shape, shape, shape, hidden);
        Tensor y = Arena.tensor(shape);
        Tensor weights = weights(sizes);
        float[] numbers = all.borrow().array();
        Rows q = new Rows(numbers, 0, 3 * model);
        Rows k = new Rows(numbers, model, 3 * model);
        Rows v = new Rows(numbers, 2 * model, 3 * model);
        attend(sizes, q, k, v, hidden, weights, y);
        Var result = Var.operation(
                y,
                dy -> {
                    Tensor da = Arena.tensor(all.shape());
                    pullback(
                            sizes,
                            q,
                            k,
                            v,
                            weights,
                            dy,
                            new Rows(da.array(), 0, 3 * model),
                            new Rows(da.array(), model, 3 * model),
                            new Rows(da.array(), 2 * model, 3 * model));
                    all.addGradient(da);
                },
                all);
        return new Result(result, weights);
    }

    private Heads sizes(Shape query, Shape key, Shape value, @Nullable Tensor hidden) {
        if (query.rank() != 3 || query.size(2) % heads != 0) {
            throw new ShapeException(
                    "attention", "queries (batch, queries, model) with a model that " + heads + " heads divide", query);
        }
        if (key.rank() != 3 || key.size(0) != query.size(0) || key.size(2) != query.size(2)) {
            throw new ShapeException("attention", "keys (" + query.size(0) + ", keys, " + query.size(2) + ")", key);
        }
        if (!value.equals(key)) {
            throw new ShapeException("attention", "values " + key, value);
        }
        if (hidden != null && !hidden.shape().equals(Shape.of(key.size(0), key.size(1)))) {
            throw new ShapeException(
                    "attention", "a mask of hidden keys " + Shape.of(key.size(0), key.size(1)), hidden.shape());
        }
        int size = query.size(2) / heads;
        float scale = (float) (1 / Math.sqrt(size));
        return new Heads(query.size(0), heads, query.size(1), key.size(1), size, scale, causal);
    }

    private static Tensor weights(Heads sizes) {
        return Arena.tensor(sizes.batch(), sizes.count(), sizes.queries(), sizes.keys());
    }

    private static void attend(Heads sizes, Rows q, Rows k, Rows v, @Nullable Tensor hidden, Tensor weights, Tensor y) {
        WorkCounter.add(sizes.multiplyAdds());
        float[] mask = hidden == null ? NOTHING : hidden.array();
        Ops.best().attention().attend(sizes, q, k, v, mask, weights.array(), y.array());
    }

    private static void pullback(
            Heads sizes, Rows q, Rows k, Rows v, Tensor weights, Tensor dy, Rows dq, Rows dk, Rows dv) {
        WorkCounter.add(2 * sizes.multiplyAdds());
        Ops.best().attention().attendPullback(sizes, q, k, v, weights.array(), dy.array(), dq, dk, dv);
    }

    private static void give(Var to, Tensor gradient) {
        if (to.isTracked()) {
            to.addGradient(gradient);
        }
    }

    /// What comes out.
    ///
    /// @param output Y
    /// @param borrowedWeights the weights, for the time of the step: not to be kept
    public record Result(Var output, Tensor borrowedWeights) {

        /// The weights, to keep: how much each query takes of each value, (batch, heads, queries, keys).
        public Tensor weights() {
            return borrowedWeights.keep();
        }
    }
}
