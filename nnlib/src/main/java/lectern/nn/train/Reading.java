package lectern.nn.train;

import java.util.List;

/// What a gauge showed at one update.
///
/// @param step number of the update, from 1
/// @param gauge that was read
/// @param values one for each of the [weights][History#weights()]
public record Reading(int step, Gauge gauge, List<Double> values) {

    /// Keeps a copy of the values.
    public Reading {
        values = List.copyOf(values);
    }
}
