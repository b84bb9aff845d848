package lectern.nn.ops;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The errors of the functions in [Elementary] against `double`.
///
/// As a program: over every bit pattern that a `float` can have, which takes minutes. The arguments are the
/// names of functions; none means all.
final class FunctionErrors {

    private FunctionErrors() {}

    /// A function of this library.
    @FunctionalInterface
    interface FloatFunction {
        float apply(float x);
    }

    /// A function as it is computed here, and as it should be.
    record Function(String name, FloatFunction found, DoubleUnaryOperator exact) {}

    /// What was found worst.
    ///
    /// @param ulps the largest error in units of the last place, where the result is a normal number
    /// @param at for which argument
    /// @param tiny the largest error where the result is less than that, as a multiple of the smallest normal one
    record Worst(double ulps, float at, double tiny) {

        Worst or(Worst other) {
            Worst larger = ulps >= other.ulps ? this : other;
            return new Worst(larger.ulps, larger.at, Math.max(tiny, other.tiny));
        }
    }

    static final List<Function> ALL = List.of(
            new Function("exp", Elementary::exp, Math::exp),
            new Function("log", Elementary::log, Math::log),
            new Function("tanh", Elementary::tanh, Math::tanh),
            new Function("sigmoid", Elementary::sigmoid, x -> 1 / (1 + Math.exp(-x))),
            new Function("softplus", Elementary::softplus, x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))),
            new Function("erf", Elementary::erf, FunctionErrors::erf));

    /// Over every `step`-th bit pattern, of either sign.
    ///
    /// @throws ArithmeticException if a result is infinite or not a number, and should not be, or the reverse
    static Worst of(Function function, int step) {
        return of(function, step, 0).or(of(function, step, Elementary.SIGN_BIT));
    }

    private static Worst of(Function function, int step, int sign) {
        double worst = 0;
        float worstAt = 0;
        double tiny = 0;
        for (long bits = 0; bits <= Integer.MAX_VALUE; bits += step) {
            float x = Float.intBitsToFloat((int) bits | sign);
            float found = function.found.apply(x);
            double wanted = function.exact.applyAsDouble(x);
            float nearest = (float) wanted;
            if (Float.isNaN(nearest) || Float.isInfinite(nearest) || !Float.isFinite(found)) {
                if (Float.compare(found, nearest) != 0) {
                    throw new ArithmeticException(
                            function.name + " of " + x + ": expected " + wanted + ", found " + found);
                }
            } else if (Math.abs(wanted) < Float.MIN_NORMAL) {
                tiny = Math.max(tiny, Math.abs(found - wanted) / Float.MIN_NORMAL);
            } else {
                double ulps = Math.abs(found - wanted) / Math.ulp(nearest);
                if (ulps > worst) {
                    worst = ulps;
                    worstAt = x;
                }
            }
        }
        return new Worst(worst, worstAt, tiny);
    }

    /// erf x by its series of positive terms, 2/√π e^(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (2n + 1)!!.
    private static double erf(double x) {
        double square = x * x;
        if (square > 36) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * square / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-square) * sum;
    }

    /// @param names of functions
    public static void main(String[] names) {
        List<String> wanted = names.length > 0
                ? List.of(names)
                : ALL.stream().map(Function::name).toList();
        for (Function function : ALL) {
            if (wanted.contains(function.name)) {
                System.out.println(function.name + ": " + of(function, 1));
            }
        }
    }
}
