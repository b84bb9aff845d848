package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import lectern.kernel.assist.Description;

/// A cell that is a name with a question mark, as in `Math.abs?`: its documentation is shown beside the notebook.
///
/// @param engine what knows it
record Pager(Engine engine) {

    private static final Pattern QUESTION = Pattern.compile("\\s*\\??([\\p{javaJavaIdentifierPart}.]+)\\s*\\??\\s*");

    /// The name that is asked for, if this is such a cell.
    static Optional<String> name(String code) {
        var asked = QUESTION.matcher(code);
        return asked.matches() && code.contains("?") ? Optional.of(asked.group(1)) : Optional.empty();
    }

    /// The payload of the reply.
    JsonArray payload(String name) {
        var found = engine.evaluator()
                .inspect(name, name.length(), true)
                .orElseGet(() -> Description.of(name + ": nothing is known of it"));
        var data = new JsonObject();
        data.addProperty("text/plain", found.text());
        data.addProperty("text/html", found.html());
        var page = new JsonObject();
        page.addProperty("source", "page");
        page.add("data", data);
        page.addProperty("start", 0);
        var payload = new JsonArray();
        payload.add(page);
        return payload;
    }
}
