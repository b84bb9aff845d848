package lectern.nn.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A learned tokeniser: text starts as single bytes (UTF-8), and **the pair of neighbours that is most
/// frequent becomes one token**, again and again. Frequent words end as one token, rare ones as several, and
/// none is unknown.
///
/// Tokens 0…255 are the bytes; token 256 + i is made by merge i. No token reaches over the beginning of a
/// word, where a word is what stands between white space together with the space before it. Every well-formed
/// text comes back exactly from [#encode] and [#decode].
///
/// Source: R. Sennrich, B. Haddow, A. Birch, *Neural machine translation of rare words with subword units*
/// (ACL 2016), algorithm 1, here on bytes instead of characters.
///
/// @param merges in the order in which they were learned
public record BytePairEncoding(List<Merge> merges) implements Tokenizer {

    /// Two neighbours that become one.
    ///
    /// @param left the token before
    /// @param right the token after
    public record Merge(int left, int right) {}

    private static final int BYTES = 256;
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+");

    /// Keeps a copy of the list.
    ///
    /// @throws IllegalArgumentException if a merge joins tokens that are not made before it
    public BytePairEncoding {
        merges = List.copyOf(merges);
        for (int i = 0; i < merges.size(); i++) {
            Merge merge = merges.get(i);
            int known = BYTES + i;
            if (Math.min(merge.left(), merge.right()) < 0 || Math.max(merge.left(), merge.right()) >= known) {
                throw new IllegalArgumentException("bytePairEncoding: expected merge " + i + " of tokens 0…"
                        + (known - 1) + ", found " + merge.left() + " and " + merge.right());
            }
        }
    }

    /// Learns from a text. Of pairs equally frequent the one with the smaller ids is merged first; there are
    /// fewer merges than asked for if no pair is left that occurs twice.
    ///
    /// @param count merges at most
    /// @throws IllegalArgumentException if the text is not well-formed, or the count is negative
    public static BytePairEncoding learn(String text, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("bytePairEncoding: expected 0 or more merges, found " + count);
        }
        Map<String, Integer> frequencies = new HashMap<>();
        words(text).forEach(word -> frequencies.merge(word, 1, Integer::sum));
        List<int[]> words = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        frequencies.forEach((word, frequency) -> {
            words.add(bytes(word));
            counts.add(frequency);
        });
        Map<Merge, Integer> pairs = new HashMap<>();
        for (int w = 0; w < words.size(); w++) {
            addPairs(words.get(w), counts.get(w), pairs);
        }
        List<Merge> merges = new ArrayList<>();
        while (merges.size() < count) {
            int most = pairs.values().stream().mapToInt(c -> c).max().orElse(0);
            if (most < 2) {
                break;
            }
            Merge next = pairs.entrySet().stream()
                    .filter(pair -> pair.getValue() == most)
                    .map(Map.Entry::getKey)
                    .min((a, b) -> a.left() != b.left()
                            ? Integer.compare(a.left(), b.left())
                            : Integer.compare(a.right(), b.right()))
                    .orElseThrow();
            int made = BYTES + merges.size();
            for (int w = 0; w < words.size(); w++) {
                int[] before = words.get(w);
                int[] after = merged(before, next, made);
                if (after.length < before.length) {
                    addPairs(before, -counts.get(w), pairs);
                    addPairs(after, counts.get(w), pairs);
                    words.set(w, after);
                }
            }
            merges.add(next);
        }
        return new BytePairEncoding(merges);
    }

    /// Counts the pairs of neighbours of a word that stands so many times in the text.
    private static void addPairs(int[] word, int count, Map<Merge, Integer> pairs) {
        for (int i = 0; i + 1 < word.length; i++) {
            pairs.merge(new Merge(word[i], word[i + 1]), count, Integer::sum);
        }
    }

    /// The word with the pair as one token, from left to right.
    private static int[] merged(int[] word, Merge pair, int made) {
        int length = 0;
        int[] shorter = new int[word.length];
        for (int i = 0; i < word.length; i++) {
            boolean here = i + 1 < word.length && word[i] == pair.left() && word[i + 1] == pair.right();
            shorter[length++] = here ? made : word[i];
            i += here ? 1 : 0;
        }
        return length == word.length ? word : Arrays.copyOf(shorter, length);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int[] bytes(String word) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(word));
            int[] ids = new int[bytes.remaining()];
            Arrays.setAll(ids, i -> Byte.toUnsignedInt(bytes.get(i)));
            return ids;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "bytePairEncoding: expected well-formed text, found half of a surrogate pair", e);
        }
    }

    /// How many tokens there are: the bytes and the merges.
    public int size() {
        return BYTES + merges.size();
    }

    /// The ids of a text's tokens: in each word the merges are applied in the order in which they were
    /// learned.
    ///
    /// @throws IllegalArgumentException if the text is not well-formed
    public int[] encode(String text) {
        Map<Merge, Integer> ids = new HashMap<>();
        for (int i = 0; i < merges.size(); i++) {
            ids.putIfAbsent(merges.get(i), BYTES + i);
        }
        Map<String, int[]> known = new HashMap<>();
        return words(text).stream()
                .map(word -> known.computeIfAbsent(word, w -> encoded(bytes(w), ids)))
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    private static int[] encoded(int[] word, Map<Merge, Integer> ids) {
        int[] tokens = word;
        while (true) {
            int first = Integer.MAX_VALUE;
            Merge earliest = new Merge(0, 0);
            for (int i = 0; i + 1 < tokens.length; i++) {
                Merge pair = new Merge(tokens[i], tokens[i + 1]);
                int id = ids.getOrDefault(pair, Integer.MAX_VALUE);
                if (id < first) {
                    first = id;
                    earliest = pair;
                }
            }
            if (first == Integer.MAX_VALUE) {
                return tokens;
            }
            tokens = merged(tokens, earliest, first);
        }
    }

    /// The text of some tokens. Bytes that are no character, such as a part of one, become U+FFFD.
    ///
    /// @throws IllegalArgumentException if there is no such token
    public String decode(int... ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (id < 0 || id >= size()) {
                throw new IllegalArgumentException("decode: expected tokens 0…" + (size() - 1) + ", found " + id);
            }
            write(id, bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void write(int id, ByteArrayOutputStream bytes) {
        if (id < BYTES) {
            bytes.write(id);
        } else {
            write(merges.get(id - BYTES).left(), bytes);
            write(merges.get(id - BYTES).right(), bytes);
        }
    }

    @Override
    public List<String> tokens(String text) {
        return Arrays.stream(encode(text)).mapToObj(this::decode).toList();
    }

    @Override
    public String toString() {
        return "byte-pair encoding with " + size() + " tokens";
    }
}
