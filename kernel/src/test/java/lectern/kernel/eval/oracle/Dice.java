package lectern.kernel.eval.oracle;

import java.util.List;
import java.util.SplittableRandom;

/// Chance, from a seed.
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// True once in so many times.
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T of(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    String of(String... items) {
        return items[random.nextInt(items.length)];
    }
}
