package lectern.nn.attention;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.layer.LayerNorm;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A block of a transformer's decoder: each time step attends to those before it and itself, then to what the
/// encoder
/// made of the source, then passes two fully connected layers, **a = norm(x + attention(x)),
/// c = norm(a + attention(a, memory)), y = norm(c + feedForward(c))**; or with the norms first, as in
/// [EncoderBlock].
///
/// Shapes: x, y (batch, time, model), memory (batch, memory time, model).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), section 3.1.
///
/// @param attention of x to itself
/// @param attentionNorm that of the attention
/// @param memoryAttention of x to the memory
/// @param memoryNorm that of the attention to the memory
/// @param feedForward two fully connected layers
/// @param feedForwardNorm theirs
/// @param normFirst whether the norms come before what they belong to, inside of the way around it
public record DecoderBlock(
        MultiHeadAttention attention,
        LayerNorm attentionNorm,
        MultiHeadAttention memoryAttention,
        LayerNorm memoryNorm,
        FeedForward feedForward,
        LayerNorm feedForwardNorm,
        boolean normFirst) {

    /// @throws ShapeException if the parts have not the same model
    public DecoderBlock {
        int model = attention.model();
        if (memoryAttention.model() != model) {
            throw new ShapeException(
                    "DecoderBlock", "an attention to the memory of model " + model, memoryAttention.model());
        }
        Blocks.check("DecoderBlock", model, feedForward, attentionNorm, memoryNorm, feedForwardNorm);
    }

    /// Causal, the norms after, ReLU; starting weights as those of [MultiHeadAttention#of] and
    /// [FeedForward#of].
    ///
    /// @param units of the inner fully connected layer
    /// @throws ShapeException if the heads do not divide the model
    public static DecoderBlock of(int model, int heads, int units, RandomGenerator random) {
        return new DecoderBlock(
                MultiHeadAttention.of(model, heads, random).causal(),
                LayerNorm.of(model),
                MultiHeadAttention.of(model, heads, random),
                LayerNorm.of(model),
                FeedForward.of(model, units, random),
                LayerNorm.of(model),
                false);
    }

    /// The same with the norms first, which trains well without a warm-up.
    public DecoderBlock withNormFirst() {
        return new DecoderBlock(
                attention, attentionNorm, memoryAttention, memoryNorm, feedForward, feedForwardNorm, true);
    }

    /// The same with another nonlinearity.
    public DecoderBlock activation(Layer f) {
        return new DecoderBlock(
                attention,
                attentionNorm,
                memoryAttention,
                memoryNorm,
                feedForward.activation(f),
                feedForwardNorm,
                normFirst);
    }

    /// @throws ShapeException if x or the memory is not (batch, time, model)
    public Var apply(Var x, Var memory) {
        return apply(x, memory, null);
    }

    /// The same with some time steps of the memory hidden.
    ///
    /// @param hidden which time steps of the memory must not be seen, as for [Attention#apply]
    /// @throws ShapeException if x or the memory is not (batch, time, model), or the mask does not fit
    public Var apply(Var x, Var memory, @Nullable Tensor hidden) {
        Var a = new Sublayer(attentionNorm, normFirst).apply(x, attention::apply);
        Var c = new Sublayer(memoryNorm, normFirst).apply(a, z -> memoryAttention.apply(z, memory, hidden));
        return new Sublayer(feedForwardNorm, normFirst).apply(c, feedForward::apply);
    }

    /// What can be learned, in a fixed order.
    public List<Var> parameters() {
        return Stream.of(attention, attentionNorm, memoryAttention, memoryNorm, feedForward, feedForwardNorm)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public String toString() {
        return "decoder block " + attention.model() + ", "
                + attention.attention().heads() + " heads";
    }
}
