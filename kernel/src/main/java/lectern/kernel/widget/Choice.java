package lectern.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// One of several values, from a list that folds out.
///
/// @param <T> the type of the values
public final class Choice<T> extends Control<T> {

    private final List<T> values;

    Choice(String name, Collection<? extends T> values) {
        super(name, "index", styled("Dropdown", "DescriptionStyle", name));
        this.values = new ArrayList<>(values);
        if (this.values.isEmpty()) {
            throw new IllegalArgumentException("choice " + name + ": expected values to choose from, found none");
        }
        if (this.values.contains(null)) {
            throw new IllegalArgumentException("choice " + name + ": expected values, found null among " + values);
        }
        var labels = new JsonArray();
        this.values.forEach(value -> labels.add(String.valueOf(value)));
        model().put("_options_labels", labels).put("index", 0);
    }

    /// The same, at this value at the start; without it, at the first.
    ///
    /// @throws IllegalArgumentException if it is not among the values
    public Choice<T> start(T value) {
        begin(value);
        return this;
    }

    @Override
    public String text() {
        return name() + ": " + value() + " (" + joined() + ")";
    }

    private String joined() {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    T checked(T value) {
        if (!values.contains(value)) {
            throw new IllegalArgumentException(
                    "choice " + name() + ": expected one of " + joined() + ", found " + value);
        }
        return value;
    }

    @Override
    T nearest(T value) {
        return value;
    }

    @Override
    T parsed(JsonElement json) {
        // Where nothing is chosen a page says null.
        int index = json.isJsonNull() ? 0 : json.getAsInt();
        if (index < 0 || index >= values.size()) {
            throw new IllegalArgumentException(
                    "choice " + name() + ": expected a place from 0 to " + (values.size() - 1) + ", found " + index);
        }
        return values.get(index);
    }

    @Override
    JsonElement written(T value) {
        return new JsonPrimitive(values.indexOf(value));
    }
}
