package lectern.nn.attention;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Multi-head attention: queries, keys and values are linear images of the inputs, each head attends by
/// itself, and what
/// the heads found, side by side, is mapped once more, **y = [head₁ … headₕ] Wₒᵀ + bₒ**.
///
/// Shapes: x, y (batch, time, model).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), section 3.2.2.
///
/// @param input model → 3 model: queries, keys and values side by side
/// @param output model → model
/// @param attention what each head does
public record MultiHeadAttention(Dense input, Dense output, ScaledDotProduct attention) implements Layer {

    /// @throws ShapeException if the maps do not belong together, or the heads do not divide the model
    public MultiHeadAttention {
        int model = output.weight().shape().size(0);
        if (!output.weight().shape().equals(Shape.of(model, model))) {
            throw new ShapeException(
                    "MultiHeadAttention",
                    "an output weight (model, model)",
                    output.weight().shape());
        }
        if (!input.weight().shape().equals(Shape.of(3 * model, model))) {
            throw new ShapeException(
                    "MultiHeadAttention",
                    "an input weight (" + 3 * model + ", " + model + ")",
                    input.weight().shape());
        }
        if (model % attention.heads() != 0) {
            throw new ShapeException(
                    "MultiHeadAttention", "heads that divide the model of " + model, attention.heads());
        }
    }

    /// Starting weights as those of [Dense#of].
    ///
    /// @throws ShapeException if the heads do not divide the model
    public static MultiHeadAttention of(int model, int heads, RandomGenerator random) {
        return new MultiHeadAttention(
                Dense.of(model, 3 * model, random), Dense.of(model, model, random), new ScaledDotProduct(heads, false));
    }

    /// The same, each time step seeing only those before it and itself.
    public MultiHeadAttention causal() {
        return new MultiHeadAttention(input, output, new ScaledDotProduct(attention.heads(), true));
    }

    /// Each time step attends to all time steps of its own sequence.
    ///
    /// @throws ShapeException if x is not (batch, time, model)
    @Override
    public Var apply(Var x) {
        return apply(x, (Tensor) null);
    }

    /// Each time step attends to those that are not hidden.
    ///
    /// @param hidden (batch, time), not 0 for a time step that none may see, such as padding
    public Var apply(Var x, @Nullable Tensor hidden) {
        return out(attend(x, hidden).output());
    }

    /// Each time step of x attends to all of another sequence.
    ///
    /// @param memory (batch, time, model), another time allowed
    public Var apply(Var x, Var memory) {
        check(x);
        check(memory);
        int model = x.shape().size(2);
        Var query = project(x, 0, model);
        Var key = project(memory, model, 2 * model);
        Var value = project(memory, 2 * model, 3 * model);
        return out(attention.apply(query, key, value).output());
    }

    /// How much each time step takes of each, (batch, heads, time, time).
    public Tensor weights(Var x) {
        return attend(x, null).weights();
    }

    private ScaledDotProduct.Result attend(Var x, @Nullable Tensor hidden) {
        check(x);
        int model = x.shape().size(2);
        Var all = input.apply(rows(x)).reshape(x.shape().size(0), x.shape().size(1), 3 * model);
        return attention.applyToAll(all, hidden);
    }

    private void check(Var x) {
        int model = output.weight().shape().size(0);
        if (x.shape().rank() != 3 || x.shape().size(2) != model) {
            throw new ShapeException("MultiHeadAttention", "inputs (batch, time, " + model + ")", x.shape());
        }
    }

    /// A part of the input map by itself.
    private Var project(Var x, int from, int to) {
        Var bias = input.bias().reshape(input.bias().shape().size(1)).slice(from, to);
        Dense part = new Dense(input.weight().slice(from, to), bias.reshape(1, to - from));
        return part.apply(rows(x)).reshape(x.shape().size(0), x.shape().size(1), to - from);
    }

    private static Var rows(Var x) {
        return x.reshape(x.shape().size(0) * x.shape().size(1), x.shape().size(2));
    }

    private Var out(Var heads) {
        Shape shape = heads.shape();
        return output.apply(rows(heads)).reshape(shape.size(0), shape.size(1), shape.size(2));
    }

    @Override
    public List<Var> parameters() {
        return List.of(input.weight(), input.bias(), output.weight(), output.bias());
    }

    @Override
    public String toString() {
        return "attention " + output.weight().shape().size(0) + ", " + attention.heads() + " heads";
    }
}
