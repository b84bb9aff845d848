package lectern.bench.compare;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A library that does the work. One process loads one contender, for one number of threads.
public interface Contender {

    /// The heading of its column.
    String name();

    /// What its process is to find in its environment, beside the number of threads.
    default Map<String, String> environment() {
        return Map.of();
    }

    /// Loads the library.
    ///
    /// @return its version
    String start(int threads);

    /// Makes work ready, or null where this library cannot do it.
    @Nullable
    Task prepare(Work work);

    /// Trains for one epoch, the first thing that its process does after [#start].
    ///
    /// @return the mean loss, or nothing where this library does not take part
    default OptionalDouble firstEpoch(ColdStart work) {
        return OptionalDouble.empty();
    }

    /// Whether it has a [#firstEpoch].
    default boolean startsCold() {
        return false;
    }
}
