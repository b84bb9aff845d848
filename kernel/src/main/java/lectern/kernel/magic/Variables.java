package lectern.kernel.magic;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.Variable;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// `%who` and `%vars`: the variables as a table.
///
/// @param evaluator whose variables
/// @param show puts something under the cell
/// @param form how a value reads
record Variables(Supplier<? extends Evaluator> evaluator, Consumer<DisplayData> show, Function<Object, String> form)
        implements LineCommand {

    private static final int LETTERS = 60;

    @Override
    public Description description() {
        return new Description(
                "%who [NAME...], %vars", "list the variables with their types, sizes and values", "%who");
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        var wanted = evaluator.get().variables().stream()
                .filter(variable -> arguments.isEmpty() || arguments.contains(variable.name()))
                .toList();
        for (var name : arguments) {
            if (wanted.stream().noneMatch(variable -> variable.name().equals(name))) {
                throw new IllegalArgumentException("%who: expected a variable, found none named " + name);
            }
        }
        if (wanted.isEmpty()) {
            System.out.println("no variables yet");
        } else {
            var rows = wanted.stream().map(this::row).toList();
            show.accept(new Table(List.of("name", "type", "size", "value"), rows).bundle());
        }
        return null;
    }

    private List<String> row(Variable variable) {
        var value = variable.value();
        return List.of(variable.name(), variable.type(), size(value), cut(text(value)));
    }

    /// The number of elements, or the shape of what has one.
    static String size(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case CharSequence text -> String.valueOf(text.length());
            case Collection<?> list -> String.valueOf(list.size());
            case Map<?, ?> map -> String.valueOf(map.size());
            case Object array when array.getClass().isArray() -> lengths(array);
            default -> shape(value);
        };
    }

    private static String lengths(Object array) {
        int length = Array.getLength(array);
        var inner = length == 0 || !array.getClass().getComponentType().isArray() ? null : Array.get(array, 0);
        return inner == null ? String.valueOf(length) : length + " × " + lengths(inner);
    }

    private static String shape(Object value) {
        try {
            var shape = value.getClass().getMethod("shape");
            return shape.canAccess(value) ? String.valueOf(shape.invoke(value)) : "";
        } catch (ReflectiveOperationException e) {
            return "";
        }
    }

    // A value whose text fails must not keep the others from being listed.
    @SuppressWarnings("CatchThrowable")
    private String text(@Nullable Object value) {
        try {
            return value == null ? "null" : form.apply(value);
        } catch (Throwable e) {
            return "(" + e + ")";
        }
    }

    private static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LETTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LETTERS - 3)) + "...";
    }
}
