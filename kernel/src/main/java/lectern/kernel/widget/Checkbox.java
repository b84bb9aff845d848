package lectern.kernel.widget;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/// Yes or no.
public final class Checkbox extends Control<Boolean> {

    Checkbox(String name, boolean start) {
        super(name, "value", styled("Checkbox", "CheckboxStyle", name));
        model().put("indent", false);
        begin(start);
    }

    @Override
    public String text() {
        return name() + ": " + (value() ? "yes" : "no") + " (yes, no)";
    }

    @Override
    Boolean checked(Boolean value) {
        return value;
    }

    @Override
    Boolean nearest(Boolean value) {
        return value;
    }

    @Override
    Boolean parsed(JsonElement json) {
        return json.getAsBoolean();
    }

    @Override
    JsonElement written(Boolean value) {
        return new JsonPrimitive(value);
    }
}
