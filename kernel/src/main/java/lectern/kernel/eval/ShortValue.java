package lectern.kernel.eval;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A value in one line.
final class ShortValue {

    private static final int LENGTH = 120;

    private ShortValue() {}

    /// Empty if there is none to be had, or if it cannot say what it is.
    static Optional<String> of(Callable<@Nullable Object> value) {
        try {
            var line = text(value.call()).replaceAll("\\s*\\R\\s*", " ");
            return Optional.of(line.length() <= LENGTH ? line : line.substring(0, LENGTH) + " …");
        } catch (Exception | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case Character letter -> "'" + letter + "'";
            case null -> "null";
            default -> {
                var inside = value.getClass().isArray() ? Arrays.deepToString(new Object[] {value}) : "";
                yield inside.isEmpty() ? String.valueOf(value) : inside.substring(1, inside.length() - 1);
            }
        };
    }
}
