package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A learned vector for each token: ids (a, b) become (a, b, features). Pullback: each adds to the row that
/// it came
/// from.
///
/// @param weight (tokens, features)
record TokenVectors(Var weight) implements Layer {

    static TokenVectors of(int tokens, int features, RandomGenerator random) {
        if (tokens < 1 || features < 1) {
            throw new ShapeException(
                    "EncoderDecoder", "at least one token and one feature", tokens + " and " + features);
        }
        return new TokenVectors(Var.of(Tensor.normal(Shape.of(tokens, features), 1, random)));
    }

    @Override
    public Var apply(Var ids) {
        int features = weight.shape().size(1);
        int[] rows = rows(ids.borrow());
        Tensor y = Arena.tensor(ids.shape().size(0), ids.shape().size(1), features);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(weight.borrow().array(), rows[i] * features, y.array(), i * features, features);
        }
        return Var.operation(y, dy -> pullback(rows, dy), weight);
    }

    private void pullback(int[] rows, Tensor dy) {
        int features = weight.shape().size(1);
        Tensor dw = Arena.zeros(weight.shape());
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < features; k++) {
                dw.array()[rows[i] * features + k] += dy.array()[i * features + k];
            }
        }
        weight.addGradient(dw);
    }

    private int[] rows(Tensor ids) {
        int tokens = weight.shape().size(0);
        int[] rows = new int[ids.count()];
        for (int i = 0; i < rows.length; i++) {
            float id = ids.array()[i];
            rows[i] = (int) id;
            if (rows[i] != id || rows[i] < 0 || rows[i] >= tokens) {
                throw new IllegalArgumentException(
                        "EncoderDecoder: expected tokens 0…" + (tokens - 1) + ", found " + id + " at place " + i);
            }
        }
        return rows;
    }

    @Override
    public List<Var> parameters() {
        return List.of(weight);
    }
}
