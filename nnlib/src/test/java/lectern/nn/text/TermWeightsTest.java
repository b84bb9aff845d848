package lectern.nn.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.nn.NN;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TermWeightsTest {

    /// Term 0 stands in both documents, 1 in the first, 2 in the second, 3 in none.
    private final List<int[]> documents = List.of(new int[] {0, 1, 1}, new int[] {2, 0});

    private final TermWeights weights = NN.tfidf(documents, 4);

    @Test
    void aBagOfWordsForgetsTheOrder() {
        assertEquals(
                Tensor.of(new float[][] {{1, 2, 0, 0}, {1, 0, 1, 0}}),
                NN.bagOfWords(List.of(new int[] {1, 0, 1}, new int[] {0, 2}), 4));
    }

    @Test
    void isTheCountTimesOnePlusTheLogarithmOfTheShare() {
        float rare = (float) (1 + Math.log(2));
        assertArrayEquals(new float[] {1, rare, rare, 0}, weights.idf().array(), 1e-6f);
        assertArrayEquals(
                new float[] {1, 2 * rare, 0, 0, 1, 0, rare, 0},
                weights.apply(documents).array(),
                1e-6f);
    }

    @Test
    void findsTheDocumentThatAQueryIsAbout() {
        float[] similar = weights.similarities(new int[] {2}, documents).array();
        double rare = 1 + Math.log(2);
        assertArrayEquals(new float[] {0, (float) (rare / Math.sqrt(1 + rare * rare))}, similar, 1e-6f);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertEquals(
                "bagOfWords: expected ids 0…1, found 2 in document 1",
                assertThrows(IllegalArgumentException.class, () -> NN.bagOfWords(documents, 2))
                        .getMessage());
        assertEquals(
                "termWeights: expected weights (vocabulary), found (2, 2)",
                assertThrows(ShapeException.class, () -> new TermWeights(Tensor.zeros(2, 2)))
                        .getMessage());
    }
}
