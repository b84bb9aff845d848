package lectern.nn.text;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Softmax;
import lectern.nn.layer.Softplus;
import lectern.nn.loss.CrossEntropy;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Word vectors that are learned by predicting words from their neighbours.
///
/// Each word has an input vector and an output vector. Words that are given make **h = the mean of their input
/// vectors**: the words around a place (CBOW, which predicts the one in the middle), or one word (skip-gram,
/// which predicts those around it). The lectures add the vectors of CBOW up instead; the mean does not grow
/// with the window.
///
/// Source: T. Mikolov et al., *Efficient estimation of word representations in vector space* (2013), section
/// 3, and *Distributed representations of words and phrases and their compositionality* (NIPS 2013).
///
/// @param in the input vectors, by word, (vocabulary, dimensions): what is kept in the end
/// @param out the output vectors, by word, (vocabulary, dimensions)
public record Word2vec(Var in, Var out) {

    /// @throws ShapeException if there is not one input vector and one output vector for each word, all
    /// equally long
    public Word2vec {
        if (in.shape().rank() != 2 || !out.shape().equals(in.shape())) {
            throw new ShapeException(
                    "word2vec",
                    "input and output vectors (vocabulary, dimensions)",
                    in.shape() + " and " + out.shape());
        }
    }

    /// Input vectors from U(−0.5, 0.5) / dimensions, output vectors zero, as the authors' program has it.
    ///
    /// @throws ShapeException if there is not at least one word and one dimension
    public static Word2vec of(int vocabularySize, int dimensions, RandomGenerator random) {
        if (vocabularySize < 1 || dimensions < 1) {
            throw new ShapeException(
                    "word2vec", "at least one word and one dimension", vocabularySize + " and " + dimensions);
        }
        Shape shape = Shape.of(vocabularySize, dimensions);
        return new Word2vec(Var.of(Tensor.uniform(shape, 0.5 / dimensions, random)), Var.of(Tensor.zeros(shape)));
    }

    /// h, the mean of the input vectors.
    ///
    /// @param given the words of each example, one or more
    /// @return (batch, dimensions)
    public Var hidden(int[][] given) {
        return Rows.mean(in, given);
    }

    /// h · uᵥ for every word v of the vocabulary, with u its output vector.
    ///
    /// @param hidden h, (batch, dimensions)
    /// @return (batch, vocabulary)
    public Var logits(Var hidden) {
        return hidden.matmulT(out);
    }

    /// The probability of every word of the vocabulary, softmax of the [logits][#logits].
    ///
    /// @param hidden h, (batch, dimensions)
    /// @return (batch, vocabulary)
    public Var probabilities(Var hidden) {
        return new Softmax().apply(logits(hidden));
    }

    /// h · uᵥ for chosen words v.
    ///
    /// @param hidden h, (batch, dimensions)
    /// @param words v, equally many for each example
    /// @return (batch, words)
    public Var scores(Var hidden, int[][] words) {
        return Rows.dot(hidden, out, words);
    }

    /// **L = −(1/batch) Σ ln softmax(h Uᵀ)ᵥ** over the words v to predict: the whole vocabulary takes part in
    /// every step.
    ///
    /// @param given the words of each example that make h
    /// @param predicted the words v of each example, one or more
    public Var softmaxLoss(int[][] given, int[][] predicted) {
        refuseUnequal(given.length, predicted.length);
        int pairs = 0;
        for (int[] words : predicted) {
            pairs += words.length;
        }
        int[][] examples = new int[pairs][];
        float[] labels = new float[pairs];
        int at = 0;
        for (int n = 0; n < predicted.length; n++) {
            for (int word : predicted[n]) {
                examples[at] = new int[] {n};
                labels[at++] = word;
            }
        }
        // A row of logits for each word to predict: the mean of one row is that row.
        Var logits = Rows.mean(logits(hidden(given)), examples);
        return new CrossEntropy().apply(logits, Tensor.of(labels)).times((double) pairs / given.length);
    }

    /// **L = −(1/batch) Σ (ln σ(h · uᵥ) + Σ ln σ(−h · uₙ))**: the word v to predict is told from a few noise
    /// words n instead of from the whole vocabulary. A noise word that is drawn twice counts twice.
    ///
    /// Source: eq. (4) of the second paper.
    ///
    /// @param given the words of each example that make h
    /// @param predicted v, one for each example
    /// @param noise n, equally many for each example
    public Var negativeSamplingLoss(int[][] given, int[] predicted, int[][] noise) {
        refuseUnequal(given.length, predicted.length);
        refuseUnequal(given.length, noise.length);
        Var hidden = hidden(given);
        int[][] words = new int[predicted.length][];
        for (int n = 0; n < words.length; n++) {
            words[n] = new int[] {predicted[n]};
        }
        // −ln σ(s) = ln(1 + e⁻ˢ)
        Softplus softplus = new Softplus();
        Var right = softplus.apply(scores(hidden, words).times(-1)).sum();
        Var wrong = softplus.apply(scores(hidden, noise)).sum();
        return right.plus(wrong).times(1.0 / given.length);
    }

    private static void refuseUnequal(int examples, int found) {
        if (examples == 0 || found != examples) {
            throw new ShapeException("word2vec", "words for " + Math.max(1, examples) + " examples", found);
        }
    }

    /// What is learned.
    public List<Var> parameters() {
        return List.of(in, out);
    }

    /// The input vectors as they are now.
    public Embeddings embeddings() {
        return new Embeddings(in.value().copy());
    }

    @Override
    public String toString() {
        return "word2vec with " + in.shape().size(0) + " words in " + in.shape().size(1) + " dimensions";
    }
}
