package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.util.List;

/// Subshells (JEP 91).
final class SubshellChecks {

    private SubshellChecks() {}

    /// A body with the id of a subshell.
    private interface InSubshell {
        void examine(Talk talk, String id) throws Unmet, InterruptedException;
    }

    static List<Check> all() {
        return List.of(
                in("subshells: said, made, listed, deleted", (t, id) -> {
                    Check.contains(t.ask("kernel_info_request", "{}").toString(), "kernel subshells");
                    Check.contains(t.askControl("list_subshell_request", "{}").toString(), id);
                }),
                in("subshells: a cell beside a running one", (t, id) -> {
                    t.good("int shared = 4;", "shared = 4");
                    whileBusy(t, () -> {
                        JsonObject content = t.code("shared + 1", "shared + 1");
                        String asked = send(t, "execute_request", content, id);
                        var run = t.subject().await(t.subject().shell, asked);
                        Check.equal("5", run.result());
                    });
                }),
                in(
                        "subshells: completion beside a running cell",
                        (t, id) -> whileBusy(t, () -> {
                            JsonObject content = t.code("Math.ab", "len");
                            content.addProperty(
                                    "cursor_pos", t.in("Math.ab", "len").length());
                            String asked = send(t, "complete_request", content, id);
                            Check.equal(
                                    "ok",
                                    t.subject().await(t.subject().shell, asked).status());
                        })),
                in("subshells: an interrupt stops all of them", (t, id) -> {
                    JsonObject content =
                            t.code("System.out.println(\"on\"); while (true) { }", "print('on')\nwhile True: pass");
                    String asked = send(t, "execute_request", content, id);
                    t.awaitPrinted(asked);
                    InterruptChecks.interrupt(t);
                    Check.equal(
                            "error", t.subject().await(t.subject().shell, asked).status());
                }),
                Check.of("subshells: an unknown one is an error", t -> {
                    require(t);
                    String asked = send(t, "kernel_info_request", new JsonObject(), "no such");
                    Check.equal(
                            "error", t.subject().reply(t.subject().shell, asked).text("status"));
                }));
    }

    private static Check in(String name, InSubshell body) {
        return Check.of(name, t -> {
            require(t);
            String id = t.askControl("create_subshell_request", "{}")
                    .get("subshell_id")
                    .getAsString();
            body.examine(t, id);
            Check.equal(
                    "ok",
                    t.askControl("delete_subshell_request", "{\"subshell_id\": \"" + id + "\"}")
                            .get("status")
                            .getAsString());
        });
    }

    /// A kernel without them would not answer at all.
    private static void require(Talk t) throws Unmet {
        JsonObject info = t.ask("kernel_info_request", "{}");
        Check.that(
                info.has("supported_features")
                        && info.get("supported_features").toString().contains("subshells"),
                () -> "expected kernel subshells among supported_features, found none");
    }

    private static String send(Talk t, String type, JsonObject content, String subshell) {
        JsonObject header = t.subject().wire.header(type);
        header.addProperty("subshell_id", subshell);
        t.subject().wire.send(t.subject().shell, header, content);
        return header.get("msg_id").getAsString();
    }

    private interface Meanwhile {
        void run() throws Unmet;
    }

    private static void whileBusy(Talk t, Meanwhile work) throws Unmet {
        String loop = t.send(
                "System.out.println(\"on\"); while (true) { Thread.sleep(10); }",
                "print('on')\nimport time\nwhile True: time.sleep(.01)");
        t.awaitPrinted(loop);
        try {
            work.run();
        } finally {
            InterruptChecks.interrupt(t);
            t.subject().await(t.subject().shell, loop);
        }
    }
}
