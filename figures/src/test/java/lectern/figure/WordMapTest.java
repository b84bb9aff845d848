package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
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
        assertTrue(svg.contains("first component, 92 % of the variance"), svg);
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

    @Test
    void wordsDoNotCoverOneAnother() {
        var random = SeededRandom.of(1);
        var names = IntStream.range(0, 40).mapToObj(i -> "word" + i).toList();
        var vectors =
                new WordVectors(Vocabulary.of(names, 1), new Embeddings(Tensor.normal(Shape.of(41, 8), 1, random)));
        var boxes = Figures.wordMap(vectors).snapshot().drawing(Theme.LIGHT).marks().stream()
                .filter(mark ->
                        mark instanceof Mark.Words words && words.words().startsWith("word"))
                .map(mark -> Letters.outline((Mark.Words) mark).getBounds2D())
                .toList();
        assertTrue(boxes.size() > 30, boxes.size() + " words");
        for (int i = 0; i < boxes.size(); i++) {
            for (int k = 0; k < i; k++) {
                assertFalse(boxes.get(i).intersects(boxes.get(k)), i + " and " + k);
            }
        }
    }
}
