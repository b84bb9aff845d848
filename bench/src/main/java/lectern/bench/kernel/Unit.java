package lectern.bench.kernel;

import java.util.Locale;

/// What the numbers of a row are given in.
enum Unit {
    MILLISECONDS(" ms"),
    MEBIBYTES(" MiB"),
    PERCENT(" %"),
    TIMES(" times"),
    COUNT("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /// The number with three digits that count, without the unit.
    String number(double number) {
        if (this == COUNT) {
            return String.format(Locale.ROOT, "%.0f", number);
        }
        int decimals = number < 9.995 ? 2 : number < 99.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    String text(double number) {
        return number(number) + symbol;
    }
}
