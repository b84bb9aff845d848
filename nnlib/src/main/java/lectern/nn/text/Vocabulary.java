package lectern.nn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tokens and their ids: 0 is [#UNKNOWN], which stands for all others; then the most frequent comes first,
/// and of equally frequent ones the first of the alphabet.
public final class Vocabulary {

    /// The token of id 0.
    public static final String UNKNOWN = "<unk>";

    private final List<String> tokens;
    private final int[] counts;
    private final Map<String, Integer> ids = new HashMap<>();

    private Vocabulary(List<String> tokens, int[] counts) {
        this.tokens = List.copyOf(tokens);
        this.counts = counts;
        for (int id = 0; id < counts.length; id++) {
            ids.put(tokens.get(id), id);
        }
    }

    /// The vocabulary of a text.
    ///
    /// @param minimalCount how often a token has to occur to get an id of its own
    /// @throws IllegalArgumentException if the minimal count is below 1
    public static Vocabulary of(List<String> text, int minimalCount) {
        if (minimalCount < 1) {
            throw new IllegalArgumentException(
                    "vocabulary: expected a minimal count of 1 or more, found " + minimalCount);
        }
        Map<String, Integer> found = new HashMap<>();
        text.forEach(token -> found.merge(token, 1, Integer::sum));
        int unknown = found.getOrDefault(UNKNOWN, 0);
        found.remove(UNKNOWN);
        List<Map.Entry<String, Integer>> kept = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : found.entrySet()) {
            if (entry.getValue() >= minimalCount) {
                kept.add(entry);
            } else {
                unknown += entry.getValue();
            }
        }
        kept.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<String> tokens = new ArrayList<>(List.of(UNKNOWN));
        int[] counts = new int[kept.size() + 1];
        counts[0] = unknown;
        for (Map.Entry<String, Integer> entry : kept) {
            counts[tokens.size()] = entry.getValue();
            tokens.add(entry.getKey());
        }
        return new Vocabulary(tokens, counts);
    }

    /// How many tokens have an id, the unknown one included.
    public int size() {
        return counts.length;
    }

    /// All tokens by their ids.
    public List<String> tokens() {
        return tokens;
    }

    /// The id of a token; 0 if it is unknown.
    public int id(String token) {
        return ids.getOrDefault(token, 0);
    }

    /// Whether a token has an id of its own.
    public boolean contains(String token) {
        return id(token) != 0;
    }

    /// The token of an id.
    ///
    /// @throws IllegalArgumentException if there is no such id
    public String token(int id) {
        if (id < 0 || id >= size()) {
            throw new IllegalArgumentException("vocabulary: expected ids 0…" + (size() - 1) + ", found " + id);
        }
        return tokens.get(id);
    }

    /// How often each token occurred in the text that this was made from, by id.
    public int[] counts() {
        return counts.clone();
    }

    /// The ids of some tokens.
    public int[] encode(List<String> text) {
        return text.stream().mapToInt(this::id).toArray();
    }

    /// The tokens of some ids.
    public List<String> decode(int... text) {
        return Arrays.stream(text).mapToObj(this::token).toList();
    }

    @Override
    public String toString() {
        return "vocabulary of " + size() + " tokens";
    }
}
