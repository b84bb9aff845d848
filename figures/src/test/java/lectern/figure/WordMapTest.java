package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.tensor.Tensor;
import lectern.nn.text.Embeddings;
import lectern.nn.text.Vocabulary;
import lectern.nn.text.WordVectors;
import org.junit.jupiter.api.Test;

class WordMapTest {

    private static final WordVectors VECTORS = new WordVectors(
            Vocabulary.of(List.of("king", "king", "queen", "tree"), 1), new Embeddings(Tensor.of(new float[][] {
                {9, 9, 9}, {2, 0, 0}, {-2, 0, 0}, {0, 1, 0}
            })));

    @Test
    void theAxesSayHowMuchTheyShow() {
        var svg = Figures.wordMap(VECTORS).svg();
        assertTrue(svg.contains("first principal component, 92 % of the variance"), svg);
        for (String word : List.of("king", "queen", "tree", "3 words")) {
            assertTrue(svg.contains(word), word);
        }
        assertEquals("2 of 3 words", Figures.wordMap(VECTORS, "king", "tree").title());
    }

    @Test
    void unknownAndTooFewWordsAreRefused() {
        assertEquals(
                "wordMap: expected words of the vocabulary, found bush",
                assertThrows(IllegalArgumentException.class, () -> Figures.wordMap(VECTORS, "king", "bush"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Figures.wordMap(VECTORS, "king"));
    }
}
