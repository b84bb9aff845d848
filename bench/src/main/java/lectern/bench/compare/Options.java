package lectern.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.bench.Arguments;

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
        for (Arguments.Option option : Arguments.pairs(arguments)) {
            switch (option.name()) {
                case "--only" -> only = option.pattern();
                case "--threads" -> threads = List.of(option.number(2));
                case "--rounds" -> rounds = option.number(1000);
                case "--json" -> json = Optional.of(Path.of(option.value()));
                default -> throw option.unknown();
            }
        }
        return new Options(only, threads, rounds, json);
    }

    /// Whether a row is asked for.
    boolean selects(String work) {
        return only.matcher(work).find();
    }
}
