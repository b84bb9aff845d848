package lectern.nn.loss;

/// How much a penalty counts.
final class Strength {

    private Strength() {}

    /// Refuses a strength that would reward.
    static void check(String where, double strength) {
        if (!(strength >= 0)) {
            throw new IllegalArgumentException(where + ": expected a strength of 0 or more, found " + strength);
        }
    }
}
