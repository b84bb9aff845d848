package lectern.nn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// What is told at the end of a pass over all examples.
///
/// @param number from 1
/// @param steps updates made so far, over all epochs
/// @param loss mean over the examples of this epoch, each taken just before the update it took part in, with
///     the penalties
/// @param validationLoss mean over the examples that are held back for early stopping, if there are any, after
///     this epoch, without penalties
/// @param learningRate of the last update
/// @param metrics what was measured after this epoch, by name, in the order given
public record Epoch(
        int number,
        int steps,
        double loss,
        OptionalDouble validationLoss,
        double learningRate,
        Map<String, Double> metrics) {

    /// Keeps a copy of the metrics.
    public Epoch {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
