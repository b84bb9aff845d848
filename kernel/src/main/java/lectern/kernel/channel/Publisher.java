package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/// The one thread that owns the iopub socket: everything is published in the order in which it was handed over.
///
/// Printed text waits up to 30 ms for more of the same stream, so that many short lines travel in few messages. A cell
/// that prints faster than the thread can send waits for it; nothing is dropped.
final class Publisher {

    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int FULL = 1 << 18;
    private static final int WAITING = 1 << 13;

    private sealed interface Item {}

    private record Whole(Message message) implements Item {}

    private record Text(String stream, JsonObject parent, String text) implements Item {}

    /// All that came before it has been sent when it is counted down.
    private record Mark(CountDownLatch sent) implements Item {}

    private record Stop() implements Item {}

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(WAITING);
    private final ZMQ.Socket socket;
    private final MessageCodec codec;
    private final Thread thread = new Thread(this::run, "iopub");

    private final StringBuilder gathered = new StringBuilder();
    private @Nullable Text first;
    private long due;

    Publisher(ZMQ.Socket socket, MessageCodec codec) {
        this.socket = socket;
        this.codec = codec;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void publish(String type, JsonObject parent, JsonObject content) {
        publish(type, parent, new JsonObject(), content, List.of());
    }

    void publish(String type, JsonObject parent, JsonObject metadata, JsonObject content, List<byte[]> buffers) {
        var topic = type.equals("stream") ? "stream." + Json.string(content, "name", "") : type;
        put(new Whole(new Message(
                List.of(topic.getBytes(StandardCharsets.UTF_8)),
                Message.newHeader(type, parent),
                parent,
                metadata,
                content,
                buffers)));
    }

    void print(String stream, JsonObject parent, String text) {
        put(new Text(stream, parent, text));
    }

    /// Waits until all that was handed over so far is sent.
    void flushed() throws InterruptedException {
        var sent = new CountDownLatch(1);
        put(new Mark(sent));
        sent.await();
    }

    /// Sends what waits, then ends the thread.
    void close() throws InterruptedException {
        put(new Stop());
        thread.join();
    }

    private void put(Item item) {
        boolean interrupted = false;
        while (true) {
            try {
                items.put(item);
                break;
            } catch (InterruptedException e) {
                // The thread drains the queue whatever happens, so the wait is short: finish it, then pass the signal.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                var item = first == null ? items.take() : items.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
                switch (item) {
                    case null -> flush();
                    case Text text -> gather(text);
                    case Whole whole -> {
                        flush();
                        send(whole.message());
                    }
                    case Mark mark -> {
                        flush();
                        mark.sent().countDown();
                    }
                    case Stop() -> {
                        flush();
                        socket.close();
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            socket.close();
        }
    }

    private void gather(Text text) {
        if (first != null && !(first.stream.equals(text.stream) && first.parent.equals(text.parent))) {
            flush();
        }
        if (first == null) {
            first = text;
            due = System.nanoTime() + GATHERING;
        }
        gathered.append(text.text);
        if (gathered.length() >= FULL || System.nanoTime() - due >= 0) {
            flush();
        }
    }

    private void flush() {
        var text = first;
        if (text != null) {
            var content = new JsonObject();
            content.addProperty("name", text.stream);
            content.addProperty("text", gathered.toString());
            first = null;
            gathered.setLength(0);
            send(new Message(
                    List.of(("stream." + text.stream).getBytes(StandardCharsets.UTF_8)),
                    Message.newHeader("stream", text.parent),
                    text.parent,
                    new JsonObject(),
                    content));
        }
    }

    private void send(Message message) {
        Frames.send(socket, codec.encode(message));
    }
}
