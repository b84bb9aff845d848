package lectern.kernel.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/// The lanes of the shell channel: the main one, and the subshells that a front end has opened to ask something while
/// a cell runs (JEP 91). The field `subshell_id` of a header says which one is meant.
final class Shells {

    private final Function<String, Lane> opening;
    private final Lane main;
    private final Map<String, Lane> subshells = new ConcurrentSkipListMap<>();

    /// @param opening makes a lane of this name
    Shells(Function<String, Lane> opening) {
        this.opening = opening;
        main = opening.apply("shell");
    }

    /// The lane that a message is for.
    ///
    /// @throws IllegalArgumentException if it names a subshell that there is not
    Lane of(Message message) {
        var id = Json.string(message.header(), "subshell_id", "");
        return id.isEmpty() ? main : known(id);
    }

    private Lane known(String id) {
        var lane = subshells.get(id);
        if (lane == null) {
            throw new IllegalArgumentException("subshell_id: expected one of a subshell that was created, found " + id);
        }
        return lane;
    }

    /// What answers the requests about subshells, on the control channel.
    Map<String, Handler> handlers() {
        return Map.of(
                "create_subshell_request", _ -> create(),
                "list_subshell_request", _ -> list(),
                "delete_subshell_request", request -> delete(Json.string(request.content(), "subshell_id", "")));
    }

    private JsonObject create() {
        var id = UUID.randomUUID().toString();
        subshells.put(id, opening.apply("subshell " + id));
        var reply = Json.status("ok");
        reply.addProperty("subshell_id", id);
        return reply;
    }

    private JsonObject list() {
        var ids = new JsonArray();
        subshells.keySet().forEach(ids::add);
        var reply = Json.status("ok");
        reply.add("subshell_id", ids);
        return reply;
    }

    private JsonObject delete(String id) {
        known(id).close();
        subshells.remove(id);
        return Json.status("ok");
    }
}
