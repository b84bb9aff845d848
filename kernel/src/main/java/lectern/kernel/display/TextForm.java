package lectern.kernel.display;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values as text: `int[3] {1, 2, 3}`, lists and maps cut after a number of elements, the rest by `toString`.
final class TextForm {

    private static final int ELEMENTS = 50;
    private static final int DEPTH = 4;
    private static final int CHARACTERS = 100_000;

    private TextForm() {}

    static String of(@Nullable Object value) {
        var text = of(value, 0);
        return text.length() <= CHARACTERS
                ? text
                : text.substring(0, CHARACTERS) + "... (" + text.length() + " characters)";
    }

    private static String of(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> "null";
            case Throwable thrown -> thrown(thrown);
            case Map<?, ?> map
            when ownText(map) ->
                joined(
                        map.entrySet().iterator(),
                        map.size(),
                        e -> ((Map.Entry<?, ?>) e).getKey() + "=" + of(((Map.Entry<?, ?>) e).getValue(), depth + 1),
                        "{",
                        "}");
            case Collection<?> list
            when ownText(list) -> joined(list.iterator(), list.size(), e -> of(e, depth + 1), "[", "]");
            case Object array when array.getClass().isArray() -> array(array, depth);
            default -> String.valueOf(value);
        };
    }

    // A collection of someone else's may have a text of its own that says more.
    private static boolean ownText(Object collection) {
        return collection.getClass().getName().startsWith("java.util.");
    }

    private static String array(Object array, int depth) {
        int length = Array.getLength(array);
        var component = array.getClass().getComponentType().getSimpleName() + "[";
        int bracket = component.indexOf('[');
        var type = component.substring(0, bracket) + "[" + length + "]"
                + component.substring(bracket, component.length() - 1);
        if (depth >= DEPTH) {
            return type;
        }
        var text = new StringBuilder(type).append(" {");
        for (int i = 0; i < Math.min(length, ELEMENTS); i++) {
            text.append(i == 0 ? "" : ", ").append(of(Array.get(array, i), depth + 1));
        }
        return text.append(length > ELEMENTS ? ", ..." : "").append('}').toString();
    }

    private static String joined(
            Iterator<?> elements, int size, Function<@Nullable Object, String> form, String open, String close) {
        var text = new StringBuilder(open);
        for (int i = 0; elements.hasNext() && i < ELEMENTS; i++) {
            text.append(i == 0 ? "" : ", ").append(form.apply(elements.next()));
        }
        return text.append(size > ELEMENTS ? ", ... (" + size + " elements)" : "")
                .append(close)
                .toString();
    }

    private static String thrown(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        // Frames below the cell are the kernel's and JShell's.
        return text.toString()
                .lines()
                .takeWhile(line -> !line.contains(".do_it$"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
