package lectern.nn.model;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.attention.Attention;
import lectern.nn.attention.LuongAttention;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Embedding;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Tanh;
import lectern.nn.loss.CrossEntropy;
import lectern.nn.recurrent.Lstm;
import lectern.nn.recurrent.Reading;
import lectern.nn.recurrent.Recurrent;
import lectern.nn.recurrent.State;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// From one sequence of tokens to another: an encoder reads the source; a decoder, which begins with the
/// encoder's last state, reads what of the target is already there, and at each step looks back at the source,
/// **c = Σⱼ pⱼ sⱼ, h̃ = tanh(U c + V h + b), logits = W h̃ + d**, with the encoder's outputs s, the decoder's
/// output h and the weights p of the attention.
///
/// As a layer it takes the source and, after it in the same row, the target from its start token on, moved by
/// one: at each place stands the token before the one to be predicted. A row is (source …, start, target …
/// without its last).
///
/// Shapes: x (batch, source time + target time), tokens as whole numbers; logits (batch, target time, target
/// tokens).
///
/// Source: M.-T. Luong, H. Pham and C. D. Manning, *Effective Approaches to Attention-based Neural Machine
/// Translation* (2015), section 3 with eq. (5) and (6), without input feeding.
///
/// @param sourceTime tokens of a source
/// @param sourceEmbedding ids (time, batch) to vectors (time, batch, in)
/// @param encoder reads the source
/// @param targetEmbedding likewise for the target
/// @param decoder reads the target, from the start on; its state is that of the encoder
/// @param attention of the decoder's outputs to the encoder's
/// @param fromContext U and b
/// @param fromHidden V, (units, hidden)
/// @param readOut W and d
public record EncoderDecoder(
        int sourceTime,
        Layer sourceEmbedding,
        Recurrent encoder,
        Layer targetEmbedding,
        Recurrent decoder,
        Attention attention,
        Dense fromContext,
        Var fromHidden,
        Dense readOut)
        implements Layer {

    /// @throws ShapeException if the maps do not belong together, or there is no source
    /// @throws IllegalArgumentException if the decoder reads from the end
    public EncoderDecoder {
        int units = fromContext.weight().shape().size(0);
        if (sourceTime < 1) {
            throw new ShapeException("EncoderDecoder", "sources of at least one token", sourceTime);
        }
        if (fromHidden.shape().rank() != 2 || fromHidden.shape().size(0) != units) {
            throw new ShapeException("EncoderDecoder", "fromHidden (" + units + ", hidden)", fromHidden.shape());
        }
        if (readOut.weight().shape().size(1) != units) {
            throw new ShapeException(
                    "EncoderDecoder",
                    "a read-out of " + units + " units",
                    readOut.weight().shape().size(1));
        }
        if (!decoder.isCausal()) {
            throw new IllegalArgumentException(
                    "EncoderDecoder: expected a decoder that reads from the start only, found " + decoder);
        }
    }

    /// Two LSTMs, Luong's attention, and learned vectors of `hidden` numbers for the tokens.
    ///
    /// @param sourceTokens how many there are
    /// @param targetTokens how many there are, those of start and end among them
    /// @throws ShapeException if there is not at least one of each
    public static EncoderDecoder of(
            int sourceTime, int sourceTokens, int targetTokens, int hidden, RandomGenerator random) {
        double bound = Math.sqrt(6.0 / (2 * hidden));
        return new EncoderDecoder(
                sourceTime,
                tokens(sourceTokens, hidden, random),
                Lstm.of(hidden, hidden, random),
                tokens(targetTokens, hidden, random),
                Lstm.of(hidden, hidden, random),
                LuongAttention.of(hidden, hidden, random),
                Dense.of(hidden, hidden, random),
                Var.of(Tensor.uniform(Shape.of(hidden, hidden), bound, random)),
                Dense.of(hidden, targetTokens, random));
    }

    private static Embedding tokens(int count, int size, RandomGenerator random) {
        if (count < 1 || size < 1) {
            throw new ShapeException("EncoderDecoder", "at least one token and one feature", count + " and " + size);
        }
        return new Embedding(Var.of(Tensor.normal(Shape.of(count, size), 1, random)));
    }

    /// The same with another attention.
    public EncoderDecoder attention(Attention other) {
        return new EncoderDecoder(
                sourceTime,
                sourceEmbedding,
                encoder,
                targetEmbedding,
                decoder,
                other,
                fromContext,
                fromHidden,
                readOut);
    }

    /// The logits of each next target token.
    ///
    /// @throws ShapeException if x is not (batch, source time + target time) with at least one target token
    /// @throws IllegalArgumentException if there is no such token
    @Override
    public Var apply(Var x) {
        return attended(x).output();
    }

    /// How much each target token takes of each source token, (batch, heads, target time, source time).
    public Tensor weights(Var x) {
        return attended(x).weights();
    }

    /// The cross-entropy of the next tokens, the mean over all of them: the loss to train with.
    ///
    /// @param logits (batch, target time, tokens)
    /// @param labels (batch, target time), the target with its end token
    public Var loss(Var logits, Var labels) {
        int count = labels.shape().count();
        return new CrossEntropy().apply(logits.reshape(count, logits.shape().size(-1)), labels.reshape(count));
    }

    /// Writes the target token by token, each time the likeliest, up to the end token.
    ///
    /// @param source (batch, source time)
    /// @param start the token that each target begins with
    /// @param end the token that ends it
    /// @param longest tokens that are written at most
    /// @return for each source its target, without start and end
    /// @throws ShapeException if the source has another shape
    public int[][] decode(Tensor source, int start, int end, int longest) {
        if (source.shape().rank() != 2 || source.size(1) != sourceTime) {
            throw new ShapeException("EncoderDecoder", "sources (batch, " + sourceTime + ")", source.shape());
        }
        int batch = source.size(0);
        Reading encoded = encode(Var.constant(source).swapFirst());
        State state = encoded.last();
        int[][] written = new int[batch][longest];
        int[] lengths = new int[batch];
        boolean[] ended = new boolean[batch];
        Tensor last = Tensor.filled(Shape.of(1, batch), start);
        for (int t = 0; t < longest; t++) {
            Reading step = decoder.read(targetEmbedding.apply(Var.constant(last)), state);
            state = step.last().detached();
            Tensor logits = logits(step.outputs(), encoded.outputs()).output().value();
            last = Tensor.zeros(1, batch);
            for (int n = 0; n < batch; n++) {
                int token = likeliest(logits, n);
                last.array()[n] = token;
                ended[n] |= token == end;
                if (!ended[n]) {
                    written[n][lengths[n]++] = token;
                }
            }
        }
        for (int n = 0; n < batch; n++) {
            written[n] = Arrays.copyOf(written[n], lengths[n]);
        }
        return written;
    }

    private static int likeliest(Tensor logits, int row) {
        int tokens = logits.size(-1);
        int best = 0;
        for (int k = 1; k < tokens; k++) {
            if (logits.array()[row * tokens + k] > logits.array()[row * tokens + best]) {
                best = k;
            }
        }
        return best;
    }

    private Attention.Result attended(Var x) {
        if (x.shape().rank() != 2 || x.shape().size(1) <= sourceTime) {
            throw new ShapeException(
                    "EncoderDecoder", "rows of " + sourceTime + " source tokens and at least one more", x.shape());
        }
        Var tokens = x.swapFirst();
        Reading encoded = encode(tokens.slice(0, sourceTime));
        Var target = tokens.slice(sourceTime, x.shape().size(1));
        Reading decoded = decoder.read(targetEmbedding.apply(target), encoded.last());
        return logits(decoded.outputs(), encoded.outputs());
    }

    private Reading encode(Var source) {
        int batch = source.shape().size(1);
        return encoder.read(sourceEmbedding.apply(source), encoder.zeroState(batch));
    }

    /// The logits, with the weights of the attention that they come from.
    ///
    /// @param hidden h, (target time, batch, hidden)
    /// @param encoded s, (source time, batch, features)
    private Attention.Result logits(Var hidden, Var encoded) {
        Var queries = hidden.swapFirst();
        Var keys = encoded.swapFirst();
        Attention.Result context = attention.apply(queries, keys, keys);
        int batch = queries.shape().size(0);
        int time = queries.shape().size(1);
        Var fromBoth =
                fromContext.apply(rows(context.output())).plus(rows(queries).matmulT(fromHidden));
        Var logits = readOut.apply(new Tanh().apply(fromBoth));
        return new Attention.Result(logits.reshape(batch, time, logits.shape().size(1)), context.borrowedWeights());
    }

    private static Var rows(Var x) {
        return x.reshape(x.shape().size(0) * x.shape().size(1), x.shape().size(2));
    }

    @Override
    public List<Var> parameters() {
        return Stream.of(
                        sourceEmbedding.parameters(),
                        encoder.parameters(),
                        targetEmbedding.parameters(),
                        decoder.parameters(),
                        attention.parameters(),
                        fromContext.parameters(),
                        List.of(fromHidden),
                        readOut.parameters())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return "encoder-decoder, " + encoder + ", " + decoder + ", " + attention;
    }
}
