package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Objects;
import lectern.kernel.channel.Handler;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Request;
import lectern.kernel.display.Bundles;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// Answers `execute_request`: runs the cell and publishes what comes of it.
final class Execution implements Handler {

    private final Session session;

    Execution(Session session) {
        this.session = session;
    }

    @Override
    public JsonObject answer(Request request) {
        session.engine().cellBegins();
        try {
            return run(request);
        } finally {
            session.engine().cellEnds();
        }
    }

    private JsonObject run(Request request) {
        var content = request.content();
        if (!content.has("code")) {
            throw new IllegalArgumentException("execute_request: expected code, found none");
        }
        var code = Json.string(content, "code", "");
        boolean silent = Json.bool(content, "silent", false);
        session.widgets().attended(Json.bool(content, "allow_stdin", true));
        int number = session.history().begin(code, !silent && Json.bool(content, "store_history", true));
        if (!silent) {
            var input = new JsonObject();
            input.addProperty("code", code);
            input.addProperty("execution_count", number);
            request.publish("execute_input", input);
        }
        var asked = Pager.name(code);
        var outcome = asked.isPresent() ? new Outcome.Nothing() : shown(number, session.run(number, code));
        session.workForWidgets();
        session.beforeIdle().run();
        System.out.flush();
        System.err.flush();
        var reply = switch (outcome) {
            case Outcome.Failure failure -> failed(failure, request, silent);
            case Outcome.Value value -> {
                if (!silent) {
                    var result = result(number, value);
                    session.history().result(number, Json.string(Json.object(result, "data"), "text/plain", ""));
                    request.publish("execute_result", result);
                }
                yield succeeded(content);
            }
            case Outcome.Nothing() -> succeeded(content);
        };
        asked.ifPresent(name -> reply.add("payload", new Pager(session.engine()).payload(name)));
        reply.addProperty("execution_count", number);
        return reply;
    }

    /// The same with the bundle in place of a value. To make it may run code of the user, who may have to stop it.
    private Outcome shown(int number, Outcome outcome) {
        return outcome instanceof Outcome.Value(var value)
                ? session.engine()
                        .evaluator()
                        .perform(
                                number,
                                () -> new Outcome.Value(session.bundles().render(value)))
                : outcome;
    }

    private static JsonObject json(Outcome.Value shown) {
        return Bundles.json((DisplayData) Objects.requireNonNull(shown.value()));
    }

    private static JsonObject result(int number, Outcome.Value value) {
        var result = json(value);
        result.addProperty("execution_count", number);
        return result;
    }

    private static JsonObject failed(Outcome.Failure failure, Request request, boolean silent) {
        var error = error(failure);
        if (!silent) {
            request.publish("error", error);
        }
        if (Json.bool(request.content(), "stop_on_error", true)
                || failure.name().equals("Interrupted")) {
            request.abortQueued();
        }
        var reply = error.deepCopy();
        reply.addProperty("status", "error");
        return reply;
    }

    private JsonObject succeeded(JsonObject content) {
        var reply = Json.status("ok");
        reply.add("payload", new JsonArray());
        var values = new JsonObject();
        for (var expression : Json.object(content, "user_expressions").entrySet()) {
            values.add(expression.getKey(), value(expression.getValue()));
        }
        reply.add("user_expressions", values);
        return reply;
    }

    private JsonObject value(JsonElement expression) {
        var code = expression instanceof JsonPrimitive text ? text.getAsString() : expression.toString();
        return switch (shown(0, session.run(0, code))) {
            case Outcome.Failure failure -> {
                var error = error(failure);
                error.addProperty("status", "error");
                yield error;
            }
            case Outcome.Value value -> ok(json(value));
            case Outcome.Nothing() -> ok(Bundles.json(session.bundles().render("")));
        };
    }

    private static JsonObject ok(JsonObject bundle) {
        bundle.addProperty("status", "ok");
        return bundle;
    }

    /// A failure as the protocol names its parts.
    static JsonObject error(Outcome.Failure failure) {
        var error = new JsonObject();
        error.addProperty("ename", failure.name());
        error.addProperty("evalue", failure.message());
        var lines = new JsonArray();
        failure.traceback().forEach(lines::add);
        error.add("traceback", lines);
        return error;
    }
}
