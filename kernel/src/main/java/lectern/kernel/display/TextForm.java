package lectern.kernel.display;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values as text: `int[3] {1, 2, 3}`, lists and maps cut after a number of elements, the rest by `toString`.
///
/// Nothing is used up by it: a stream stays unread, a future is not waited for. A part whose `toString` fails gives a
/// text that says so.
public final class TextForm {

    private static final int ELEMENTS = 50;
    private static final int DEPTH = 4;
    private static final int CHARACTERS = 100_000;

    private final StringBuilder text = new StringBuilder();

    /// Whether the failure of the value's own text is that of the cell; a failing part only says so.
    private final boolean isResult;

    private TextForm(boolean isResult) {
        this.isResult = isResult;
    }

    /// The text of a value that a cell gives: if its own `toString` fails, so does this.
    static String result(@Nullable Object value) {
        return cut(value, CHARACTERS, true);
    }

    /// The text of a value.
    public static String of(@Nullable Object value) {
        return of(value, CHARACTERS);
    }

    /// The text of a value, cut after so many characters.
    public static String of(@Nullable Object value, int characters) {
        return cut(value, characters, false);
    }

    private static String cut(@Nullable Object value, int characters, boolean isResult) {
        var form = new TextForm(isResult);
        form.append(value, 0);
        int length = form.text.length();
        return length <= characters
                ? form.text.toString()
                : form.text.substring(0, characters) + "... (" + length + " characters)";
    }

    private void append(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case Throwable thrown -> text.append(ThrowableText.of(thrown));
            case Map<?, ?> map
            when ownText(map) ->
                joined(map.entrySet().iterator(), map.size(), "{", "}", depth, entry -> entry(entry, depth + 1));
            case Collection<?> list
            when ownText(list) ->
                joined(list.iterator(), list.size(), "[", "]", depth, element -> append(element, depth + 1));
            case Optional<?> optional
            when optional.isPresent() -> {
                text.append("Optional[");
                append(optional.get(), depth + 1);
                text.append(']');
            }
            case BaseStream<?, ?> _ -> text.append("a stream, not read yet; .toList() shows what comes out of it");
            case Future<?> future when ownText(future) -> future(future, depth);
            case Object array when array.getClass().isArray() -> array(array, depth);
            default -> text.append(isResult && depth == 0 ? String.valueOf(value) : said(value));
        }
    }

    // A collection of someone else's may have a text of its own that says more.
    private static boolean ownText(Object value) {
        return value.getClass().getName().startsWith("java.util.");
    }

    private static String said(Object value) {
        try {
            return String.valueOf(value);
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            return "(" + value.getClass().getTypeName() + ": its toString() failed with "
                    + e.getClass().getName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")";
        }
    }

    private void future(Future<?> future, int depth) {
        switch (future.state()) {
            case RUNNING -> text.append("a future, not done yet");
            case CANCELLED -> text.append("a future, cancelled");
            case FAILED -> text.append("a future, failed: ").append(said(future.exceptionNow()));
            case SUCCESS -> {
                text.append("a future, done: ");
                append(future.resultNow(), depth + 1);
            }
        }
    }

    private void array(Object array, int depth) {
        int length = Array.getLength(array);
        var component = array.getClass().getComponentType().getSimpleName() + "[";
        int bracket = component.indexOf('[');
        text.append(component, 0, bracket)
                .append('[')
                .append(length)
                .append(']')
                .append(component, bracket, component.length() - 1);
        if (depth >= DEPTH) {
            return;
        }
        text.append(" {");
        for (int i = 0; i < Math.min(length, ELEMENTS) && text.length() <= CHARACTERS; i++) {
            text.append(i == 0 ? "" : ", ");
            append(Array.get(array, i), depth + 1);
        }
        text.append(length > ELEMENTS ? ", ...}" : "}");
        if (length > ELEMENTS) {
            range(array);
        }
    }

    /// What of the numbers of a long array is not seen.
    private void range(Object array) {
        var numbers = switch (array) {
            case double[] doubles -> Arrays.stream(doubles);
            case float[] floats -> IntStream.range(0, floats.length).mapToDouble(i -> floats[i]);
            case int[] ints -> Arrays.stream(ints).asDoubleStream();
            case long[] longs -> Arrays.stream(longs).asDoubleStream();
            default -> DoubleStream.empty();
        };
        DoubleSummaryStatistics range =
                numbers.filter(number -> !Double.isNaN(number)).summaryStatistics();
        if (range.getCount() > 0) {
            boolean whole = array instanceof int[] || array instanceof long[];
            text.append(" min ").append(number(range.getMin(), whole));
            text.append(", max ").append(number(range.getMax(), whole));
        }
    }

    private static String number(double number, boolean whole) {
        return whole ? Long.toString((long) number) : Float.toString((float) number);
    }

    private void joined(
            Iterator<?> elements, int size, String open, String close, int depth, Consumer<@Nullable Object> form) {
        text.append(open);
        if (depth > DEPTH && size > 0) {
            // A list may hold itself.
            text.append("...");
        } else {
            int i = 0;
            for (; i < ELEMENTS && text.length() <= CHARACTERS && elements.hasNext(); i++) {
                text.append(i == 0 ? "" : ", ");
                form.accept(elements.next());
            }
            text.append(size > i ? ", ... (" + size + " elements)" : "");
        }
        text.append(close);
    }

    private void entry(@Nullable Object element, int depth) {
        if (element instanceof Map.Entry<?, ?> entry) {
            append(entry.getKey(), depth);
            text.append('=');
            append(entry.getValue(), depth);
        }
    }
}
