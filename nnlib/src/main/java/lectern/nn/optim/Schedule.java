package lectern.nn.optim;

/// A learning rate that changes while training goes on: a function of η as the optimizer has it, and of how
/// much is done, counted in epochs or in steps.
@FunctionalInterface
public interface Schedule {

    /// The learning rate from now on.
    ///
    /// @param learningRate η, as set in the optimizer
    /// @param done n, the epochs, or the steps, that are done, from 0
    double rate(double learningRate, int done);

    /// This one at first, another afterwards: such as `linearWarmUp(5).then(5, cosine(95, 0))`.
    ///
    /// @param done how long this one lasts; the other then counts from 0
    default Schedule then(int done, Schedule next) {
        return (rate, n) -> n < done ? rate(rate, n) : next.rate(rate, n - done);
    }

    /// **η f^⌊n / every⌋**: a step down now and then.
    ///
    /// @param factor f, above 0
    static Schedule stepDecay(int every, double factor) {
        Settings.atLeast1("stepDecay", "a length", every);
        Settings.above0("stepDecay", "a factor", factor);
        return (rate, n) -> {
            int falls = n / every;
            return rate * StrictMath.pow(factor, falls);
        };
    }

    /// **η fⁿ**.
    ///
    /// @param factor f, above 0
    static Schedule exponentialDecay(double factor) {
        Settings.above0("exponentialDecay", "a factor", factor);
        return (rate, n) -> rate * StrictMath.pow(factor, n);
    }

    /// **η / (1 + d n)**: it sums up without bound, as the proof of H. Robbins and S. Monro, *A stochastic
    /// approximation method* (1951), asks for.
    ///
    /// @param decay d, 0 or more
    static Schedule inverseDecay(double decay) {
        Settings.notNegative("inverseDecay", "a decay", decay);
        return (rate, n) -> rate / (1 + decay * n);
    }

    /// **η (1 − n / length)**, then 0.
    static Schedule linearDecay(int length) {
        Settings.atLeast1("linearDecay", "a length", length);
        return (rate, n) -> rate * Math.max(0, 1 - (double) n / length);
    }

    /// **l + ½ (η − l) (1 + cos(π n / length))**, which comes to l at the length, and would rise again after
    /// it.
    ///
    /// Source: I. Loshchilov and F. Hutter, *SGDR: stochastic gradient descent with warm restarts* (ICLR 2017),
    /// eq. (5).
    ///
    /// @param lowest l, 0 or more
    static Schedule cosine(int length, double lowest) {
        Settings.atLeast1("cosine", "a length", length);
        Settings.notNegative("cosine", "a lowest rate", lowest);
        return (rate, n) -> between(rate, lowest, (double) n / length);
    }

    /// **η (n + 1) / length** at first, then η.
    static Schedule linearWarmUp(int length) {
        Settings.atLeast1("linearWarmUp", "a length", length);
        return (rate, n) -> rate * Math.min(1, (n + 1.0) / length);
    }

    /// Up from η / 25 to η in three tenths of the length, then down to η / 250 000, both along a cosine.
    ///
    /// Source: L. N. Smith and N. Topin, *Super-convergence: very fast training of neural networks using large
    /// learning rates* (2018), section 4, where both parts are lines.
    static Schedule oneCycle(int length) {
        Settings.atLeast1("oneCycle", "a length", length);
        double top = 0.3 * length;
        return (rate, n) -> n < top
                ? between(rate / 25, rate, n / top)
                : between(rate, rate / 250_000, Math.min(1, (n - top) / (length - top)));
    }

    /// From one rate to another along half a cosine.
    ///
    /// @param share of the way, from 0 to 1
    private static double between(double from, double to, double share) {
        return to + 0.5 * (from - to) * (1 + StrictMath.cos(Math.PI * share));
    }
}
