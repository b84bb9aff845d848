package lectern.nn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A tokeniser by rules, for English; nothing is learned. From left to right, the first that fits:
///
/// 1. A number with its points and commas: `3.14`, `1,000`.
/// 2. A word: letters and digits; hyphens and apostrophes between them are part of it: `char-rnn`.
/// 3. The same mark several times in a row: `...`, `--`.
/// 4. Any other character that is not white space, such as a punctuation mark.
///
/// Contractions are two tokens, cut before `n't`, `'s`, `'m`, `'d`, `'re`, `'ve`, `'ll`: `do n't`, `it 's`,
/// `ca n't`; the typographic apostrophe is read as the plain one.
///
/// Source: the conventions of the Penn Treebank (M. Marcus et al., 1993), of which these are a part.
///
/// @param lowerCase whether tokens are given in lower case, so that `The` and `the` are one
public record WordTokenizer(boolean lowerCase) implements Tokenizer {

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";
    /// Each repetition takes all it can and gives nothing back, so that long tokens need no deep stack.
    private static final Pattern TOKEN = Pattern.compile("\\p{N}+(?:[.,]\\p{N}+)++(?!" + LETTER + ")"
            + "|" + LETTER + "+(?:[-'\u2019]" + LETTER + "+)*+"
            + "|([^\\s])\\1++"
            + "|\\S");
    private static final Pattern CONTRACTION =
            Pattern.compile("(.+?)(n't|'(?:s|m|d|re|ve|ll))", Pattern.CASE_INSENSITIVE);

    @Override
    public List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.replace('\u2019', '\''));
        while (matcher.find()) {
            String token = lowerCase ? matcher.group().toLowerCase(Locale.ROOT) : matcher.group();
            Matcher contraction = CONTRACTION.matcher(token);
            if (contraction.matches()) {
                tokens.add(contraction.group(1));
                tokens.add(contraction.group(2));
            } else {
                tokens.add(token);
            }
        }
        return List.copyOf(tokens);
    }
}
