package lectern.nn.attention;

import lectern.nn.autograd.Var;
import lectern.nn.ops.AttentionOps.Mask;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// From scores to a weighted mean, in steps: for scores that are more than a product.
final class Weighting {

    private Weighting() {}

    /// **y[n, i, j] = a[n, i] + b[n, j]**, each a row of numbers. Pullback: da[n, i] += Σⱼ dy[n, i, j],
    /// db[n, j] += Σᵢ dy[n, i, j].
    ///
    /// @param a (batch, queries, units)
    /// @param b (batch, keys, units)
    /// @return (batch, queries, keys, units)
    static Var sums(Var a, Var b) {
        int batch = a.shape().size(0);
        int queries = a.shape().size(1);
        int keys = b.shape().size(1);
        int units = a.shape().size(2);
        Tensor y = Arena.tensor(batch, queries, keys, units);
        float[] numbersA = a.borrow().array();
        float[] numbersB = b.borrow().array();
        int at = 0;
        for (int row = 0; row < batch * queries; row++) {
            for (int j = 0; j < keys; j++) {
                int ofB = (row / queries * keys + j) * units;
                for (int c = 0; c < units; c++) {
                    y.array()[at++] = numbersA[row * units + c] + numbersB[ofB + c];
                }
            }
        }
        return Var.operation(
                "sums",
                y,
                dy -> {
                    Tensor da = Arena.zeros(a.shape());
                    Tensor db = Arena.zeros(b.shape());
                    int from = 0;
                    for (int row = 0; row < batch * queries; row++) {
                        for (int j = 0; j < keys; j++) {
                            int ofB = (row / queries * keys + j) * units;
                            for (int c = 0; c < units; c++) {
                                da.array()[row * units + c] += dy.array()[from];
                                db.array()[ofB + c] += dy.array()[from++];
                            }
                        }
                    }
                    give(a, da);
                    give(b, db);
                },
                a,
                b);
    }

    /// **P = softmax(scores)** over the keys that are not hidden; 0 for a query that sees none. Pullback as
    /// that of the softmax.
    ///
    /// @param scores (batch, queries, keys)
    static Var softmax(Var scores, Mask hidden) {
        int queries = scores.shape().size(1);
        int keys = scores.shape().size(2);
        Tensor p = Arena.tensor(scores.shape());
        float[] numbers = p.array();
        System.arraycopy(scores.borrow().array(), 0, numbers, 0, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            if (hidden.hides(i / (queries * keys), i / keys % queries, i % keys)) {
                numbers[i] = Float.NEGATIVE_INFINITY;
            }
        }
        Ops.best().reduction().softmax(keys, numbers, numbers);
        for (int i = 0; i < numbers.length; i++) {
            if (hidden.hides(i / (queries * keys), i / keys % queries, i % keys)) {
                numbers[i] = 0;
            }
        }
        return Var.operation(
                "softmax",
                p,
                dp -> {
                    Tensor ds = Arena.tensor(scores.shape());
                    Ops.best().reduction().softmaxPullback(keys, numbers, dp.array(), ds.array());
                    scores.addGradient(ds);
                },
                scores);
    }

    /// **Y = P V** for each example. Pullback: dP += dY Vᵀ, dV += Pᵀ dY.
    ///
    /// @param weights P, (batch, queries, keys)
    /// @param value V, (batch, keys, features)
    /// @throws ShapeException if there is not a value for each key
    static Var mean(Var weights, Var value) {
        int batch = weights.shape().size(0);
        int queries = weights.shape().size(1);
        int keys = weights.shape().size(2);
        if (value.shape().rank() != 3
                || value.shape().size(0) != batch
                || value.shape().size(1) != keys) {
            throw new ShapeException("attention", "values (" + batch + ", " + keys + ", features)", value.shape());
        }
        int features = value.shape().size(2);
        Tensor y = Arena.zeros(Shape.of(batch, queries, features));
        float[] p = weights.borrow().array();
        float[] v = value.borrow().array();
        for (int cell = 0; cell < p.length; cell++) {
            int ofY = cell / keys * features;
            int ofV = (cell / (queries * keys) * keys + cell % keys) * features;
            for (int c = 0; c < features; c++) {
                y.array()[ofY + c] = Math.fma(p[cell], v[ofV + c], y.array()[ofY + c]);
            }
        }
        return Var.operation(
                "weightedMean",
                y,
                dy -> {
                    Tensor dp = Arena.tensor(weights.shape());
                    Tensor dv = Arena.zeros(value.shape());
                    for (int cell = 0; cell < p.length; cell++) {
                        int ofY = cell / keys * features;
                        int ofV = (cell / (queries * keys) * keys + cell % keys) * features;
                        float sum = 0;
                        for (int c = 0; c < features; c++) {
                            sum = Math.fma(dy.array()[ofY + c], v[ofV + c], sum);
                            dv.array()[ofV + c] = Math.fma(p[cell], dy.array()[ofY + c], dv.array()[ofV + c]);
                        }
                        dp.array()[cell] = sum;
                    }
                    give(weights, dp);
                    give(value, dv);
                },
                weights,
                value);
    }

    private static void give(Var to, Tensor gradient) {
        if (to.isTracked()) {
            to.addGradient(gradient);
        }
    }
}
