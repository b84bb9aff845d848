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

/// A block of a transformer's encoder: each time step attends to its sequence, then passes two fully connected
/// layers, **a = norm(x + attention(x)), y = norm(a + feedForward(a))**; with the norms first **a = x +
/// attention(norm(x)), y = a + feedForward(norm(a))**.
///
/// Made [#causal()], such blocks are those of a language model.
///
/// Shapes: x, y (batch, time, model).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), section 3.1; norms first: R. Xiong et al.,
/// *On Layer Normalization in the Transformer Architecture* (2020), table 1.
///
/// @param attention of x to itself
/// @param attentionNorm that of the attention
/// @param feedForward two fully connected layers
/// @param feedForwardNorm theirs
/// @param normFirst whether the norms come before what they belong to, inside of the way around it
public record EncoderBlock(
        MultiHeadAttention attention,
        LayerNorm attentionNorm,
        FeedForward feedForward,
        LayerNorm feedForwardNorm,
        boolean normFirst)
        implements Layer {

    /// @throws ShapeException if the parts have not the same model
    public EncoderBlock {
        int model = attention.model();
        Blocks.check("EncoderBlock", model, feedForward, attentionNorm, feedForwardNorm);
    }

    /// The norms after, ReLU, no mask; starting weights as those of [MultiHeadAttention#of] and
    /// [FeedForward#of].
    ///
    /// @param units of the inner fully connected layer
    /// @throws ShapeException if the heads do not divide the model
    public static EncoderBlock of(int model, int heads, int units, RandomGenerator random) {
        return new EncoderBlock(
                MultiHeadAttention.of(model, heads, random),
                LayerNorm.of(model),
                FeedForward.of(model, units, random),
                LayerNorm.of(model),
                false);
    }

    /// The same with the norms first, which trains well without a warm-up.
    public EncoderBlock withNormFirst() {
        return new EncoderBlock(attention, attentionNorm, feedForward, feedForwardNorm, true);
    }

    /// The same, each time step seeing only those before it and itself.
    public EncoderBlock causal() {
        return new EncoderBlock(attention.causal(), attentionNorm, feedForward, feedForwardNorm, normFirst);
    }

    /// The same with another nonlinearity.
    public EncoderBlock activation(Layer f) {
        return new EncoderBlock(attention, attentionNorm, feedForward.activation(f), feedForwardNorm, normFirst);
    }

    /// @throws ShapeException if x is not (batch, time, model)
    @Override
    public Var apply(Var x) {
        return apply(x, null);
    }

    /// The same with some time steps hidden.
    ///
    /// @param hidden which time steps must not be seen, as for [Attention#apply]
    /// @throws ShapeException if x is not (batch, time, model), or the mask does not fit
    public Var apply(Var x, @Nullable Tensor hidden) {
        Var a = new Sublayer(attentionNorm, normFirst).apply(x, z -> attention.apply(z, hidden));
        return new Sublayer(feedForwardNorm, normFirst).apply(a, feedForward::apply);
    }

    @Override
    public List<Var> parameters() {
        return Stream.of(attention, attentionNorm, feedForward, feedForwardNorm)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public String toString() {
        return "encoder block " + attention.model() + ", "
                + attention.attention().heads() + " heads";
    }
}
