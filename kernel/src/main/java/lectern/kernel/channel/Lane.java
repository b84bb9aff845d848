package lectern.kernel.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// Answers requests one after another, each between `busy` and `idle`.
final class Lane {

    /// What a lane needs of the channels.
    interface Links {
        void reply(Message message);

        void publish(String type, Origin origin, JsonObject content);

        /// The thread works for this message from now on.
        Origin begin(Message message);

        /// The message is answered.
        void end(Origin origin);

        /// Takes in what has arrived, then has the lane abort it.
        void abortQueued(Lane lane);

        void shutDown();
    }

    private final Map<String, Handler> handlers;
    private final JsonObject aborted;
    private final Links links;
    private final Log log;
    private final ExecutorService thread;

    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private long received;
    private volatile long abortedUpTo;

    Lane(String name, Map<String, Handler> handlers, JsonObject aborted, Links links, Log log) {
        this.handlers = handlers;
        this.aborted = aborted;
        this.links = links;
        this.log = log;
        // What prints on its own account works for nobody's cell, whoever has opened the lane.
        thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name(name)
                .factory());
    }

    /// Called by the loop thread only.
    void receive(Message message) {
        long number = ++received;
        try {
            waiting.add(message.type());
            thread.execute(() -> run(message, number));
        } catch (RejectedExecutionException e) {
            log.note("dropped a message", message.type() + " for a subshell that is being deleted");
        }
    }

    /// Called by the loop thread only: what has come in so far is not executed any more.
    void abort() {
        abortedUpTo = received;
    }

    /// What has come in is answered, then the thread ends.
    void close() {
        thread.shutdown();
    }

    private void run(Message message, long number) {
        waiting.remove();
        var handler = handlers.get(message.type());
        if (handler == null) {
            log.note("ignored a message", "of unknown type '" + message.type() + "'");
            return;
        }
        var origin = links.begin(message);
        links.publish("status", origin, executionState("busy"));
        boolean abort = number <= abortedUpTo && origin.isCell();
        var reply = abort ? aborted : answer(handler, origin);
        boolean shutdown = message.type().equals("shutdown_request");
        if (reply != null) {
            var type = replyType(message);
            if (shutdown) {
                // Other front ends are to know as well.
                links.publish(type, origin, reply);
            }
            links.reply(message.answer(type, reply));
        }
        links.end(origin);
        links.publish("status", origin, executionState("idle"));
        if (shutdown) {
            links.shutDown();
        }
    }

    // Whatever a handler throws, StackOverflowError included, is told to the front end: the lane has to live on.
    @SuppressWarnings("CatchThrowable")
    private @Nullable JsonObject answer(Handler handler, Origin origin) {
        try {
            return handler.answer(new Answering(origin));
        } catch (IllegalArgumentException e) {
            log.note("refused a request", String.valueOf(e.getMessage()));
            return failed(e);
        } catch (Throwable e) {
            log.failure("failed at " + origin.message().type(), e);
            return failed(e);
        }
    }

    static JsonObject failed(Throwable thrown) {
        var reply = Json.status("error");
        reply.addProperty("ename", thrown.getClass().getSimpleName());
        reply.addProperty("evalue", String.valueOf(thrown.getMessage()));
        reply.add("traceback", new JsonArray());
        return reply;
    }

    static String replyType(Message request) {
        return request.type().replace("_request", "_reply");
    }

    static JsonObject executionState(String state) {
        var content = new JsonObject();
        content.addProperty("execution_state", state);
        return content;
    }

    private final class Answering implements Request {

        private final Origin origin;

        Answering(Origin origin) {
            this.origin = origin;
        }

        @Override
        public JsonObject content() {
            return origin.message().content();
        }

        @Override
        public JsonObject metadata() {
            return origin.message().metadata();
        }

        @Override
        public List<byte[]> buffers() {
            return origin.message().buffers();
        }

        @Override
        public void publish(String type, JsonObject content) {
            links.publish(type, origin, content);
        }

        @Override
        public boolean isFollowedBy(String type) {
            return type.equals(waiting.peek());
        }

        @Override
        public void abortQueued() {
            links.abortQueued(Lane.this);
        }
    }
}
