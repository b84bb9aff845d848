package lectern.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as a reader of a chart wants them.
final class Numbers {

    private static final int SIGNIFICANT_DIGITS = 5;

    private Numbers() {}

    /// Five significant digits, no trailing zeros: `0.25`, `1200`, `1.5e-7`.
    static String text(double value) {
        return text(value, SIGNIFICANT_DIGITS);
    }

    /// Three significant digits, for where there is little room.
    static String brief(double value) {
        return text(value, 3);
    }

    /// A number on an axis, with as many digits as tell it from its neighbours.
    static String tick(double value, Range range) {
        // A zero reached by adding steps is not quite one.
        if (Math.abs(value) < 1e-6 * range.length()) {
            return "0";
        }
        double largest = Math.max(Math.abs(range.min()), Math.abs(range.max()));
        int digits = 3 + (int) Math.ceil(StrictMath.log10(largest / range.length()));
        return text(value, Math.clamp(digits, SIGNIFICANT_DIGITS, 15));
    }

    private static String text(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent <= 6) {
            return rounded.toPlainString();
        }
        var mantissa = new BigDecimal(rounded.unscaledValue(), rounded.precision() - 1);
        return mantissa.toPlainString() + "e" + exponent;
    }

    /// 10 to the given power: `0.01`, `1`, `100` on an axis of few decades around 1, else `10⁻⁷`.
    static String power(double exponent, Range range) {
        long whole = Math.round(exponent);
        if (Math.abs(exponent - whole) > 1e-6) {
            return text(StrictMath.pow(10, exponent), 2);
        }
        boolean plain = range.min() >= -3 && range.max() <= 4;
        return plain || whole == 0
                ? text(StrictMath.pow(10, (double) whole))
                : "10" + superscript(Long.toString(whole));
    }

    private static String superscript(String digits) {
        var out = new StringBuilder();
        digits.chars().forEach(c -> out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
        return out.toString();
    }
}
