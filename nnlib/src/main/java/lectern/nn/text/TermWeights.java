package lectern.nn.text;

import java.util.List;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Documents as vectors of weighted counts: **TF(x, d) = how often term x stands in document d,
/// IDF(x) = 1 + ln(documents / documents that contain x), TFIDF(x, d) = TF(x, d) · IDF(x)**.
///
/// A term that stands in many documents says little about any of them. One that stands in none has the weight
/// 0: there is nothing to know it by.
///
/// Source: the lectures; G. Salton and C. Buckley, *Term-weighting approaches in automatic text retrieval*
/// (1988), compares this form with others.
///
/// @param idf IDF by id, (vocabulary)
public record TermWeights(Tensor idf) {

    /// @throws ShapeException if there is not one weight for each id
    public TermWeights {
        if (idf.shape().rank() != 1) {
            throw new ShapeException("termWeights", "weights (vocabulary)", idf.shape());
        }
    }

    /// The weights that follow from a collection of documents.
    ///
    /// @param documents each as the ids of its terms
    /// @param vocabularySize ids are 0…vocabularySize − 1
    public static TermWeights of(List<int[]> documents, int vocabularySize) {
        Tensor counts = bagOfWords(documents, vocabularySize);
        Tensor idf = Tensor.zeros(vocabularySize);
        for (int x = 0; x < vocabularySize; x++) {
            int containing = 0;
            for (int d = 0; d < documents.size(); d++) {
                containing += counts.array()[d * vocabularySize + x] > 0 ? 1 : 0;
            }
            if (containing > 0) {
                idf.array()[x] = (float) (1 + StrictMath.log((double) documents.size() / containing));
            }
        }
        return new TermWeights(idf);
    }

    /// TF, the counts of the terms of each document, in whatever order they stand there.
    ///
    /// @param documents each as the ids of its terms
    /// @param vocabularySize ids are 0…vocabularySize − 1
    /// @return (documents, vocabulary)
    /// @throws IllegalArgumentException if an id is not one of the vocabulary
    public static Tensor bagOfWords(List<int[]> documents, int vocabularySize) {
        Tensor counts = Tensor.zeros(documents.size(), vocabularySize);
        for (int d = 0; d < documents.size(); d++) {
            for (int x : documents.get(d)) {
                if (x < 0 || x >= vocabularySize) {
                    throw new IllegalArgumentException("bagOfWords: expected ids 0…" + (vocabularySize - 1) + ", found "
                            + x + " in document " + d);
                }
                counts.array()[d * vocabularySize + x]++;
            }
        }
        return counts;
    }

    /// TFIDF of some documents, such as those of the collection or a query.
    ///
    /// @return (documents, vocabulary)
    public Tensor apply(List<int[]> documents) {
        Tensor weighted = bagOfWords(documents, idf.count());
        for (int i = 0; i < weighted.count(); i++) {
            weighted.array()[i] *= idf.array()[i % idf.count()];
        }
        return weighted;
    }

    /// How similar a query is to each document: the cosine of their weighted counts.
    ///
    /// @return (documents), 0…1
    public Tensor similarities(int[] query, List<int[]> documents) {
        return Cosine.similarities(apply(List.of(query)), apply(documents)).reshape(documents.size());
    }
}
