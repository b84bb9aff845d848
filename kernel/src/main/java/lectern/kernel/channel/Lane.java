package lectern.kernel.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Answers the requests of one channel, one after another, each between `busy` and `idle`.
final class Lane {

    /// What a lane needs of the channels.
    interface Links {
        void reply(Message message);

        void publish(String type, JsonObject parent, JsonObject content);

        /// Called before the handler: printed text belongs to this request from now on.
        void begin(Message message);

        void abortQueued();

        String input(Message cell, String prompt, boolean password) throws InterruptedException;

        void shutDown();
    }

    private final Map<String, Handler> handlers;
    private final JsonObject aborted;
    private final Links links;
    private final PrintStream log;
    private final ExecutorService thread;

    private long received;
    private volatile long abortedUpTo;

    Lane(String name, Map<String, Handler> handlers, JsonObject aborted, Links links, PrintStream log) {
        this.handlers = handlers;
        this.aborted = aborted;
        this.links = links;
        this.log = log;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Called by the loop thread only.
    void receive(Message message) {
        long number = ++received;
        thread.execute(() -> run(message, number));
    }

    /// Called by the loop thread only: what has come in so far is not executed any more.
    void abort() {
        abortedUpTo = received;
    }

    private void run(Message message, long number) {
        var handler = handlers.get(message.type());
        if (handler == null) {
            log.println("lectern: ignored a message of unknown type '" + message.type() + "'");
            return;
        }
        links.publish("status", message.header(), executionState("busy"));
        links.begin(message);
        var reply =
                number <= abortedUpTo && message.type().equals("execute_request") ? aborted : answer(handler, message);
        if (reply != null) {
            links.reply(message.answer(message.type().replace("_request", "_reply"), reply));
        }
        links.publish("status", message.header(), executionState("idle"));
        if (message.type().equals("shutdown_request")) {
            links.shutDown();
        }
    }

    // Whatever a handler throws, StackOverflowError included, is told to the front end: the lane has to live on.
    @SuppressWarnings("CatchThrowable")
    private @Nullable JsonObject answer(Handler handler, Message message) {
        try {
            return handler.answer(new Answering(message));
        } catch (Throwable e) {
            log.println("lectern: " + message.type() + " failed");
            e.printStackTrace(log);
            var reply = Json.status("error");
            reply.addProperty("ename", e.getClass().getSimpleName());
            reply.addProperty("evalue", String.valueOf(e.getMessage()));
            reply.add("traceback", new JsonArray());
            return reply;
        }
    }

    static JsonObject executionState(String state) {
        var content = new JsonObject();
        content.addProperty("execution_state", state);
        return content;
    }

    private final class Answering implements Request {

        private final Message message;

        Answering(Message message) {
            this.message = message;
        }

        @Override
        public JsonObject content() {
            return message.content();
        }

        @Override
        public JsonObject metadata() {
            return message.metadata();
        }

        @Override
        public List<byte[]> buffers() {
            return message.buffers();
        }

        @Override
        public void publish(String type, JsonObject content) {
            links.publish(type, message.header(), content);
        }

        @Override
        public void abortQueued() {
            links.abortQueued();
        }

        @Override
        public String input(String prompt, boolean password) throws InterruptedException {
            return links.input(message, prompt, password);
        }
    }
}
