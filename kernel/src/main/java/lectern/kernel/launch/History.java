package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lectern.kernel.channel.Handler;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Request;

/// The cells of this session; answers `history_request`.
final class History implements Handler {

    private final List<String> cells = new ArrayList<>();
    private int count;

    /// The number of the cell that now begins. One that is not stored has the number that is due next.
    int begin(String code, boolean store) {
        if (store) {
            count++;
            cells.add(code);
            return count;
        }
        return count + 1;
    }

    @Override
    public JsonObject answer(Request request) {
        var content = request.content();
        int from = 1;
        int to = cells.size();
        var pattern = "*";
        switch (Json.string(content, "hist_access_type", "tail")) {
            case "range" -> {
                from = Math.max(1, Json.integer(content, "start", 1));
                to = Math.min(to, Json.integer(content, "stop", to + 1) - 1);
            }
            case "search" -> pattern = Json.string(content, "pattern", "*");
            default -> from = Math.max(1, to - Json.integer(content, "n", to) + 1);
        }
        boolean output = Json.bool(content, "output", false);
        var regex = Pattern.compile(
                Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
        var history = new JsonArray();
        for (int i = from; i <= to; i++) {
            if (regex.matcher(cells.get(i - 1)).matches()) {
                history.add(entry(i, output));
            }
        }
        var reply = Json.status("ok");
        reply.add("history", history);
        return reply;
    }

    private JsonArray entry(int number, boolean output) {
        var entry = new JsonArray();
        entry.add(0);
        entry.add(number);
        if (output) {
            var both = new JsonArray();
            both.add(cells.get(number - 1));
            both.add((String) null);
            entry.add(both);
        } else {
            entry.add(cells.get(number - 1));
        }
        return entry;
    }
}
