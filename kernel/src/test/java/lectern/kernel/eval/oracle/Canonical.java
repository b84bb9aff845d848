package lectern.kernel.eval.oracle;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The type and the text of a value, without what differs from run to run or from engine to engine.
final class Canonical {

    private static final Pattern IDENTITY = Pattern.compile("(?:[\\w.]*\\.)?[\\w$]*?([A-Za-z_]\\w*)@[0-9a-f]+\\b");
    private static final Pattern LAMBDA = Pattern.compile("[\\w.$/]*\\$\\$Lambda[\\w.$/]*(@[0-9a-f]+)?");
    private static final Pattern CELL_CLASS = Pattern.compile("\\bREPL\\.\\$?\\w+[.$](?=[A-Za-z_])");

    private Canonical() {}

    static String of(@Nullable Object value) {
        return value == null ? "null" : type(value.getClass()) + " " + text(value);
    }

    /// A text with the names of cell classes and the numbers of objects taken out.
    static String plain(String text) {
        var lambda = LAMBDA.matcher(text).replaceAll("lambda");
        var named = IDENTITY.matcher(lambda).replaceAll("$1@");
        return CELL_CLASS.matcher(named).replaceAll("");
    }

    private static String type(Class<?> type) {
        if (type.isArray()) {
            return type(type.getComponentType()) + "[]";
        }
        if (type.isAnonymousClass()) {
            var shared = type.getInterfaces();
            return "anonymous " + (shared.length == 0 ? type.getSuperclass() : shared[0]).getSimpleName();
        }
        if (type.isHidden() || type.isSynthetic()) {
            return Arrays.stream(type.getInterfaces()).map(Class::getSimpleName).collect(Collectors.joining("&"));
        }
        return type.getSimpleName();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Object array
            when array.getClass().isArray() ->
                IntStream.range(0, Array.getLength(array))
                        .mapToObj(i -> text(Array.get(array, i)))
                        .collect(Collectors.joining(", ", "{", "}"));
            case HashMap<?, ?> map -> pairs(map).sorted().collect(Collectors.joining(", ", "{", "}"));
            case Map<?, ?> map -> pairs(map).collect(Collectors.joining(", ", "{", "}"));
            case HashSet<?> set ->
                set.stream().map(Canonical::text).sorted().collect(Collectors.joining(", ", "[", "]"));
            case Collection<?> all -> all.stream().map(Canonical::text).collect(Collectors.joining(", ", "[", "]"));
            case Class<?> named -> "class " + named.getSimpleName();
            case Object other -> spoken(other);
        };
    }

    private static Stream<String> pairs(Map<?, ?> map) {
        return map.entrySet().stream().map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()));
    }

    private static String spoken(Object value) {
        try {
            return plain(String.valueOf(value));
        } catch (RuntimeException | Error e) {
            return "toString() throws " + e.getClass().getSimpleName();
        }
    }
}
