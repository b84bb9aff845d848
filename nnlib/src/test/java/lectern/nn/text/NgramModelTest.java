package lectern.nn.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import org.junit.jupiter.api.Test;

class NgramModelTest {

    private final List<int[]> text = List.of(new int[] {0, 1, 0, 1, 2}, new int[] {0, 2});

    @Test
    void probabilitiesAreSharesOfCounts() {
        NgramModel pairs = NN.ngramModel(2, 0, 3, text);
        assertEquals(1, pairs.probability(new int[0], 0));
        assertEquals(2 / 3.0, pairs.probability(new int[] {2, 0}, 1));
        assertEquals(0, pairs.probability(new int[] {2}, 1));
        NgramModel smooth = NN.ngramModel(2, 0.5, 3, text);
        assertEquals(2.5 / 4.5, smooth.probability(new int[] {0}, 1));
        assertEquals(0.5 / 1.5, smooth.probability(new int[] {2}, 1));
    }

    @Test
    void probabilitiesOfAllTokensSumToOne() {
        for (int n = 1; n < 5; n++) {
            NgramModel model = NN.ngramModel(n, 0.1, 3, text);
            for (int[] before : List.of(new int[0], new int[] {1, 0}, new int[] {2, 2, 2, 2})) {
                double sum = 0;
                for (int w = 0; w < 3; w++) {
                    sum += model.probability(before, w);
                }
                assertEquals(1, sum, 1e-12);
            }
        }
    }

    @Test
    void perplexityOfAUniformModelIsTheSizeOfTheVocabulary() {
        for (int n = 1; n < 4; n++) {
            assertEquals(17, NN.ngramModel(n, 1, 17, List.of()).perplexity(text), 1e-10);
        }
    }

    @Test
    void perplexityIsTheGeometricMeanOfTheChoices() {
        NgramModel model = NN.ngramModel(1, 0, 2, List.of(new int[] {0, 0, 0, 1}));
        assertEquals(Math.sqrt(4 / 3.0 * 4), model.perplexity(List.of(new int[] {0, 1})), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, NN.ngramModel(2, 0, 3, text).perplexity(List.of(new int[] {2, 2})));
    }

    @Test
    void generatesWhatIsPossible() {
        NgramModel model = NN.ngramModel(2, 0, 3, List.of(new int[] {0, 1, 2, 0, 1}));
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2}, model.generate(new int[0], 6, SeededRandom.of(1)));
        NgramModel ending = NN.ngramModel(2, 0, 3, List.of(new int[] {0, 1, 2}));
        assertArrayEquals(new int[] {0, 1, 2}, ending.generate(new int[] {0}, 9, SeededRandom.of(1)));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(
                "ngramModel: expected n and a vocabulary size of 1 or more, found 0 and 3",
                assertThrows(IllegalArgumentException.class, () -> NN.ngramModel(0, 1, 3, text))
                        .getMessage());
        assertEquals(
                "ngramModel: expected a k of 0 or more, found -1.0",
                assertThrows(IllegalArgumentException.class, () -> NN.ngramModel(2, -1, 3, text))
                        .getMessage());
        assertEquals(
                "ngramModel: expected ids 0…1, found 2",
                assertThrows(IllegalArgumentException.class, () -> NN.ngramModel(2, 1, 2, text))
                        .getMessage());
        assertEquals(
                "perplexity: expected at least one token, found none",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> NN.ngramModel(2, 1, 3, text).perplexity(List.of()))
                        .getMessage());
    }
}
