package lectern.nn.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.NN;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.text.BytePairEncoding.Merge;
import org.junit.jupiter.api.Test;

/// By rules, and learned.
class TokenizerTest {

    @Test
    void rulesSeparateWordsNumbersAndMarks() {
        assertEquals(
                List.of("in", "2017", ",", "i", "went", "to", "iit", "."),
                NN.wordTokenizer().tokens("In 2017, I went to IIT."));
        assertEquals(
                List.of("(", "char-rnn", ":", "3.14", "...", "1,000", "%", "!!", ")"),
                NN.wordTokenizer().tokens("(char-rnn: 3.14... 1,000% !!)"));
        assertEquals(List.of("Über", "naïve", "東京"), new WordTokenizer(false).tokens("Über naïve\n東京 "));
        assertEquals(List.of(), NN.wordTokenizer().tokens(" \n"));
    }

    @Test
    void rulesCutContractionsInTwo() {
        assertEquals(
                List.of("do", "n't", "it", "'s", "we", "'ll", "ca", "n't", "o'clock"),
                NN.wordTokenizer().tokens("Don't it's we\u2019ll CAN'T o'clock"));
    }

    @Test
    void termsAreWordsWithoutTheirPlurals() {
        assertEquals(
                List.of("network", "classe", "story", "bus", "image", "shoes", "gas", "2"),
                NN.termTokenizer().tokens("The Networks' classes (stories of a bus), images; it isn't shoes: gas 2!"));
    }

    @Test
    void longTokensAreNoTrouble() {
        for (String token : List.of("a-".repeat(100_000) + "a", "-".repeat(100_000), "1" + ",1".repeat(100_000))) {
            assertEquals(List.of(token, "b"), NN.wordTokenizer().tokens(token + " b"));
        }
    }

    /// The example of Sennrich et al. (2016), algorithm 1: es, est, lo, low are the first merges of letters.
    @Test
    void learnsTheMostFrequentPairs() {
        String text = "low ".repeat(5) + "lower ".repeat(2) + "newest ".repeat(6) + "widest ".repeat(3);
        BytePairEncoding learned = NN.bytePairEncoding(text, 2);
        assertEquals(List.of("es", "est"), List.of(learned.decode(256), learned.decode(257)));
        assertEquals(List.of("w", "i", "d", "est"), learned.tokens("widest"));
    }

    @Test
    void stopsWhereNoPairOccursTwice() {
        assertEquals(
                List.of(new Merge('a', 'b')),
                NN.bytePairEncoding("ab ab", 9).merges().subList(0, 1));
        assertEquals(0, NN.bytePairEncoding("abc", 5).merges().size());
    }

    @Test
    void everyTextComesBackExactly() {
        RandomGenerator random = SeededRandom.of(4);
        for (int round = 0; round < 200; round++) {
            String text = randomText(random);
            BytePairEncoding learned = NN.bytePairEncoding(randomText(random), 20);
            assertEquals(text, learned.decode(learned.encode(text)));
            BytePairEncoding fitting = NN.bytePairEncoding(text + text, 20);
            assertEquals(text, fitting.decode(fitting.encode(text)));
            assertTrue(fitting.encode(text).length <= learned.encode(text).length || text.isEmpty());
        }
    }

    /// Any characters but halves of surrogate pairs; spaces and a few letters are frequent.
    private static String randomText(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        while (text.length() < length) {
            int any = random.nextInt(0x110000);
            int character = random.nextInt(3) > 0 ? "ab \n\u3000é".charAt(random.nextInt(6)) : any;
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                text.appendCodePoint(character);
            }
        }
        return text.toString();
    }

    @Test
    void mergesOfAShorterTrainingAreTheFirstOfALonger() {
        String text = "the cat sat on the mat, the cat that sat";
        assertEquals(
                NN.bytePairEncoding(text, 3).merges(),
                NN.bytePairEncoding(text, 8).merges().subList(0, 3));
        assertArrayEquals(new int[] {'x'}, NN.bytePairEncoding(text, 8).encode("x"));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(
                "bytePairEncoding: expected well-formed text, found half of a surrogate pair",
                assertThrows(IllegalArgumentException.class, () -> NN.bytePairEncoding("a\ud800b", 1))
                        .getMessage());
        assertEquals(
                "bytePairEncoding: expected 0 or more merges, found -1",
                assertThrows(IllegalArgumentException.class, () -> NN.bytePairEncoding("", -1))
                        .getMessage());
        assertEquals(
                "bytePairEncoding: expected merge 0 of tokens 0…255, found 256 and 1",
                assertThrows(IllegalArgumentException.class, () -> new BytePairEncoding(List.of(new Merge(256, 1))))
                        .getMessage());
        assertEquals(
                "decode: expected tokens 0…255, found 256",
                assertThrows(IllegalArgumentException.class, () -> new BytePairEncoding(List.of()).decode(256))
                        .getMessage());
    }
}
