package lectern.nn.text;

import java.util.List;
import lectern.nn.tensor.ShapeException;

/// [Embeddings] that are asked by the words themselves.
///
/// @param vocabulary the words by id
/// @param embeddings their vectors by id
public record WordVectors(Vocabulary vocabulary, Embeddings embeddings) {

    /// @throws ShapeException if there is not one vector for each word
    public WordVectors {
        if (embeddings.vectors().size(0) != vocabulary.size()) {
            throw new ShapeException(
                    "wordVectors",
                    vocabulary.size() + " vectors",
                    embeddings.vectors().size(0));
        }
    }

    /// The cosine similarity of two words.
    ///
    /// @throws IllegalArgumentException if the vocabulary does not have them
    public double similarity(String a, String b) {
        return embeddings.similarity(id(a), id(b));
    }

    /// The words most similar to a word, itself excluded; the most similar first.
    ///
    /// @param count how many at most
    /// @throws IllegalArgumentException if the vocabulary does not have it
    public List<String> nearest(String word, int count) {
        return words(embeddings.nearest(id(word), count));
    }

    /// Words as close to c as b is to a, these three excluded; the closest first.
    ///
    /// @param count how many at most
    /// @throws IllegalArgumentException if the vocabulary does not have them
    public List<String> analogy(String a, String b, String c, int count) {
        return words(embeddings.analogy(id(a), id(b), id(c), count));
    }

    private int id(String word) {
        if (!vocabulary.contains(word)) {
            throw new IllegalArgumentException("wordVectors: expected a word of the vocabulary, found " + word);
        }
        return vocabulary.id(word);
    }

    private List<String> words(List<Integer> ids) {
        return ids.stream().map(vocabulary::token).toList();
    }
}
