package lectern.bench.kernel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.bench.Arguments;

/// What `./lectern bench --kernel` was asked for.
///
/// @param spec our kernel as it is installed
/// @param only rows whose name it is found in
/// @param rounds how often each kernel has its turn
/// @param json where the results are kept
record Options(Path spec, Pattern only, int rounds, Optional<Path> json) {

    static final String USAGE = """
            usage: ./lectern bench --kernel [--only PATTERN] [--rounds N] [--json FILE] [--spec FILE]

              --only PATTERN   only rows whose name it is found in, a regular expression, as in --only 'start|trivial'
              --rounds N       how often each kernel has its turn (3); of starts there are at least five
              --json FILE      keep every number in FILE
              --spec FILE      measure the kernel of another kernel.json than this clone's
            """;

    private static final int ROUNDS = 3;

    /// @throws IllegalArgumentException if one is not understood
    static Options parse(String... arguments) {
        Optional<Path> spec = Optional.empty();
        Pattern only = Pattern.compile("");
        int rounds = ROUNDS;
        Optional<Path> json = Optional.empty();
        for (Arguments.Option option : Arguments.pairs(arguments)) {
            switch (option.name()) {
                case "--spec" -> spec = Optional.of(Path.of(option.value()));
                case "--only" -> only = option.pattern();
                case "--rounds" -> rounds = option.number(1000);
                case "--json" -> json = Optional.of(Path.of(option.value()));
                default -> throw option.unknown();
            }
        }
        return new Options(
                spec.orElseThrow(() -> new IllegalArgumentException("bench: expected --spec kernel.json, found none")),
                only,
                rounds,
                json);
    }
}
