package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Questions to the front end. An answer does not say what it answers, so there is one question at a time.
///
/// @param send puts a message on stdin
record Inputs(Consumer<Message> send, ReentrantLock turn, BlockingQueue<String> answers) {

    Inputs(Consumer<Message> send) {
        this(send, new ReentrantLock(), new LinkedBlockingQueue<>());
    }

    /// Asks for a line and waits for it.
    ///
    /// @throws IllegalStateException if there is no cell, or nobody who can be asked
    /// @throws InterruptedException if the cell is interrupted while it waits
    String ask(Origin origin, String prompt, boolean password) throws InterruptedException {
        if (!origin.isCell()) {
            throw new IllegalStateException("input: expected a running cell, found none");
        }
        if (!Json.bool(origin.message().content(), "allow_stdin", true)) {
            throw new IllegalStateException(
                    "input: expected a front end that can ask for a line, found one that does not allow it");
        }
        var content = new JsonObject();
        content.addProperty("prompt", prompt);
        content.addProperty("password", password);
        turn.lockInterruptibly();
        try {
            answers.clear();
            send.accept(origin.message().answer("input_request", content));
            return answers.take();
        } finally {
            turn.unlock();
        }
    }

    /// Hears what came in on stdin.
    void receive(Message message) {
        if (message.type().equals("input_reply")) {
            answers.add(Json.string(message.content(), "value", ""));
        }
    }
}
