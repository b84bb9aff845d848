package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import lectern.kernel.assist.Description;
import lectern.kernel.assist.Suggestion;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Request;
import lectern.kernel.magic.Magics;

/// Answers what an editor asks while a cell is written: completion, documentation, whether the cell is whole.
///
/// @param engine what knows the language
/// @param magics what knows the commands
record Assistance(Engine engine, Magics magics) {

    JsonObject complete(Request request) {
        var code = Json.string(request.content(), "code", "");
        int cursor = utf16(code, Json.integer(request.content(), "cursor_pos", Integer.MAX_VALUE));
        var found =
                magics.complete(code, cursor).orElseGet(() -> engine.evaluator().complete(magics.java(code), cursor));
        var matches = new JsonArray();
        var types = new JsonArray();
        int start = code.codePointCount(0, found.start());
        int end = code.codePointCount(0, found.end());
        for (var suggestion : found.suggestions()) {
            matches.add(suggestion.text());
            var type = new JsonObject();
            type.addProperty("start", start);
            type.addProperty("end", end);
            type.addProperty("text", suggestion.text());
            type.addProperty("type", type(suggestion.kind()));
            type.addProperty("signature", suggestion.signature());
            types.add(type);
        }
        var metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        var reply = Json.status("ok");
        reply.add("matches", matches);
        reply.addProperty("cursor_start", start);
        reply.addProperty("cursor_end", end);
        reply.add("metadata", metadata);
        return reply;
    }

    /// The words that Jupyter's editors have signs for.
    private static String type(Suggestion.Kind kind) {
        return switch (kind) {
            case FUNCTION -> "function";
            case VARIABLE -> "variable";
            case FIELD -> "field";
            case CLASS -> "class";
            case KEYWORD -> "keyword";
            case PACKAGE -> "module";
            case COMMAND -> "magic";
        };
    }

    JsonObject inspect(Request request) {
        var code = Json.string(request.content(), "code", "");
        int cursor = utf16(code, Json.integer(request.content(), "cursor_pos", Integer.MAX_VALUE));
        var found = magics.describe(code, cursor)
                .map(Description::of)
                .or(() -> engine.evaluator().inspect(magics.java(code), cursor, true));
        var data = new JsonObject();
        found.ifPresent(description -> {
            data.addProperty("text/plain", description.text());
            data.addProperty("text/html", description.html());
        });
        var reply = Json.status("ok");
        reply.addProperty("found", found.isPresent());
        reply.add("data", data);
        reply.add("metadata", new JsonObject());
        return reply;
    }

    JsonObject isComplete(Request request) {
        var code = Json.string(request.content(), "code", "");
        return switch (engine.evaluator().isComplete(magics.java(code))) {
            case COMPLETE -> Json.status("complete");
            case INVALID -> Json.status("invalid");
            case INCOMPLETE -> {
                var reply = Json.status("incomplete");
                reply.addProperty("indent", indent(code));
                yield reply;
            }
        };
    }

    /// The indentation of the line to come: that of the last line, and one step more after an opening bracket.
    static String indent(String code) {
        var line = code.stripTrailing();
        line = line.substring(line.lastIndexOf('\n') + 1);
        var own = line.substring(0, line.length() - line.stripLeading().length());
        return line.endsWith("{") || line.endsWith("(") ? own + "    " : own;
    }

    /// The protocol counts code points, Java counts UTF-16 units.
    static int utf16(String code, int codePoints) {
        int all = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.clamp(codePoints, 0, all));
    }
}
