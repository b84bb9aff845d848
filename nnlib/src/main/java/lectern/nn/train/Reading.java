package lectern.nn.train;

import java.util.List;

/// What a gauge showed at one update.
///
/// @param step number of the update, from 1
/// @param gauge that was read
/// @param names of the matrices of weights or of the layers, in the order of the model: `W1 784×128`, `1 dense`
/// @param values one for each name
public record Reading(int step, Gauge gauge, List<String> names, List<Double> values) {

    /// Keeps copies of the lists.
    public Reading {
        names = List.copyOf(names);
        values = List.copyOf(values);
        if (names.size() != values.size()) {
            throw new IllegalArgumentException(
                    "reading: expected a value for each of " + names.size() + " names, found " + values.size());
        }
    }
}
