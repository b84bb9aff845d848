package lectern.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What `./lectern bench --peers` was asked for.
///
/// @param only rows whose name it is found in
/// @param threads the counts of threads, each measured on its own
/// @param rounds how often each contender has its turn
/// @param json where the results are kept
record Options(Pattern only, List<Integer> threads, int rounds, Optional<Path> json) {

    static final String USAGE = """
            usage: ./lectern bench --peers [--only PATTERN] [--threads 1|2] [--rounds N] [--json FILE]

              --only PATTERN   only rows whose name it is found in, a regular expression, as in --only 'product|lstm'
              --threads 1|2    only with so many threads; both unless said otherwise
              --rounds N       how often each library has its turn (15)
              --json FILE      keep every round's time in FILE
            """;

    private static final int ROUNDS = 15;

    /// @throws IllegalArgumentException if one is not understood
    static Options parse(String... arguments) {
        Pattern only = Pattern.compile("");
        List<Integer> threads = List.of(1, 2);
        int rounds = ROUNDS;
        Optional<Path> json = Optional.empty();
        for (int i = 0; i < arguments.length; i += 2) {
            String option = arguments[i];
            int at = i + 1;
            Supplier<String> value = () -> {
                if (at == arguments.length) {
                    throw new IllegalArgumentException("bench: expected a value after " + option + ", found nothing");
                }
                return arguments[at];
            };
            switch (option) {
                case "--only" -> only = pattern(value.get());
                case "--threads" -> threads = List.of(number(option, value.get(), 2));
                case "--rounds" -> rounds = number(option, value.get(), 1000);
                case "--json" -> json = Optional.of(Path.of(value.get()));
                default -> throw new IllegalArgumentException("bench: unknown option " + option);
            }
        }
        return new Options(only, threads, rounds, json);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "bench: --only expected a regular expression, found " + text + " (" + e.getDescription() + ")", e);
        }
    }

    private static int number(String option, String text, int most) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException _) {
            number = 0;
        }
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("bench: " + option + " expected 1…" + most + ", found " + text);
        }
        return number;
    }

    /// Whether a row is asked for.
    boolean selects(String work) {
        return only.matcher(work).find();
    }
}
