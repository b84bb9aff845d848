package lectern.nn.optim;

/// Refuses settings that are out of their range.
final class Settings {

    private Settings() {}

    static void learningRate(String where, double value) {
        above0(where, "a learning rate", value);
    }

    static void above0(String where, String name, double value) {
        check(value > 0, where, name + " above 0", value);
    }

    static void notNegative(String where, String name, double value) {
        check(value >= 0, where, name + " of 0 or more", value);
    }

    static void below1(String where, String name, double value) {
        check(value >= 0 && value < 1, where, name + " of 0 or more and below 1", value);
    }

    static void betas(String where, double beta1, double beta2) {
        check(
                beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1,
                where,
                "betas of 0 or more and below 1",
                beta1 + " and " + beta2);
    }

    static void atLeast1(String where, String name, int value) {
        check(value >= 1, where, name + " of 1 or more", value);
    }

    private static void check(boolean fits, String where, String expected, Object found) {
        if (!fits) {
            throw new IllegalArgumentException(where + ": expected " + expected + ", found " + found);
        }
    }

    /// bⁿ by repeated squaring, the same on every machine; unlike `StrictMath.pow` it allocates nothing.
    static double power(double b, int n) {
        double power = 1;
        double square = b;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}
