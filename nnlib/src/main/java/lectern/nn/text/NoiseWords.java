package lectern.nn.text;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lectern.nn.tensor.Tensor;

/// Draws words from a distribution by its cumulative sums.
final class NoiseWords {

    private final double[] cumulative;

    /// @param probabilities by word
    NoiseWords(Tensor probabilities) {
        cumulative = new double[probabilities.count()];
        double sum = 0;
        for (int w = 0; w < cumulative.length; w++) {
            sum += probabilities.array()[w];
            cumulative[w] = sum;
        }
    }

    /// The first word whose cumulative sum is above a number drawn from U(0, 1).
    int draw(RandomGenerator random) {
        double drawn = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, drawn);
        // A word of probability 0 has the sum of the one before it, and must not be found by it.
        int word = found < 0 ? -found - 1 : found;
        while (cumulative[word] <= drawn) {
            word++;
        }
        return word;
    }
}
