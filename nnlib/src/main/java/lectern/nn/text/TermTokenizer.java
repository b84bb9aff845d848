package lectern.nn.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Terms to count for bags of words and TF-IDF: the words of a text in lower case, without stop words and
/// punctuation, and **without the suffix of the plural**, so that `networks` and `network` are one term.
///
/// The first rule whose suffix fits is the only one: `ies` becomes `y`, unless an `e` or `a` stands before it;
/// `es` becomes `e`, unless an `a`, `e` or `o` does; `s` is left out, unless a `u` or `s` does. Words of three
/// letters or fewer stay.
///
/// Source: D. Harman, *How effective is suffixing?* (1991), the S stemmer.
///
/// @param words cuts the text
/// @param stopWords frequent words that say nothing about a text, in lower case
public record TermTokenizer(Tokenizer words, Set<String> stopWords) implements Tokenizer {

    /// Articles, pronouns, prepositions, conjunctions and auxiliary verbs, and what contractions leave.
    public static final Set<String> ENGLISH_STOP_WORDS = Set.of(("a an the i me my we us our you your he him his she"
                    + " her it its they them their this that these those who whom which what and or but nor so if"
                    + " then than as of at by for with about into through to from in out on off over under not no"
                    + " am is are was were be been being have has had do does did can could shall should will would"
                    + " may might must there here when where how why n't 's 'm 'd 're 've 'll")
            .split(" "));

    private static final int SHORTEST = 4;

    /// Keeps a copy of the set.
    public TermTokenizer {
        stopWords = Set.copyOf(stopWords);
    }

    /// For English.
    public static TermTokenizer english() {
        return new TermTokenizer(new WordTokenizer(true), ENGLISH_STOP_WORDS);
    }

    @Override
    public List<String> tokens(String text) {
        return words.tokens(text).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !stopWords.contains(word) && word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(TermTokenizer::stem)
                .toList();
    }

    private static String stem(String word) {
        if (word.length() < SHORTEST) {
            return word;
        }
        if (word.endsWith("ies")) {
            return endsWithAny(word, "eies", "aies") ? word : word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("es")) {
            return endsWithAny(word, "aes", "ees", "oes") ? word : word.substring(0, word.length() - 1);
        }
        if (word.endsWith("s")) {
            return endsWithAny(word, "us", "ss") ? word : word.substring(0, word.length() - 1);
        }
        return word;
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
