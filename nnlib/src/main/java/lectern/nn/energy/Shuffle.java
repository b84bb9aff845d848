package lectern.nn.energy;

import java.util.random.RandomGenerator;

/// The shuffle of Fisher and Yates: each order is as likely as any other.
final class Shuffle {

    private Shuffle() {}

    static void of(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
