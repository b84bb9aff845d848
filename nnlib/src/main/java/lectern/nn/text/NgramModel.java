package lectern.nn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A model of language that looks back n − 1 tokens: **P(w | c) = (count(c w) + k) / (count(c) + k V)**, where
/// c are the n − 1 tokens before w and V is the size of the vocabulary. With k = 1 this is Laplace's rule; with
/// k = 0 what was never seen is impossible.
///
/// At the beginning of a sequence a mark stands for the tokens that are missing. The end of a sequence is not
/// predicted, unless the sequences carry a token of their own for it.
///
/// Source: D. Jurafsky and J. Martin, *Speech and Language Processing* (3rd ed.), ch. 3, eq. (3.12), (3.15)
/// and (3.26).
public final class NgramModel {

    private static final int BEGINNING = -1;

    private final int n;
    private final double k;
    private final int vocabularySize;
    private final Map<List<Integer>, Map<Integer, Integer>> counts = new HashMap<>();

    private NgramModel(int n, double k, int vocabularySize) {
        if (n < 1 || vocabularySize < 1) {
            throw new IllegalArgumentException(
                    "ngramModel: expected n and a vocabulary size of 1 or more, found " + n + " and " + vocabularySize);
        }
        if (!(k >= 0)) {
            throw new IllegalArgumentException("ngramModel: expected a k of 0 or more, found " + k);
        }
        this.n = n;
        this.k = k;
        this.vocabularySize = vocabularySize;
    }

    /// Counts the n-grams of some sequences.
    ///
    /// @param n tokens of an n-gram: 1 counts words alone, 2 pairs, …
    /// @param k is added to each count
    /// @param vocabularySize V, ids are 0…V − 1
    /// @throws IllegalArgumentException if a setting is out of its range, or an id is not one of the
    /// vocabulary
    public static NgramModel of(int n, double k, int vocabularySize, List<int[]> sequences) {
        NgramModel model = new NgramModel(n, k, vocabularySize);
        for (int[] sequence : sequences) {
            for (int i = 0; i < sequence.length; i++) {
                model.refuseUnknown(sequence[i]);
                model.counts
                        .computeIfAbsent(model.context(sequence, i), _ -> new HashMap<>())
                        .merge(sequence[i], 1, Integer::sum);
            }
        }
        return model;
    }

    private void refuseUnknown(int token) {
        if (token < 0 || token >= vocabularySize) {
            throw new IllegalArgumentException(
                    "ngramModel: expected ids 0…" + (vocabularySize - 1) + ", found " + token);
        }
    }

    /// The n − 1 tokens before place i.
    private List<Integer> context(int[] sequence, int i) {
        List<Integer> context = new ArrayList<>();
        for (int j = i - n + 1; j < i; j++) {
            context.add(j < 0 ? BEGINNING : sequence[j]);
        }
        return context;
    }

    /// P(w | c).
    ///
    /// @param before the sequence so far, of which the last n − 1 tokens count
    /// @param token w
    /// @throws IllegalArgumentException if w is not one of the vocabulary
    public double probability(int[] before, int token) {
        return probability(context(before, before.length), token);
    }

    private double probability(List<Integer> context, int token) {
        refuseUnknown(token);
        Map<Integer, Integer> next = counts.getOrDefault(context, Map.of());
        double all = next.values().stream().mapToInt(count -> count).sum() + k * vocabularySize;
        return all == 0 ? 0 : (next.getOrDefault(token, 0) + k) / all;
    }

    /// **e^(−(1/N) Σ ln P(wᵢ | cᵢ))** over all N tokens of some sequences: among how many equally likely
    /// tokens the model has to choose, on average. Infinite if one of them is impossible.
    ///
    /// @throws IllegalArgumentException if there is no token
    public double perplexity(List<int[]> sequences) {
        double sum = 0;
        long count = 0;
        for (int[] sequence : sequences) {
            for (int i = 0; i < sequence.length; i++) {
                sum += StrictMath.log(probability(context(sequence, i), sequence[i]));
                count++;
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("perplexity: expected at least one token, found none");
        }
        return StrictMath.exp(-sum / count);
    }

    /// Goes on with a sequence, each token drawn from P(w | c).
    ///
    /// @param before the sequence so far
    /// @param count how many tokens to add; fewer if k is 0 and the sequence has come where none is possible
    /// @return the whole sequence
    public int[] generate(int[] before, int count, RandomGenerator random) {
        int[] sequence = before.clone();
        for (int i = 0; i < count; i++) {
            double drawn = random.nextDouble();
            int token = -1;
            for (int w = 0; w < vocabularySize && drawn >= 0; w++) {
                double p = probability(sequence, w);
                token = p > 0 ? w : token;
                drawn -= p;
            }
            if (token < 0) {
                break;
            }
            sequence = Arrays.copyOf(sequence, sequence.length + 1);
            sequence[sequence.length - 1] = token;
        }
        return sequence;
    }

    @Override
    public String toString() {
        return n + "-gram model of " + vocabularySize + " tokens";
    }
}
