package lectern.kernel.widget;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A widget with a value, which whoever reads the page may change.
///
/// @param <T> the type of the value
public abstract sealed class Control<T> extends Widget permits Slider, Choice, Checkbox, Field {

    private final String name;
    private final String key;
    private final List<Runnable> hearers = new CopyOnWriteArrayList<>();

    /// @param key what its value is called in the state
    Control(String name, String key, Model model) {
        super(model);
        this.name = name;
        this.key = key;
        model.onUpdate(this::heard);
    }

    /// What stands beside it.
    public final String name() {
        return name;
    }

    /// The value as it stands now.
    public final T value() {
        return parsed(model().get(key));
    }

    /// Puts it at a value, here and in all pages.
    ///
    /// @throws IllegalArgumentException if that is none of its values
    public final void set(T value) {
        model().put(key, written(checked(value)));
        hearers.forEach(Runnable::run);
    }

    /// Has it stand at a value at the start.
    void begin(T value) {
        model().put(key, written(checked(value)));
    }

    /// Tells someone whenever the value is another one.
    void onChange(Runnable hearer) {
        hearers.add(hearer);
    }

    private void heard(JsonObject changes) {
        var given = changes.get(key);
        if (given != null) {
            var next = written(nearest(parsed(given)));
            changes.add(key, next);
            if (!next.equals(model().get(key))) {
                hearers.forEach(Runnable::run);
            }
        }
    }

    /// The value itself, if it is one of those that the control can have.
    abstract T checked(T value);

    /// The value that is nearest to one that a page gives.
    abstract T nearest(T value);

    abstract T parsed(JsonElement json);

    abstract JsonElement written(T value);
}
