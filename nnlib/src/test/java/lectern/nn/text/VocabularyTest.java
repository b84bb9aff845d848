package lectern.nn.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.nn.NN;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = NN.vocabulary(List.of("b", "a", "c", "b", "d", "a", "e"), 2);

    @Test
    void frequentTokensHaveIdsOthersAreUnknown() {
        assertEquals(List.of("<unk>", "a", "b"), vocabulary.tokens());
        assertArrayEquals(new int[] {3, 2, 2}, vocabulary.counts());
        assertArrayEquals(new int[] {2, 0, 1, 0}, vocabulary.encode(List.of("b", "c", "a", "never seen")));
        assertEquals(List.of("b", "<unk>"), vocabulary.decode(2, 0));
    }

    @Test
    void theMostFrequentComesFirst() {
        assertEquals(
                List.of("<unk>", "z", "a", "b"),
                NN.vocabulary(List.of("z", "b", "a", "z"), 1).tokens());
    }

    @Test
    void theMarkOfUnknownTokensInATextIsTheUnknownToken() {
        Vocabulary marked = NN.vocabulary(List.of("a", "<unk>", "<unk>"), 1);
        assertEquals(List.of("<unk>", "a"), marked.tokens());
        assertArrayEquals(new int[] {2, 1}, marked.counts());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(
                "vocabulary: expected ids 0…2, found 3",
                assertThrows(IllegalArgumentException.class, () -> vocabulary.token(3))
                        .getMessage());
        assertEquals(
                "vocabulary: expected a minimal count of 1 or more, found 0",
                assertThrows(IllegalArgumentException.class, () -> NN.vocabulary(List.of(), 0))
                        .getMessage());
    }
}
