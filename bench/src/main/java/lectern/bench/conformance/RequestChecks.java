package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import lectern.bench.conformance.Subject.Run;
import lectern.bench.conformance.Wire.Heard;

/// The fields of requests and replies.
final class RequestChecks {

    private RequestChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("kernel_info round trip", t -> {
                    t.ask("kernel_info_request", "{}");
                    return Talk.median(20, _ -> t.ask("kernel_info_request", "{}"));
                }),
                new Check("trivial cell: half of them, 95 of 100", t -> {
                    double[] times = Talk.times(100, i -> t.good("1 + " + i, "1 + " + i));
                    return String.format(
                            Locale.ROOT, "%.1f ms, %.1f ms", Talk.part(0.5, times), Talk.part(0.95, times));
                }),
                new Check(
                        "100 queued cells",
                        t -> Talk.time(_ -> {
                            String last = "";
                            for (int i = 0; i < 100; i++) {
                                last = t.send("1 + " + i, "1 + " + i);
                            }
                            t.subject().await(t.subject().shell, last);
                        })),
                new Check("cell of 100 statements", t -> {
                    var code = new StringBuilder();
                    for (int i = 0; i < 100; i++) {
                        code.append(t.in("int v" + i + " = " + i + ";\n", "v" + i + " = " + i + "\n"));
                    }
                    return Talk.time(_ -> t.good(code.toString(), code.toString()));
                }),
                Check.of("kernel_info: status and versions", t -> {
                    JsonObject info = t.ask("kernel_info_request", "{}");
                    Check.equal("ok", info.get("status").getAsString());
                    for (String field : List.of("protocol_version", "implementation", "banner", "language_info")) {
                        Check.that(info.has(field), () -> "expected " + field + ", found " + info.keySet());
                    }
                }),
                new Check("kernel_info: says whether there is a debugger", t -> {
                    JsonObject info = t.ask("kernel_info_request", "{}");
                    boolean featured = info.has("supported_features")
                            && info.get("supported_features").toString().contains("debugger");
                    Check.that(featured || info.has("debugger"), () -> "expected debugger, found " + info.keySet());
                    return featured || info.get("debugger").getAsBoolean() ? "there is" : "there is none";
                }),
                Check.of("busy and idle around every request", t -> {
                    String id = t.send("1", "1");
                    Heard first = t.subject().nextPublished(id);
                    Check.equal("busy", first.text("execution_state"));
                    t.subject().await(t.subject().shell, id);
                }),
                Check.of("every message is signed", t -> {
                    Run run = t.run("1", "1");
                    Check.that(run.answer().signed(), () -> "expected a signed reply, found another signature");
                    Check.that(run.published().stream().allMatch(Heard::signed), () -> "expected signed messages");
                }),
                Check.of("execute_input says code and count", t -> {
                    Run run = t.good("1 + 1", "1 + 1");
                    Check.equal("1 + 1", run.first("execute_input").text("code"));
                    Check.equal(
                            run.answer().text("execution_count"),
                            run.first("execute_input").text("execution_count"));
                }),
                Check.of("the count goes up", t -> Check.equal(count(t.good("1", "1")) + 1, count(t.good("1", "1")))),
                Check.of(
                        "payload",
                        t -> Check.that(
                                t.good("1", "1").reply().has("payload"),
                                () -> "expected payload in the reply, found none")),
                Check.of("stop_on_error aborts the queue", t -> Check.equal("aborted", behindFailure(t, true))),
                Check.of("stop_on_error false does not", t -> Check.equal("ok", behindFailure(t, false))),
                Check.of("silent", t -> {
                    int before = count(t.good("1", "1"));
                    JsonObject content = t.code("40 + 2", "40 + 2");
                    content.addProperty("silent", true);
                    Run run = t.run(content);
                    Check.equal(List.of("status"), run.types());
                    Check.equal(before + 1, count(t.good("1", "1")));
                }),
                Check.of("store_history false", t -> {
                    int before = count(t.good("1", "1"));
                    JsonObject content = t.code("40 + 2", "40 + 2");
                    content.addProperty("store_history", false);
                    t.run(content).first("execute_result");
                    Check.equal(before + 1, count(t.good("1", "1")));
                }),
                Check.of("user_expressions", t -> {
                    JsonObject values = expressions(t, t.code("int ux = 4;", "ux = 4"));
                    Check.equal(
                            "5",
                            values.getAsJsonObject("good")
                                    .getAsJsonObject("data")
                                    .get("text/plain")
                                    .getAsString());
                    Check.equal(
                            "error", values.getAsJsonObject("bad").get("status").getAsString());
                }),
                Check.of("user_expressions not after a failure", t -> {
                    JsonObject failing = t.code("throw new RuntimeException();", "raise ValueError()");
                    failing.add("user_expressions", Talk.json(t.in("{\"e\": \"marked = 1\"}", "{\"e\": \"1\"}")));
                    JsonObject reply = t.run(failing).reply();
                    t.rest();
                    JsonObject values = reply.has("user_expressions")
                            ? reply.getAsJsonObject("user_expressions")
                            : new JsonObject();
                    Check.equal(0, values.size());
                }),
                Check.of("unknown request type survived", t -> {
                    t.subject().send(t.subject().shell, "no_such_request", new JsonObject());
                    t.good("1", "1");
                }),
                Check.of("missing fields survived", t -> {
                    t.subject().send(t.subject().shell, "execute_request", new JsonObject());
                    t.subject().send(t.subject().shell, "complete_request", new JsonObject());
                    t.subject().send(t.subject().shell, "inspect_request", new JsonObject());
                    t.good("1", "1");
                }));
    }

    static int count(Run run) {
        return run.reply().get("execution_count").getAsInt();
    }

    private static JsonObject expressions(Talk t, JsonObject content) throws Unmet {
        content.add("user_expressions", Talk.json("{\"good\": \"ux + 1\", \"bad\": \"nothing_here\"}"));
        return t.run(content).reply().getAsJsonObject("user_expressions");
    }

    /// How the cell behind one that fails is answered.
    private static String behindFailure(Talk t, boolean stop) throws Unmet {
        JsonObject failing = t.code(
                "Thread.sleep(300);\nthrow new RuntimeException();", "import time\ntime.sleep(.3)\nraise ValueError()");
        failing.addProperty("stop_on_error", stop);
        Subject subject = t.subject();
        String first = subject.send(subject.shell, "execute_request", failing);
        String second = t.send("1", "1");
        Check.equal("error", subject.await(subject.shell, first).status());
        String status = subject.await(subject.shell, second).status();
        t.rest();
        return status;
    }
}
