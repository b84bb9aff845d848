package lectern.kernel.widget;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.function.Function;

/// A text or a number to type; it counts when Enter is pressed, or the field is left.
///
/// @param <T> `String`, `Integer` or `Double`
public final class Field<T> extends Control<T> {

    private final Function<JsonElement, T> reader;
    private final Function<T, JsonPrimitive> writer;

    private Field(
            String name,
            String widget,
            String style,
            T start,
            Function<JsonElement, T> reader,
            Function<T, JsonPrimitive> writer) {
        super(name, "value", styled(widget, style, name));
        this.reader = reader;
        this.writer = writer;
        model().put("continuous_update", false);
        begin(start);
    }

    static Field<String> text(String name, String start) {
        return new Field<>(name, "Text", "TextStyle", start, JsonElement::getAsString, JsonPrimitive::new);
    }

    static Field<Integer> whole(String name, int start) {
        return new Field<>(name, "IntText", "DescriptionStyle", start, JsonElement::getAsInt, JsonPrimitive::new);
    }

    static Field<Double> number(String name, double start) {
        return new Field<>(name, "FloatText", "DescriptionStyle", start, JsonElement::getAsDouble, JsonPrimitive::new);
    }

    @Override
    public String text() {
        return name() + ": " + value();
    }

    @Override
    T checked(T value) {
        return value;
    }

    @Override
    T nearest(T value) {
        return value;
    }

    @Override
    T parsed(JsonElement json) {
        return reader.apply(json);
    }

    @Override
    JsonElement written(T value) {
        return writer.apply(value);
    }
}
