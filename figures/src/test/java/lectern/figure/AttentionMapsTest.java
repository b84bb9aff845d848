package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AttentionMapsTest {

    @Test
    void eachHeadIsAHeatMapWithTheWords() {
        var svg = Figures.attention(Tensor.zeros(2, 3, 2, 2), "the", "cat").svg();
        for (String words : List.of("head 1", "head 3", "the", "cat", "first of 2 examples")) {
            assertTrue(svg.contains(words), words);
        }
        assertTrue(Figures.attention(Tensor.zeros(1, 2), List.of("q"), List.of("one", "two"))
                .svg()
                .contains("two"));
    }

    @Test
    void manyHeadsAndWordsAreCut() {
        var panels = Figures.attention(Tensor.zeros(20, 100, 100));
        assertEquals("attention, first 12 of 20 heads, first 60 words", panels.title());
    }

    @Test
    void otherShapesAreRefused() {
        assertEquals(
                "attention: expected 2 words of queries, or none, found 3",
                assertThrows(ShapeException.class, () -> Figures.attention(Tensor.zeros(2, 2), "a", "b", "c"))
                        .getMessage());
        assertEquals(
                "attention: expected weights (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys),"
                        + " found (2)",
                assertThrows(ShapeException.class, () -> Figures.attention(Tensor.zeros(2)))
                        .getMessage());
    }
}
