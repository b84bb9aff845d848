package lectern.kernel.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Function;
import lectern.kernel.comm.Comm;
import lectern.kernel.comm.CommMessage;
import lectern.kernel.comm.Comms;

/// The widgets that pages know of, and what is to be done because of what happens there.
///
/// A page that is loaded anew asks for all states by a comm of the name `jupyter.widget.control`.
public final class WidgetHost {

    /// The MIME type of what has a page show a widget.
    public static final String VIEW = "application/vnd.jupyter.widget-view+json";

    /// The target by which pages ask for the states of all widgets.
    private static final String CONTROL = "jupyter.widget.control";

    private final Comms comms;
    private final Function<BiPredicate<String, JsonObject>, Runnable> diversion;
    private final Executor clock = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("widgets").factory());
    private final Map<String, Model> known = new ConcurrentHashMap<>();
    private final Map<String, Panel> places = new ConcurrentHashMap<>();
    private final List<Work> due = new ArrayList<>();
    private final Set<Panel> busy = new HashSet<>();
    private volatile boolean isAttended = true;

    /// @param comms what pages hear of widgets by
    /// @param diversion has the calling thread's output go elsewhere, until what it gives is run
    public WidgetHost(Comms comms, Function<BiPredicate<String, JsonObject>, Runnable> diversion) {
        this.comms = comms;
        this.diversion = diversion;
        comms.register(CONTROL, (comm, _) -> comm.onMessage(message -> asked(comm, message)));
    }

    private void asked(Comm comm, CommMessage message) {
        var method = message.data().get("method");
        if (method == null || !method.isJsonPrimitive() || !method.getAsString().equals("request_states")) {
            throw new IllegalArgumentException(CONTROL + ": expected request_states, found " + method);
        }
        var states = new JsonObject();
        known.keySet().removeIf(id -> comms.find(id).isEmpty());
        known.forEach((id, model) -> states.add(id, described(model.state())));
        var reply = new JsonObject();
        reply.addProperty("method", "update_states");
        reply.add("states", states);
        reply.add("buffer_paths", new JsonArray());
        comm.send(reply);
    }

    private static JsonObject described(JsonObject state) {
        var described = new JsonObject();
        described.add("model_name", state.get("_model_name"));
        described.add("model_module", state.get("_model_module"));
        described.add("model_module_version", state.get("_model_module_version"));
        described.add("state", state);
        return described;
    }

    /// Hears whether someone sits at the front end that the next cell comes from.
    ///
    /// What runs notebooks to make pages of them would keep the state of widgets, and the pages would then look for
    /// scripts on the web instead of showing text and picture.
    public void attended(boolean isSomeoneThere) {
        isAttended = isSomeoneThere;
    }

    /// What has a page show a widget, and nothing where nobody could take hold of it; from here on pages know it, and
    /// what belongs to it.
    public Optional<JsonObject> view(Widget widget) {
        return view(widget.model());
    }

    Optional<JsonObject> view(Model model) {
        if (!isAttended) {
            return Optional.empty();
        }
        model.open(comms, opened -> known.put(opened.id(), opened));
        var view = new JsonObject();
        view.addProperty("version_major", 2);
        view.addProperty("version_minor", 0);
        view.addProperty("model_id", model.id());
        return Optional.of(view);
    }

    Runnable divert(BiPredicate<String, JsonObject> taker) {
        return diversion.apply(taker);
    }

    Executor clock() {
        return clock;
    }

    /// What is shown under this id is shown in a panel.
    void place(String displayId, Panel panel) {
        places.put(displayId, panel);
    }

    void forget(String displayId) {
        places.remove(displayId);
    }

    /// Replaces what a panel shows, if that is what the message is for.
    ///
    /// @return whether it was
    public boolean update(String type, JsonObject content) {
        if (!type.equals("update_display_data")) {
            return false;
        }
        var id = content.getAsJsonObject("transient").get("display_id").getAsString();
        var panel = Optional.ofNullable(places.get(id));
        panel.ifPresent(place -> place.update(id, content));
        return panel.isPresent();
    }

    /// Something is to be done; what waits already is done once.
    synchronized void add(Work work) {
        if (!due.contains(work)) {
            due.add(work);
        }
    }

    /// The next thing to be done, which the caller does, and then says so to [#ended]. What shares a panel with
    /// something that is being done waits for it.
    public synchronized Optional<Work> next() {
        for (Iterator<Work> each = due.iterator(); each.hasNext(); ) {
            var work = each.next();
            if (busy.add(work.panel())) {
                each.remove();
                return Optional.of(work);
            }
        }
        return Optional.empty();
    }

    /// Hears that it is done.
    ///
    /// @param error how it failed, as the protocol has it; none if it did not
    public void ended(Work work, Optional<JsonObject> error) {
        work.panel().ended(error);
        synchronized (this) {
            busy.remove(work.panel());
        }
    }
}
