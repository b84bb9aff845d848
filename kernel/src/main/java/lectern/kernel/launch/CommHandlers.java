package lectern.kernel.launch;

import com.google.gson.JsonObject;
import java.util.concurrent.Callable;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Request;
import lectern.kernel.comm.CommMessage;
import lectern.kernel.comm.Comms;
import lectern.kernel.eval.Outcome;
import org.jspecify.annotations.Nullable;

/// Answers what front ends say by comms. What hears it is the user's code: it may be interrupted, and if it fails, the
/// failure is published.
final class CommHandlers {

    private interface Task {
        void run() throws Exception;
    }

    private final Session session;
    private final Comms comms;

    CommHandlers(Session session) {
        this.session = session;
        comms = session.comms();
    }

    @Nullable
    JsonObject open(Request request) throws Exception {
        var target = Json.string(request.content(), "target_name", "");
        Task task = () -> comms.opened(id(request), target, said(request));
        if (comms.answersTo(target)) {
            perform(request, task);
        } else {
            // Front ends ask for names of their own as soon as they connect; that need not wait for the compiler.
            task.run();
        }
        return null;
    }

    @Nullable
    JsonObject message(Request request) {
        return pass(request, () -> comms.heard(id(request), said(request)));
    }

    @Nullable
    JsonObject close(Request request) {
        return pass(request, () -> comms.closed(id(request), said(request)));
    }

    private @Nullable JsonObject pass(Request request, Task task) {
        if (comms.find(id(request)).isPresent()) {
            perform(request, task);
        }
        // A slider that was moved on meanwhile: only where it stands in the end is of interest.
        if (!request.isFollowedBy("comm_msg")) {
            session.workForWidgets();
        }
        return null;
    }

    JsonObject info(Request request) {
        var target = Json.string(request.content(), "target_name", "");
        var open = new JsonObject();
        for (var comm : comms.all()) {
            if (target.isEmpty() || target.equals(comm.target())) {
                var entry = new JsonObject();
                entry.addProperty("target_name", comm.target());
                open.add(comm.id(), entry);
            }
        }
        var reply = Json.status("ok");
        reply.add("comms", open);
        return reply;
    }

    private void perform(Request request, Task task) {
        Callable<Outcome> work = () -> {
            task.run();
            return new Outcome.Nothing();
        };
        var outcome = session.engine().evaluator().perform(0, work);
        session.beforeIdle().run();
        System.out.flush();
        System.err.flush();
        if (outcome instanceof Outcome.Failure failure) {
            request.publish("error", Execution.error(failure));
        }
    }

    private static String id(Request request) {
        return Json.string(request.content(), "comm_id", "");
    }

    private static CommMessage said(Request request) {
        return new CommMessage(Json.object(request.content(), "data"), request.metadata(), request.buffers());
    }
}
