package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import lectern.kernel.channel.Handler;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Request;
import lectern.kernel.launch.HistoryFile.Entry;

/// The cells of this session and of those before; answers `history_request`.
///
/// Results are remembered of this session only.
final class History implements Handler {

    private static final int LONGEST_RESULT = 10_000;

    private final PastSessions past;
    private final List<String> cells = new ArrayList<>();
    private final Map<Integer, String> results = new HashMap<>();

    History(PastSessions past) {
        this.past = past;
    }

    /// The number of the cell that now begins. One that is not stored has the number that is due next.
    synchronized int begin(String code, boolean store) {
        if (!store) {
            return cells.size() + 1;
        }
        cells.add(code);
        past.add(cells.size(), code);
        return cells.size();
    }

    /// The result of a cell, as text.
    synchronized void result(int number, String text) {
        if (number <= cells.size()) {
            results.put(number, text.substring(0, Math.min(text.length(), LONGEST_RESULT)));
        }
    }

    @Override
    public JsonObject answer(Request request) throws InterruptedException {
        var content = request.content();
        var read = past.read();
        var type = Json.string(content, "hist_access_type", "tail");
        var found = switch (type) {
            case "tail" -> last(all(read), Json.integer(content, "n", Integer.MAX_VALUE));
            case "range" -> range(content, read);
            case "search" -> search(content, all(read));
            default ->
                throw new IllegalArgumentException(
                        "history_request: expected hist_access_type range, tail or search, found " + type);
        };
        boolean output = Json.bool(content, "output", false);
        var history = new JsonArray();
        found.forEach(entry -> history.add(json(entry, output, read.session())));
        var reply = Json.status("ok");
        reply.add("history", history);
        return reply;
    }

    private synchronized List<Entry> all(PastSessions.Read read) {
        var all = new ArrayList<>(read.others());
        for (int i = 0; i < cells.size(); i++) {
            all.add(new Entry(read.session(), i + 1, cells.get(i)));
        }
        return all;
    }

    private static List<Entry> last(List<Entry> entries, int count) {
        return entries.subList(Math.max(0, entries.size() - Math.max(0, count)), entries.size());
    }

    /// Session 0 is this one, and -1 the one before it.
    private List<Entry> range(JsonObject content, PastSessions.Read read) {
        int asked = Json.integer(content, "session", 0);
        int session = asked > 0 ? asked : read.session() + asked;
        var lines =
                all(read).stream().filter(entry -> entry.session() == session).toList();
        int end = lines.isEmpty() ? 1 : lines.getLast().line() + 1;
        int start = counted(Json.integer(content, "start", 1), end);
        int stop = counted(Json.integer(content, "stop", end), end);
        return lines.stream()
                .filter(entry -> start <= entry.line() && entry.line() < stop)
                .toList();
    }

    /// Negative numbers count from the end.
    private static int counted(int line, int end) {
        return line < 0 ? end + line : line;
    }

    private static List<Entry> search(JsonObject content, List<Entry> all) {
        var pattern = Glob.of(Json.string(content, "pattern", "*")).asMatchPredicate();
        var seen = new HashSet<String>();
        boolean unique = Json.bool(content, "unique", false);
        // From the newest on, so that of several alike that one stays.
        var found = all.reversed().stream()
                .filter(entry -> pattern.test(entry.source()))
                .filter(entry -> !unique || seen.add(entry.source()))
                .limit(Math.max(0, Json.integer(content, "n", Integer.MAX_VALUE)))
                .toList();
        return found.reversed();
    }

    private synchronized JsonArray json(Entry entry, boolean output, int session) {
        var json = new JsonArray();
        json.add(entry.session());
        json.add(entry.line());
        if (output) {
            var both = new JsonArray();
            both.add(entry.source());
            both.add(entry.session() == session ? results.get(entry.line()) : null);
            json.add(both);
        } else {
            json.add(entry.source());
        }
        return json;
    }
}
