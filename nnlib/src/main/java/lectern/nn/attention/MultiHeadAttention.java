package lectern.nn.attention;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.attention.DotProduct.Part;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Multi-head attention: queries, keys and values are linear images of the inputs, each head attends by itself,
/// and what the heads found, side by side, is mapped once more, **y = [head₁ … headₕ] Wₒᵀ + bₒ**.
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

    /// The features of a time step.
    public int model() {
        return output.weight().shape().size(0);
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
    /// @param hidden which time steps must not be seen, as for [Attention#apply]
    public Var apply(Var x, @Nullable Tensor hidden) {
        return attend(x, hidden).output();
    }

    /// Each time step of x attends to all of another sequence.
    ///
    /// @param memory (batch, time, model), another time allowed
    public Var apply(Var x, Var memory) {
        return attend(x, memory, null).output();
    }

    /// Each time step of x attends to those of another sequence that are not hidden.
    ///
    /// @param memory (batch, time, model), another time allowed
    /// @param hidden which time steps of memory must not be seen, as for [Attention#apply]
    public Var apply(Var x, Var memory, @Nullable Tensor hidden) {
        return attend(x, memory, hidden).output();
    }

    /// How much each time step takes of each, (batch, heads, time, time).
    public Tensor weights(Var x) {
        return attend(x, null).weights();
    }

    /// How much each time step of x takes of each of another sequence, (batch, heads, time, memory time).
    public Tensor weights(Var x, Var memory) {
        return attend(x, memory, null).weights();
    }

    /// What comes out, and the weights of the heads, each time step attending to those of its own sequence that
    /// are not hidden.
    ///
    /// @param hidden which time steps must not be seen, as for [Attention#apply]
    public Attention.Result attend(Var x, @Nullable Tensor hidden) {
        check(x);
        int model = x.shape().size(2);
        Var all = onRows(input, x);
        return out(attention.apply(
                new Part(all, 0, model), new Part(all, model, model), new Part(all, 2 * model, model), hidden));
    }

    /// What comes out, and the weights of the heads, each time step of x attending to those of another sequence
    /// that are not hidden.
    ///
    /// @param memory (batch, time, model), another time allowed
    /// @param hidden which time steps of memory must not be seen, as for [Attention#apply]
    public Attention.Result attend(Var x, Var memory, @Nullable Tensor hidden) {
        check(x);
        check(memory);
        int model = x.shape().size(2);
        Var query = onRows(part(0, model), x);
        Var both = onRows(part(model, 3 * model), memory);
        return out(attention.apply(
                new Part(query, 0, model), new Part(both, 0, model), new Part(both, model, model), hidden));
    }

    private void check(Var x) {
        int model = model();
        if (x.shape().rank() != 3 || x.shape().size(2) != model) {
            throw new ShapeException("MultiHeadAttention", "inputs (batch, time, " + model + ")", x.shape());
        }
    }

    /// A part of the input map by itself.
    private Dense part(int from, int to) {
        Var bias = input.bias().reshape(input.bias().shape().size(1)).slice(from, to);
        return new Dense(input.weight().slice(from, to), bias.reshape(1, to - from));
    }

    private Attention.Result out(Attention.Result heads) {
        return new Attention.Result(onRows(output, heads.output()), heads.borrowedWeights());
    }

    /// A map of (batch, time, in) to (batch, time, out).
    static Var onRows(Dense map, Var x) {
        int batch = x.shape().size(0);
        int time = x.shape().size(1);
        Var y = map.apply(x.reshape(batch * time, x.shape().size(2)));
        return y.reshape(batch, time, y.shape().size(1));
    }

    @Override
    public List<Var> parameters() {
        return List.of(input.weight(), input.bias(), output.weight(), output.bias());
    }

    @Override
    public String toString() {
        return "attention " + model() + ", " + attention.heads() + " heads";
    }
}
