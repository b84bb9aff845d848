package lectern.nn.loss;

/// What is asked of probabilities.
final class Probabilities {

    private Probabilities() {}

    /// @param where the loss, as its user calls it
    /// @param mend what to do if these were never meant to be probabilities
    static void check(String where, float[] p, String mend) {
        for (int i = 0; i < p.length; i++) {
            if (p[i] < 0 || p[i] > 1) {
                throw new IllegalArgumentException(
                        where + ": expected probabilities 0…1, found " + p[i] + " at index " + i + "; " + mend);
            }
        }
    }
}
