package lectern.nn.text;

import java.util.Arrays;
import lectern.nn.tensor.Tensor;

/// What word2vec makes of how often each word occurs.
///
/// Source: T. Mikolov et al., *Distributed representations of words and phrases and their compositionality*
/// (NIPS 2013), sections 2.2 and 2.3.
public final class WordFrequencies {

    private final int[] counts;
    private final long total;

    /// @param counts by id
    /// @throws IllegalArgumentException if a count is negative, or all are zero
    public WordFrequencies(int... counts) {
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("wordFrequencies: expected counts of 0 or more, found " + count);
            }
        }
        this.counts = counts.clone();
        this.total = Arrays.stream(counts).asLongStream().sum();
        if (total == 0) {
            throw new IllegalArgumentException("wordFrequencies: expected at least one word, found none");
        }
    }

    /// The distribution that noise words are drawn from, **P(w) ∝ count(w)ᵖ**; the paper takes p = 0.75,
    /// which draws rare words more often than they occur.
    ///
    /// @param power p
    /// @return (vocabulary)
    public Tensor noise(double power) {
        double[] weights = Arrays.stream(counts)
                .mapToDouble(count -> count == 0 ? 0 : StrictMath.pow(count, power))
                .toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        Tensor noise = Tensor.zeros(counts.length);
        for (int w = 0; w < weights.length; w++) {
            noise.array()[w] = (float) (weights[w] / sum);
        }
        return noise;
    }

    /// The probability that a word of the text is kept, **min(1, √(t / f(w)))** with f(w) = count(w) / Σ
    /// count: frequent words are thinned out. Words that do not occur have 1.
    ///
    /// @param threshold t, the frequency from which words are thinned out
    /// @return (vocabulary)
    public Tensor keep(double threshold) {
        Tensor keep = Tensor.zeros(counts.length);
        for (int w = 0; w < counts.length; w++) {
            double frequency = (double) counts[w] / total;
            keep.array()[w] = (float) Math.min(1, Math.sqrt(threshold / frequency));
        }
        return keep;
    }
}
