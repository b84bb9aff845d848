package lectern.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lectern.kernel.comm.Comm;
import lectern.kernel.comm.CommMessage;
import lectern.kernel.comm.Comms;
import org.jspecify.annotations.Nullable;

/// The state of a widget, which the kernel shares with every page that shows it.
///
/// It is the kernel's alone until it is shown. From then on both sides tell each other what they change, and the kernel
/// keeps the whole of it, so that a page that was loaded anew can ask for it.
///
/// Source: the widget messaging protocol, version 2.1, of jupyter-widgets (`packages/schema/messages.md`).
final class Model {

    /// The name by which pages know widgets.
    static final String TARGET = "jupyter.widget";

    private static final String VERSION = "2.1.0";

    private final String id = UUID.randomUUID().toString();
    private final JsonObject state = new JsonObject();
    private final List<Model> parts = new ArrayList<>();
    private Consumer<JsonObject> onUpdate = _ -> {};
    private Consumer<JsonObject> onEvent = _ -> {};
    private @Nullable Comm comm;

    /// @param kind what pages call it
    Model(Kind kind) {
        kind.entries().forEach(state::addProperty);
    }

    /// What messages call it.
    String id() {
        return id;
    }

    /// Has someone hear of what a page wants to change, before it is changed. It may put other values there, or refuse.
    Model onUpdate(Consumer<JsonObject> handler) {
        onUpdate = handler;
        return this;
    }

    /// Has someone hear of what happens to the widget in a page.
    Model onEvent(Consumer<JsonObject> handler) {
        onEvent = handler;
        return this;
    }

    /// Names another model, which pages then know as well.
    synchronized Model part(String name, Model part) {
        parts.add(part);
        state.addProperty(name, reference(part));
        return this;
    }

    /// Names several.
    synchronized Model parts(String name, List<Model> named) {
        var references = new JsonArray();
        for (var part : named) {
            parts.add(part);
            references.add(reference(part));
        }
        state.add(name, references);
        return this;
    }

    private static String reference(Model part) {
        return "IPY_MODEL_" + part.id;
    }

    Model put(String name, String value) {
        return put(name, new JsonPrimitive(value));
    }

    Model put(String name, boolean value) {
        return put(name, new JsonPrimitive(value));
    }

    Model put(String name, Number value) {
        return put(name, new JsonPrimitive(value));
    }

    /// Changes a value, here and in all pages.
    synchronized Model put(String name, JsonElement value) {
        if (!value.equals(state.get(name))) {
            state.add(name, value);
            if (comm != null) {
                var changed = new JsonObject();
                changed.add(name, value);
                send(comm, "update", changed);
            }
        }
        return this;
    }

    /// A value as it stands.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    synchronized JsonElement get(String name) {
        return Optional.ofNullable(state.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "widget: expected a value named " + name + ", found " + state.keySet()));
    }

    /// All that pages know of it.
    synchronized JsonObject state() {
        return state.deepCopy();
    }

    /// Tells pages of it, and of its parts before, unless they know; `opened` hears of each that they did not know.
    synchronized void open(Comms comms, Consumer<Model> opened) {
        if (comm != null) {
            return;
        }
        parts.forEach(part -> part.open(comms, opened));
        opened.accept(this);
        var data = new JsonObject();
        data.add("state", state.deepCopy());
        data.add("buffer_paths", new JsonArray());
        var metadata = new JsonObject();
        metadata.addProperty("version", VERSION);
        comm = comms.open(id, TARGET, new CommMessage(data, metadata, List.of()))
                .onMessage(this::heard)
                .onClose(_ -> closed());
    }

    private synchronized void closed() {
        comm = null;
    }

    private void heard(CommMessage message) {
        var data = message.data();
        var method = data.get("method") instanceof JsonPrimitive name ? name.getAsString() : "nothing";
        switch (method) {
            case "update" -> update(part(data, "state"));
            case "request_state" -> tell("update", state());
            case "custom" -> onEvent.accept(part(data, "content"));
            default ->
                throw new IllegalArgumentException("widget: expected update, request_state or custom, found " + method);
        }
    }

    private static JsonObject part(JsonObject data, String name) {
        return data.get(name) instanceof JsonObject part ? part : new JsonObject();
    }

    private void update(JsonObject changed) {
        onUpdate.accept(changed);
        synchronized (this) {
            changed.entrySet().forEach(entry -> state.add(entry.getKey(), entry.getValue()));
        }
        // Other pages that show it follow.
        tell("echo_update", changed);
    }

    private synchronized void tell(String method, JsonObject told) {
        if (comm != null) {
            send(comm, method, told);
        }
    }

    private static void send(Comm comm, String method, JsonObject told) {
        var data = new JsonObject();
        data.addProperty("method", method);
        data.add("state", told);
        data.add("buffer_paths", new JsonArray());
        comm.send(data);
    }
}
