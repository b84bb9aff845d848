package lectern.bench.compare;

import java.util.Locale;

/// A function of each of a million numbers.
///
/// ND4J writes into a ready array; DJL makes a new one at each call.
public record Elementwise(Function function, int count) implements Work {

    /// Which function.
    public enum Function {
        /// tanh x.
        TANH,
        /// eˣ.
        EXP
    }

    @Override
    public String name() {
        return function.name().toLowerCase(Locale.ROOT) + " " + count;
    }

    @Override
    public double flops() {
        return 0;
    }

    /// x, within ±5.
    public float[] x() {
        return Numbers.uniform(count, 5, 1);
    }
}
