package lectern.nn.optim;

/// A learning rate that falls when the loss does so no longer: it is multiplied by f after each `patience`
/// epochs in a row without a loss below the lowest so far, as many practitioners do by hand.
///
/// @param factor f, above 0 and below 1
/// @param patience epochs to wait, 1 or more
public record Plateau(double factor, int patience) {

    /// @throws IllegalArgumentException if a setting is out of its range
    public Plateau {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("plateau: expected a factor above 0 and below 1, found " + factor);
        }
        Settings.atLeast1("plateau", "a patience", patience);
    }

    /// The learning rate from now on.
    ///
    /// @param learningRate η, without this fall
    /// @param losses of the epochs that are done, in order
    public double rate(double learningRate, double... losses) {
        double lowest = Double.POSITIVE_INFINITY;
        int waited = 0;
        int falls = 0;
        for (double loss : losses) {
            if (loss < lowest) {
                lowest = loss;
                waited = 0;
            } else if (++waited == patience) {
                falls++;
                waited = 0;
            }
        }
        return learningRate * StrictMath.pow(factor, falls);
    }
}
