package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.util.List;

/// What an editor asks while a cell is written.
final class HelpChecks {

    private HelpChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of("completion: member", t -> {
                    t.good("String text = \"x\";", "text = 'x'");
                    suggests(t.complete("text.toUpp", "text.upp"), t.in("toUpperCase", "upper"));
                }),
                Check.of(
                        "completion: import",
                        t -> suggests(
                                t.complete("import java.util.conc", "import collec"),
                                t.in("concurrent", "collections"))),
                Check.of("completion: variable", t -> {
                    t.good("int remarkable = 1;", "remarkable = 1");
                    suggests(t.complete("remark", "remark"), "remarkable");
                }),
                Check.of(
                        "completion: variable of the same cell",
                        t -> suggests(
                                t.complete("String greeting = \"x\";\ngreeting.toUpp", "greeting = 'x'\ngreet"),
                                t.in("toUpperCase", "greet"))),
                Check.of("completion: cursor counted in code points", t -> {
                    t.good("String text = \"x\";", "text = 'x'");
                    JsonObject reply = t.complete("String s = \"😀\"; s.toUpp", "s = '😀'; s; text.upp");
                    suggests(reply, t.in("toUpperCase", "upper"));
                    Check.equal(t.in("23", "20"), reply.get("cursor_end").getAsString());
                }),
                Check.of("completion: typed", t -> {
                    JsonObject metadata = t.complete("text.toUpp", "text.upp").getAsJsonObject("metadata");
                    Check.that(
                            metadata.has("_jupyter_types_experimental"),
                            () -> "expected types, found " + metadata.keySet());
                }),
                new Check("completion: time", t -> Talk.median(20, _ -> t.complete("text.toUpp", "text.upp"))),
                Check.of(
                        "inspection: signature",
                        t -> Check.contains(documentation(t.inspect("Math.abs", "len")), t.in("abs(", "len("))),
                Check.of("inspection: documentation", t -> {
                    t.good(
                            "/** Half of it. */\ndouble half(double x) { return x / 2; }",
                            "def half(x):\n    'Half of it.'\n    return x / 2");
                    Check.contains(documentation(t.inspect("half", "half")), "Half of it.");
                }),
                Check.of(
                        "inspection: documentation of the language's own",
                        t -> Check.contains(documentation(t.inspect("Math.abs", "abs")), "absolute value")),
                Check.of("inspection: not found", t -> {
                    JsonObject reply = t.inspect("nowhere_at_all", "nowhere_at_all");
                    Check.equal("ok", reply.get("status").getAsString());
                    Check.equal("false", reply.get("found").getAsString());
                }),
                new Check("inspection: time", t -> Talk.median(10, _ -> t.inspect("Math.abs", "len"))),
                Check.of("is_complete: complete", t -> completeness(t, "complete", "int i = 1;", "i = 1")),
                Check.of("is_complete: incomplete, with indent", t -> {
                    JsonObject reply =
                            completeness(t, "incomplete", "for (int i = 0; i < 3; i++) {", "for i in range(3):");
                    Check.equal("    ", reply.get("indent").getAsString());
                }),
                Check.of("is_complete: invalid", t -> completeness(t, "invalid", "int = ) 3;", "i = = 3 )")));
    }

    private static void suggests(JsonObject reply, String text) throws Unmet {
        Check.contains(reply.get("matches").toString(), text);
    }

    private static String documentation(JsonObject reply) throws Unmet {
        Check.equal("true", reply.get("found").getAsString());
        return reply.getAsJsonObject("data").get("text/plain").getAsString().replaceAll("\u001b\\[[0-9;]*m", "");
    }

    private static JsonObject completeness(Talk t, String expected, String java, String python) throws Unmet {
        var content = new JsonObject();
        content.addProperty("code", t.in(java, python));
        JsonObject reply = t.ask("is_complete_request", content.toString());
        Check.equal(expected, reply.get("status").getAsString());
        return reply;
    }
}
