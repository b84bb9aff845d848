package lectern.nn.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A vector for each word, so that similar words have similar vectors.
///
/// @param vectors by id, (vocabulary, dimensions)
public record Embeddings(Tensor vectors) {

    /// @throws ShapeException if there is not one vector for each word
    public Embeddings {
        if (vectors.shape().rank() != 2) {
            throw new ShapeException("embeddings", "vectors (vocabulary, dimensions)", vectors.shape());
        }
    }

    /// The cosine similarity of each word with each other, (vocabulary, vocabulary).
    public Tensor similarities() {
        return Cosine.similarities(vectors, vectors);
    }

    /// The cosine similarity of two words.
    public double similarity(int a, int b) {
        return Cosine.similarities(row(a), row(b)).item();
    }

    /// The words most similar to a word, itself excluded; the most similar first.
    ///
    /// @param count how many at most
    public List<Integer> nearest(int word, int count) {
        return nearest(row(word), count, word);
    }

    /// Words as close to c as b is to a, **the nearest of b − a + c**, these three excluded; the closest
    /// first.
    ///
    /// Source: T. Mikolov, W. Yih, G. Zweig, *Linguistic regularities in continuous space word
    /// representations* (2013), section 4.
    ///
    /// @param count how many at most
    public List<Integer> analogy(int a, int b, int c, int count) {
        return nearest(row(b).minus(row(a)).plus(row(c)), count, a, b, c);
    }

    private List<Integer> nearest(Tensor query, int count, int... excluded) {
        float[] similarities = Cosine.similarities(query, vectors).array();
        return IntStream.range(0, similarities.length)
                .filter(word -> Arrays.stream(excluded).noneMatch(other -> other == word))
                .boxed()
                .sorted(Comparator.comparingDouble(word -> -similarities[word]))
                .limit(count)
                .toList();
    }

    private Tensor row(int word) {
        int width = vectors.size(1);
        if (word < 0 || word >= vectors.size(0)) {
            throw new ShapeException("embeddings", "words 0…" + (vectors.size(0) - 1), word);
        }
        return Tensor.of(Arrays.copyOfRange(vectors.array(), word * width, (word + 1) * width))
                .reshape(1, width);
    }
}
