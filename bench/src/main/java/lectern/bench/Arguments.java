package lectern.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The command line of a measurement: options, each with a value.
public final class Arguments {

    private Arguments() {}

    /// The options in order; a last one without a value is refused when its value is asked for.
    public static List<Option> pairs(String... arguments) {
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            boolean hasValue = i + 1 < arguments.length;
            options.add(new Option(arguments[i], hasValue ? arguments[i + 1] : "", hasValue));
        }
        return options;
    }

    /// An option and its value.
    ///
    /// @param name as in `--only`
    /// @param text its value as it was given
    /// @param isGiven whether there was one
    public record Option(String name, String text, boolean isGiven) {

        /// The value.
        ///
        /// @throws IllegalArgumentException if there was none
        public String value() {
            if (!isGiven) {
                throw new IllegalArgumentException("bench: expected a value after " + name + ", found nothing");
            }
            return text;
        }

        /// The value as a regular expression.
        ///
        /// @throws IllegalArgumentException if the value is not a regular expression
        public Pattern pattern() {
            String value = value();
            try {
                return Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "bench: " + name + " expected a regular expression, found " + value + " (" + e.getDescription()
                                + ")",
                        e);
            }
        }

        /// The value as a whole number.
        ///
        /// @throws IllegalArgumentException if the value is not a whole number from 1 to `most`
        public int number(int most) {
            String value = value();
            int number;
            try {
                number = Integer.parseInt(value);
            } catch (NumberFormatException _) {
                number = 0;
            }
            if (number < 1 || number > most) {
                throw new IllegalArgumentException("bench: " + name + " expected 1…" + most + ", found " + value);
            }
            return number;
        }

        /// What to throw where nobody knows the name.
        public IllegalArgumentException unknown() {
            return new IllegalArgumentException("bench: unknown option " + name);
        }
    }
}
