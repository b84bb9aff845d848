package lectern.bench.conformance;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.util.List;

/// What was run before.
final class HistoryChecks {

    private HistoryChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of("history: tail", t -> {
                    t.good("1 + 7001", "1 + 7001");
                    t.good("1 + 7002", "1 + 7002");
                    Check.equal(
                            List.of("1 + 7001", "1 + 7002"),
                            sources(ask(t, "{\"hist_access_type\": \"tail\", \"n\": 2}")));
                }),
                Check.of("history: range", t -> {
                    int number = RequestChecks.count(t.good("1 + 7003", "1 + 7003"));
                    Check.equal(
                            List.of("1 + 7003"),
                            sources(ask(
                                    t,
                                    "{\"hist_access_type\": \"range\", \"session\": 0, \"start\": " + number
                                            + ", \"stop\": " + (number + 1) + "}")));
                }),
                Check.of("history: search", t -> {
                    t.good("1 + 7004", "1 + 7004");
                    Check.equal(List.of("1 + 7004"), sources(ask(t, search("1 + 70?4", false))));
                }),
                Check.of("history: each once", t -> {
                    t.good("1 + 7005", "1 + 7005");
                    t.good("1 + 7005", "1 + 7005");
                    Check.equal(2, ask(t, search("* + 7005", false)).size());
                    Check.equal(1, ask(t, search("* + 7005", true)).size());
                }),
                Check.of("history: with output", t -> {
                    t.good("1 + 7006", "1 + 7006");
                    JsonArray entry = ask(t, "{\"hist_access_type\": \"tail\", \"n\": 1, \"output\": true}")
                            .get(0)
                            .getAsJsonArray();
                    Check.equal(2, entry.get(2).getAsJsonArray().size());
                }),
                Check.of("history: kept for the next session", HistoryChecks::kept));
    }

    private static void kept(Talk t) throws Unmet, IOException {
        Talk first = t.another();
        try (Subject subject = first.subject()) {
            first.good("1 + 7007", "1 + 7007");
            LifeChecks.shutDown(subject);
        }
        Talk second = t.another();
        try (Subject _ = second.subject()) {
            Check.contains(ask(second, search("1 + 7007", false)).toString(), "1 + 7007");
        }
    }

    private static String search(String pattern, boolean unique) {
        return "{\"hist_access_type\": \"search\", \"n\": 100, \"pattern\": \"" + pattern + "\", \"unique\": " + unique
                + "}";
    }

    private static JsonArray ask(Talk t, String content) throws Unmet {
        var json = Talk.json(content);
        json.addProperty("raw", true);
        if (!json.has("output")) {
            json.addProperty("output", false);
        }
        return t.ask("history_request", json.toString()).getAsJsonArray("history");
    }

    private static List<String> sources(JsonArray history) {
        return history.asList().stream()
                .map(entry -> entry.getAsJsonArray().get(2).getAsString())
                .toList();
    }
}
