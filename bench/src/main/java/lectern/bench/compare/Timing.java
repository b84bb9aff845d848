package lectern.bench.compare;

import java.util.Collections;
import java.util.List;

/// The times of one contender at one row, in nanoseconds for one call.
///
/// @param contender its name
/// @param rounds the mean of each round, in the order they were run
record Timing(String contender, List<Double> rounds) {

    Timing {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("bench: expected at least one round of " + contender + ", found none");
        }
    }

    /// The fastest round: what the others on this machine disturb least.
    double minimum() {
        return Collections.min(rounds);
    }

    /// The middle round; of an even number, the mean of the middle two.
    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
