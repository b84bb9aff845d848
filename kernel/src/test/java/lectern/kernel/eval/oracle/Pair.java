package lectern.kernel.eval.oracle;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does work two at a time.
final class Pair {

    private Pair() {}

    /// The results in the order of what they were made from.
    static <A, B> List<B> map(List<A> items, Function<A, B> work) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = items.stream()
                    .map(item -> threads.submit(() -> work.apply(item)))
                    .toList();
            return results.stream().map(Pair::result).toList();
        }
    }

    private static <B> B result(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
