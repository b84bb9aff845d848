package lectern.bench.conformance;

import java.util.List;
import lectern.bench.conformance.Wire.Heard;

/// What a page and the kernel say to each other beside cells.
final class CommChecks {

    private static final String OPEN = "{\"comm_id\": \"%s\", \"target_name\": \"%s\", \"data\": {}}";

    private CommChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of(
                        "comm_info",
                        t -> Check.that(
                                t.ask("comm_info_request", "{}").has("comms"), () -> "expected comms, found none")),
                Check.of(
                        "a comm of an unknown target is closed",
                        t -> first(t, "comm_open", OPEN.formatted("c1", "nobody"), "comm_close")),
                Check.of("a comm answers, under the request that it hears", t -> {
                    t.good(
                            "comms().register(\"echo\", (comm, opening) -> comm.onMessage(comm::send));",
                            "def opened(comm, opening):\n    comm.on_msg(lambda m: comm.send(m['content']['data']))\n"
                                    + "get_ipython().kernel.comm_manager.register_target('echo', opened)");
                    tell(t, "comm_open", OPEN.formatted("c2", "echo"));
                    Check.contains(t.ask("comm_info_request", "{}").toString(), "c2");
                    Heard echo = first(t, "comm_msg", "{\"comm_id\": \"c2\", \"data\": {\"n\": 7}}", "comm_msg");
                    Check.equal("{\"n\":7}", echo.text("data"));
                    tell(t, "comm_close", "{\"comm_id\": \"c2\", \"data\": {}}");
                    Check.that(
                            !t.ask("comm_info_request", "{}").toString().contains("c2"),
                            () -> "expected the end of the comm, found it in comm_info");
                }));
    }

    private static List<Heard> tell(Talk t, String type, String content) throws Unmet {
        return t.subject().untilIdle(t.subject().send(t.subject().shell, type, Talk.json(content)));
    }

    private static Heard first(Talk t, String type, String content, String expected) throws Unmet {
        return tell(t, type, content).stream()
                .filter(heard -> heard.type().equals(expected))
                .findFirst()
                .orElseThrow(() -> new Unmet("expected " + expected + ", found none"));
    }
}
