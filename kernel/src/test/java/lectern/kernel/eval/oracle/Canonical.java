package lectern.kernel.eval.oracle;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The type and the text of a value, without what differs from run to run or from engine to engine.
final class Canonical {

    private static final Pattern IDENTITY = Pattern.compile("([\\w.$]+)@[0-9a-f]+\\b");
    private static final Pattern ANONYMOUS = Pattern.compile(".*(\\$JShell\\$anonymous\\$)?\\$\\d+");
    private static final Pattern LAMBDA = Pattern.compile("[\\w.$/]*\\$\\$Lambda[\\w.$/]*(@[0-9a-f]+)?");
    private static final Pattern CELL_CLASS = Pattern.compile("\\bREPL\\.\\$?\\w+[.$](?=[A-Za-z_])");

    private static final Pattern THREAD = Pattern.compile("Thread(\\[#\\d+,Thread)?-\\d+");
    // What javac makes for itself and the virtual machine counts.
    private static final Pattern LOCAL = Pattern.compile("<local\\d+>");
    // A stack trace that was printed.
    private static final Pattern FRAMES = Pattern.compile("\tat .*\n|\t\\.\\.\\. \\d+ more\n");

    private static final int DEEP = 8;

    private Canonical() {}

    static String of(@Nullable Object value) {
        return value == null ? "null" : type(value.getClass()) + " " + text(value, 0);
    }

    /// A text with the names of cell classes and the numbers of objects taken out.
    static String plain(String text) {
        var lambda = LAMBDA.matcher(text).replaceAll("lambda");
        var named = IDENTITY.matcher(lambda).replaceAll(found -> simple(found.group(1)) + "@");
        var counted = THREAD.matcher(named).replaceAll("Thread");
        counted = LOCAL.matcher(counted).replaceAll("<local>");
        return CELL_CLASS.matcher(FRAMES.matcher(counted).replaceAll("")).replaceAll("");
    }

    // Of a binary name; a local class has a number before its own name.
    private static String simple(String name) {
        return ANONYMOUS.matcher(name).matches() ? "anonymous" : name.replaceFirst(".*[.$]\\d*", "");
    }

    private static String type(Class<?> type) {
        if (type.isArray()) {
            return type(type.getComponentType()) + "[]";
        }
        if (ANONYMOUS.matcher(type.getName()).matches()) {
            return "anonymous";
        }
        if (type.isHidden() || type.isSynthetic()) {
            return Arrays.stream(type.getInterfaces()).map(Class::getSimpleName).collect(Collectors.joining("&"));
        }
        return type.getSimpleName();
    }

    private static String text(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> "null";
            // An array may hold itself.
            case Object _ when depth > DEEP -> "…";
            case Object array
            when array.getClass().isArray() ->
                IntStream.range(0, Array.getLength(array))
                        .mapToObj(i -> text(Array.get(array, i), depth + 1))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Map<?, ?> map
            when !(map instanceof SequencedMap || map instanceof EnumMap) ->
                pairs(map, depth).sorted().collect(Collectors.joining(", ", "{", "}"));
            case Map<?, ?> map -> pairs(map, depth).collect(Collectors.joining(", ", "{", "}"));
            case Set<?> set
            when !(set instanceof SequencedSet || set instanceof EnumSet) ->
                set.stream().map(item -> text(item, depth + 1)).sorted().collect(Collectors.joining(", ", "[", "]"));
            case Collection<?> all ->
                all.stream().map(item -> text(item, depth + 1)).collect(Collectors.joining(", ", "[", "]"));
            case Class<?> named -> "class " + named.getSimpleName();
            case Object other -> spoken(other);
        };
    }

    private static Stream<String> pairs(Map<?, ?> map, int depth) {
        return map.entrySet().stream()
                .map(entry -> text(entry.getKey(), depth + 1) + "=" + text(entry.getValue(), depth + 1));
    }

    private static String spoken(Object value) {
        try {
            return plain(String.valueOf(value));
        } catch (RuntimeException | Error e) {
            return "toString() throws " + e.getClass().getSimpleName();
        }
    }
}
