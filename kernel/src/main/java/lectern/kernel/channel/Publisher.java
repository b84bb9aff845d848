package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The one thread that owns the iopub socket: what waits in the outbox is sent, and who subscribes is welcomed.
///
/// A subscriber for whom too many messages wait already is waited for; if it still reads nothing, it misses what does
/// not fit, and the others do not.
final class Publisher {

    /// Messages that wait for one subscriber.
    static final int WAITING = 1000;

    private static final int PATIENCE_MILLISECONDS = 2000;

    private final ZContext context;
    private final ZMQ.Socket socket;
    private final MessageCodec codec;
    private final Log log;
    private final Bell bell;
    private final Outbox outbox;
    private final Thread thread = new Thread(this::run, "iopub");
    private boolean stalled;

    Publisher(ZContext context, ZMQ.Socket socket, MessageCodec codec, Log log) {
        this.context = context;
        this.socket = socket;
        this.codec = codec;
        this.log = log;
        bell = new Bell(context, "iopub-bell");
        outbox = new Outbox(bell::ring);
        socket.setSndHWM(WAITING);
        socket.setXpubVerbose(true);
        socket.setXpubNoDrop(true);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void publish(String type, Origin origin, JsonObject content) {
        publish(type, origin, new JsonObject(), content, List.of());
    }

    void publish(String type, Origin origin, JsonObject metadata, JsonObject content, List<byte[]> buffers) {
        outbox.add(new Outbox.Whole(codec.encode(new Message(
                List.of(type.getBytes(StandardCharsets.UTF_8)),
                Message.newHeader(type, origin.header()),
                origin.header(),
                metadata,
                content,
                buffers))));
    }

    void print(String stream, Origin origin, String text) {
        outbox.print(stream, origin, text);
    }

    /// Says how much of what was printed for a request was left out, if any.
    void summary(Origin origin) {
        outbox.tell("stderr", origin, origin.summary());
    }

    /// Waits until all that was handed over so far is sent.
    void flushed() throws InterruptedException {
        outbox.mark().await();
    }

    /// Sends what waits, then ends the thread.
    void close() throws InterruptedException {
        outbox.close();
        thread.join();
    }

    private void run() {
        try (var poller = context.createPoller(2)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
            poller.register(bell.socket(), ZMQ.Poller.POLLIN);
            while (!outbox.isDone()) {
                bell.silence();
                for (var item = outbox.poll(); item != null; item = outbox.poll()) {
                    send(item);
                }
                welcome();
                if (!outbox.isDone()) {
                    poller.poll(outbox.patience());
                }
            }
        } catch (ZMQException e) {
            // The context was closed: the kernel ends.
        } finally {
            outbox.close();
            socket.close();
        }
    }

    private void send(Outbox.Item item) {
        switch (item) {
            case Outbox.Whole(var frames) -> send(frames);
            case Outbox.Mark(var sent) -> sent.countDown();
            case Outbox.Text text -> {
                var content = new JsonObject();
                content.addProperty("name", text.stream());
                content.addProperty("text", text.text());
                send(encoded("stream." + text.stream(), "stream", text.origin().header(), content));
            }
        }
    }

    /// A message for each new subscription tells that it has taken effect.
    private void welcome() {
        for (var frames = Frames.receive(socket); !frames.isEmpty(); frames = Frames.receive(socket)) {
            var event = frames.getFirst();
            if (event.length > 0 && event[0] == 1) {
                var topic = new String(event, 1, event.length - 1, StandardCharsets.UTF_8);
                var content = new JsonObject();
                content.addProperty("subscription", topic);
                send(encoded(topic, "iopub_welcome", new JsonObject(), content));
            }
        }
    }

    private List<byte[]> encoded(String topic, String type, JsonObject parent, JsonObject content) {
        return codec.encode(new Message(
                List.of(topic.getBytes(StandardCharsets.UTF_8)),
                Message.newHeader(type, parent),
                parent,
                new JsonObject(),
                content));
    }

    private void send(List<byte[]> frames) {
        socket.setSendTimeOut(stalled ? 0 : PATIENCE_MILLISECONDS);
        boolean sent = Frames.send(socket, frames);
        if (!sent) {
            if (!stalled) {
                log.note(
                        "iopub",
                        "a subscriber reads nothing; it misses what does not fit into " + WAITING + " messages");
            }
            socket.setXpubNoDrop(false);
            Frames.send(socket, frames);
            socket.setXpubNoDrop(true);
        }
        stalled = !sent;
    }
}
