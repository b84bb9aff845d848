package lectern.nn.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Embedding;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A network that predicts the next character from those before: each character is looked up, a recurrent
/// layer reads it, and a fully connected layer gives the logits of the next.
///
/// Shapes: ids (time, batch), whole numbers 0…characters − 1; embedding (characters, in), logits (time,
/// batch, characters).
///
/// Source: A. Karpathy, *The Unreasonable Effectiveness of Recurrent Neural Networks* (2015); A. Graves,
/// *Generating Sequences With Recurrent Neural Networks* (2013), section 3.
///
/// @param embedding a row for each character, learned, or the rows of the identity matrix (one-hot)
/// @param recurrent reads the rows
/// @param readOut from its outputs to logits
public record CharRnn(Var embedding, Recurrent recurrent, Dense readOut) implements Layer {

    /// @throws ShapeException if the read-out does not give a logit for each character
    /// @throws IllegalArgumentException if the recurrent layer reads from the end
    public CharRnn {
        if (embedding.shape().rank() != 2) {
            throw new ShapeException("CharRnn", "embedding (characters, in)", embedding.shape());
        }
        int characters = embedding.shape().size(0);
        if (readOut.weight().shape().size(0) != characters) {
            throw new ShapeException(
                    "CharRnn",
                    "a read-out of " + characters + " logits",
                    readOut.weight().shape().size(0));
        }
        if (!recurrent.isCausal()) {
            throw new IllegalArgumentException(
                    "CharRnn: expected a layer that reads from the start only, found " + recurrent);
        }
    }

    /// An LSTM that reads characters one-hot.
    ///
    /// @throws ShapeException if there is not at least one character and one unit
    public static CharRnn of(int characters, int hidden, RandomGenerator random) {
        Tensor identity = Tensor.zeros(characters, characters);
        for (int c = 0; c < characters; c++) {
            identity.array()[c * characters + c] = 1;
        }
        return new CharRnn(
                Var.constant(identity), Lstm.of(characters, hidden, random), Dense.of(hidden, characters, random));
    }

    /// The logits of what comes next, for every character of the texts, beginning with a given state.
    ///
    /// @param ids (time, batch), whole numbers 0…characters − 1
    /// @throws ShapeException if they have another shape
    /// @throws IllegalArgumentException if there is no such character
    public Unrolled unroll(Tensor ids, State initial) {
        return recurrent.unroll(lookUp(ids), initial).readOut(readOut);
    }

    /// The logits of what comes next, (time, batch, characters), beginning with a state of zeros.
    ///
    /// @param ids (time, batch), whole numbers 0…characters − 1
    /// @throws ShapeException if they have another shape
    /// @throws IllegalArgumentException if there is no such character
    @Override
    public Var apply(Var ids) {
        return read(ids.borrow(), recurrent.zeroState(ids.shape().size(-1))).outputs();
    }

    /// As [#unroll], without a look at the states between.
    ///
    /// @param ids (time, batch), whole numbers 0…characters − 1
    /// @throws ShapeException if they have another shape
    /// @throws IllegalArgumentException if there is no such character
    public Reading read(Tensor ids, State initial) {
        Reading reading = recurrent.read(lookUp(ids), initial);
        Var h = reading.outputs();
        int time = h.shape().size(0);
        int batch = h.shape().size(1);
        Var logits = readOut.apply(h.reshape(time * batch, h.shape().size(2)));
        return new Reading(logits.reshape(time, batch, embedding.shape().size(0)), reading.last());
    }

    /// Writes on: reads a beginning, then draws each further character from **softmax(logits / temperature)**
    /// and reads that.
    ///
    /// @param beginning at least one character
    /// @param count how many characters to draw
    /// @param temperature above 0; a small one takes the likeliest almost always, 1 draws as the network
    ///     learned
    /// @return the characters drawn, without the beginning
    /// @throws IllegalArgumentException if there is no beginning, or the temperature is not above 0
    public int[] sample(int[] beginning, int count, double temperature, RandomGenerator random) {
        if (beginning.length == 0) {
            throw new IllegalArgumentException("sample: expected a beginning of at least one character, found none");
        }
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("sample: expected a temperature above 0, found " + temperature);
        }
        Tensor next = Tensor.zeros(beginning.length, 1);
        for (int t = 0; t < beginning.length; t++) {
            next.array()[t] = beginning[t];
        }
        State state = recurrent.zeroState(1);
        int[] drawn = new int[count];
        for (int n = 0; n < count; n++) {
            Reading reading = read(next, state);
            float[] logits = reading.outputs().borrow().array();
            int characters = embedding.shape().size(0);
            drawn[n] = draw(Arrays.copyOfRange(logits, logits.length - characters, logits.length), temperature, random);
            next = Tensor.of(Shape.of(1, 1), drawn[n]);
            state = reading.last().detached();
        }
        return drawn;
    }

    /// A place k, with the probability softmax(logits / temperature)ₖ.
    private static int draw(float[] logits, double temperature, RandomGenerator random) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] weights = new double[logits.length];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = StrictMath.exp((logits[k] - largest) / temperature);
            sum += weights[k];
        }
        double left = random.nextDouble() * sum;
        int last = weights.length - 1;
        for (int k = 0; k < last; k++) {
            left -= weights[k];
            if (left < 0) {
                return k;
            }
        }
        return last;
    }

    /// The rows of the characters, (time, batch, in). Pullback: each adds to the row that it came from.
    private Var lookUp(Tensor ids) {
        if (ids.shape().rank() != 2) {
            throw new ShapeException("CharRnn", "characters (time, batch)", ids.shape());
        }
        return new Embedding(embedding).apply(Var.constant(ids));
    }

    @Override
    public List<Var> parameters() {
        return Stream.of(
                        embedding.isTracked() ? List.of(embedding) : List.<Var>of(),
                        recurrent.parameters(),
                        readOut.parameters())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return "char rnn of " + embedding.shape().size(0) + " characters, " + recurrent;
    }
}
