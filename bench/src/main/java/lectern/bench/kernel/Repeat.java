package lectern.bench.kernel;

import java.util.ArrayList;
import java.util.List;

/// Does the same again and again, as a session does: a number of times, or as often as there is time for.
///
/// @param times how often at most
/// @param milliseconds when no further turn begins
record Repeat(int times, double milliseconds) {

    private static final int LEAST = 3;

    /// One turn, and how long it took.
    interface Turn {
        double run(int number) throws KernelException;
    }

    /// The middle of the times of all turns.
    ///
    /// @param first the number of the first turn
    double median(int first, Turn turn) throws KernelException {
        var watch = new Stopwatch();
        List<Double> all = new ArrayList<>();
        while (all.size() < LEAST || (all.size() < times && watch.milliseconds() < milliseconds)) {
            all.add(turn.run(first + all.size()));
        }
        return new Numbers(all).median();
    }
}
