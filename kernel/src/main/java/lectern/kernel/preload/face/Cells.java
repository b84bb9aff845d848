package lectern.kernel.preload.face;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lectern.kernel.display.TextForm;
import org.jspecify.annotations.Nullable;

/// Values as cells of a table, and what a column of them is called and holds.
final class Cells {

    private static final int NUMBER = 10;

    private Cells() {}

    static String of(@Nullable Object value) {
        var text = TextForm.of(value, TableText.CELL);
        // The last digits of 1.6400000000000001 say nothing to a reader.
        return value instanceof Double number && text.length() > NUMBER && !Float.isInfinite(number.floatValue())
                ? Float.toString(number.floatValue())
                : text;
    }

    /// A column over values, with the type that they share, if they do.
    static TableText.Column column(String name, List<? extends @Nullable Object> values) {
        Set<Class<?>> types =
                values.stream().filter(Objects::nonNull).map(Object::getClass).collect(Collectors.toSet());
        boolean numbers = !types.isEmpty() && types.stream().allMatch(Number.class::isAssignableFrom);
        return new TableText.Column(
                name, types.size() == 1 ? name(types.iterator().next()) : "", numbers);
    }

    /// A type as a reader of a table knows it: `int` and not `Integer`, `List` and not what class of list it is.
    static String name(Class<?> type) {
        if (type == Integer.class) {
            return "int";
        }
        if (Number.class.isAssignableFrom(type) && type.getPackageName().equals("java.lang")) {
            return type.getSimpleName().toLowerCase(Locale.ROOT);
        }
        if (List.class.isAssignableFrom(type)) {
            return "List";
        }
        if (Map.class.isAssignableFrom(type)) {
            return "Map";
        }
        return type.getSimpleName();
    }
}
