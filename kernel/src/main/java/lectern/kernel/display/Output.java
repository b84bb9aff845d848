package lectern.kernel.display;

import com.google.gson.JsonObject;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// Puts bundles under the cell.
///
/// @param bundles what makes them
/// @param publish takes the type of a message and its content
public record Output(Bundles bundles, BiConsumer<String, JsonObject> publish) {

    /// Shows a bundle and gives the id under which it can be replaced.
    public String display(DisplayData bundle) {
        var shown = new DisplayData(bundle);
        if (!shown.hasDisplayId()) {
            shown.setDisplayId(UUID.randomUUID().toString());
        }
        publish.accept("display_data", Bundles.json(shown));
        return shown.getDisplayId();
    }

    /// Replaces what was shown under this id, wherever it stands.
    public void update(String id, DisplayData bundle) {
        var shown = new DisplayData(bundle);
        shown.setDisplayId(id);
        publish.accept("update_display_data", Bundles.json(shown));
    }

    /// Clears what the cell has shown; with `wait`, only when something new comes.
    public void clear(boolean wait) {
        var content = new JsonObject();
        content.addProperty("wait", wait);
        publish.accept("clear_output", content);
    }
}
