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
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        var rounded = new BigDecimal(value)
                .round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent <= 6) {
            return rounded.toPlainString();
        }
        var mantissa = new BigDecimal(rounded.unscaledValue(), rounded.precision() - 1);
        return mantissa.toPlainString() + "e" + exponent;
    }

    /// 10 to the given power: `0.01`, `1`, `100`, and `10⁻⁷` where plain digits would be long.
    static String power(double exponent) {
        long whole = Math.round(exponent);
        if (Math.abs(exponent - whole) > 1e-9) {
            return text(new BigDecimal(Math.pow(10, exponent))
                    .round(new MathContext(2))
                    .doubleValue());
        }
        if (Math.abs(whole) <= 3) {
            return text(Math.pow(10, (double) whole));
        }
        return "10" + superscript(Long.toString(whole));
    }

    private static String superscript(String digits) {
        var out = new StringBuilder();
        digits.chars().forEach(c -> out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
        return out.toString();
    }
}
