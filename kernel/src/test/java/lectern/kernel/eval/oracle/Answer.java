package lectern.kernel.eval.oracle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.kernel.eval.Outcome;

/// All of an evaluator's answer to a cell that can be compared.
///
/// @param outcome `value` with type and text, `nothing`, or `failure` with its kind and, unless the compiler worded it,
///     what it says and the places in the cells that it came through
/// @param printed to both streams, in order
record Answer(String outcome, String printed) {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern PLACE = Pattern.compile("^ +at (cell \\[\\d+\\], line \\d+)");

    static Answer of(Printed.Result<Outcome> result) {
        return new Answer(text(result.value()), Canonical.plain(result.printed()));
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Nothing() -> "nothing";
            case Outcome.Value(var value) -> "value " + Canonical.of(value);
            case Outcome.Failure failure when failure.name().equals("CompilationError") -> "failure CompilationError";
            case Outcome.Failure failure ->
                "failure " + failure.name() + ": " + Canonical.plain(failure.message()) + places(failure);
        };
    }

    private static String places(Outcome.Failure failure) {
        return failure.traceback().stream()
                .map(line -> COLOUR.matcher(line).replaceAll(""))
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .map(place -> " at " + place.group(1))
                .collect(Collectors.joining());
    }

    /// Whether the cell was not understood.
    boolean refused() {
        return outcome.equals("failure CompilationError");
    }

    /// One line.
    @Override
    public String toString() {
        var whole = printed.isEmpty() ? outcome : outcome + " printed " + printed;
        return escaped(whole);
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    default -> Character.isISOControl(c) ? "\\x%02x".formatted(c) : Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
