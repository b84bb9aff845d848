package lectern.kernel.live;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Loops that show how far they are: `for (var seed : progress(20)) …`.
public final class Loops {

    private Loops() {}

    /// The elements, with a bar that shows how far a loop over them is, how fast, and how long it takes still.
    public static <T> Iterable<T> progress(Iterable<T> elements) {
        return progress("", elements);
    }

    /// The same with a name before the bar.
    public static <T> Iterable<T> progress(String name, Iterable<T> elements) {
        long total = elements instanceof Collection<T> collection ? collection.size() : -1;
        return new Progress<>(name, elements, total, System::nanoTime);
    }

    /// The elements of an array.
    public static <T> Iterable<T> progress(T[] elements) {
        return progress(List.of(elements));
    }

    /// The numbers from 0 to one below the count.
    ///
    /// @throws IllegalArgumentException if the count is negative
    public static Iterable<Integer> progress(int count) {
        return progress("", count);
    }

    /// The same with a name before the bar.
    ///
    /// @throws IllegalArgumentException if the count is negative
    public static Iterable<Integer> progress(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("progress: expected a count of 0 or more, found " + count);
        }
        return new Progress<>(name, () -> IntStream.range(0, count).iterator(), count, System::nanoTime);
    }
}
