package lectern.nn.attention;

import lectern.nn.autograd.Var;
import lectern.nn.ops.AttentionOps.Heads;
import lectern.nn.ops.AttentionOps.Mask;
import lectern.nn.ops.AttentionOps.Rows;
import lectern.nn.ops.Ops;
import lectern.nn.ops.WorkCounter;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Attention with the score **q · k · scale**, which all that multiply queries by keys have in common.
///
/// @param heads how many parts of consecutive columns attend, each by itself
/// @param scale what the products are multiplied by
/// @param causal whether a query sees the keys up to its own place only
record DotProduct(int heads, float scale, boolean causal) {

    /// Some consecutive columns of a variable (batch, rows, columns): queries, keys or values. Parts of one
    /// variable that begin at different columns cover it together; those that begin at the same are the same.
    record Part(Var all, int from, int columns) {

        static Part whole(Var all) {
            if (all.shape().rank() != 3) {
                throw new ShapeException("attention", "queries, keys and values (batch, rows, features)", all.shape());
            }
            return new Part(all, 0, all.shape().size(2));
        }

        int batch() {
            return all.shape().size(0);
        }

        int rows() {
            return all.shape().size(1);
        }

        Rows of(Tensor numbers) {
            return new Rows(numbers.array(), from, numbers.size(2));
        }

        /// Whether this lies beside another part in one variable, so that one gradient holds both.
        boolean isBeside(Part other) {
            return all == other.all && from != other.from;
        }
    }

    Attention.Result apply(Part query, Part key, Part value, @Nullable Tensor hidden) {
        Heads sizes = sizes(query, key, value);
        Mask mask = Masks.of(hidden, sizes.batch(), sizes.queries(), sizes.keys());
        Tensor y = Arena.tensor(sizes.batch(), sizes.queries(), value.columns());
        Tensor weights = Arena.tensor(sizes.batch(), heads, sizes.queries(), sizes.keys());
        Rows q = query.of(query.all().borrow());
        Rows k = key.of(key.all().borrow());
        Rows v = value.of(value.all().borrow());
        WorkCounter.add(sizes.multiplyAdds());
        Ops.best().attention().attend(sizes, q, k, v, mask, weights.array(), y.array());
        Var output = Var.operation(
                "attention",
                y,
                dy -> pullback(sizes, query, key, value, weights, dy),
                query.all(),
                key.all(),
                value.all());
        return new Attention.Result(output, weights);
    }

    private static void pullback(Heads sizes, Part query, Part key, Part value, Tensor weights, Tensor dy) {
        boolean keyBesideQuery = key.isBeside(query);
        boolean valueBesideQuery = value.isBeside(query);
        boolean valueBesideKey = value.isBeside(key);
        Tensor dq = Arena.tensor(query.all().shape());
        Tensor dk = keyBesideQuery ? dq : Arena.tensor(key.all().shape());
        Tensor dv = valueBesideQuery
                ? dq
                : valueBesideKey ? dk : Arena.tensor(value.all().shape());
        WorkCounter.add(2 * sizes.multiplyAdds());
        Ops.best()
                .attention()
                .attendPullback(
                        sizes,
                        query.of(query.all().borrow()),
                        key.of(key.all().borrow()),
                        value.of(value.all().borrow()),
                        weights.array(),
                        dy.array(),
                        query.of(dq),
                        key.of(dk),
                        value.of(dv));
        give(query, dq);
        if (!keyBesideQuery) {
            give(key, dk);
        }
        if (!valueBesideQuery && !valueBesideKey) {
            give(value, dv);
        }
    }

    private static void give(Part to, Tensor gradient) {
        if (to.all().isTracked()) {
            to.all().addGradient(gradient);
        }
    }

    private Heads sizes(Part query, Part key, Part value) {
        if (query.columns() % heads != 0) {
            throw new ShapeException(
                    "attention",
                    "queries (batch, queries, model) with a model that " + heads + " heads divide",
                    query.all().shape());
        }
        if (key.batch() != query.batch() || key.columns() != query.columns()) {
            throw new ShapeException(
                    "attention",
                    "keys (" + query.batch() + ", keys, " + query.columns() + ")",
                    key.all().shape());
        }
        if (value.batch() != key.batch() || value.rows() != key.rows() || value.columns() % heads != 0) {
            throw new ShapeException(
                    "attention",
                    "values (" + key.batch() + ", " + key.rows() + ", features)"
                            + (heads == 1 ? "" : " with features that " + heads + " heads divide"),
                    value.all().shape());
        }
        return new Heads(
                query.batch(),
                heads,
                query.rows(),
                key.rows(),
                query.columns() / heads,
                value.columns() / heads,
                scale,
                causal);
    }
}
