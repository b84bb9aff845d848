package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The other end of a kernel: asks on the shell or the control channel, and hears what it publishes.
///
/// For one thread at a time.
public final class FrontEnd implements AutoCloseable {

    /// The channels that a front end hears.
    public enum Channel {
        /// Requests in order, and their replies.
        SHELL,
        /// Requests that do not wait for the shell's.
        CONTROL,
        /// What the kernel tells everyone.
        IOPUB
    }

    private static final int RETRY_MILLISECONDS = 10;

    private final ZContext context = new ZContext();
    private final MessageCodec codec;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);

    /// Connects by `tcp`, whether or not the kernel is there yet.
    public FrontEnd(ConnectionInfo connection) {
        codec = new MessageCodec(new Signer(connection.key()));
        connect(Channel.SHELL, SocketType.DEALER, connection.endpoint(connection.shell()));
        connect(Channel.CONTROL, SocketType.DEALER, connection.endpoint(connection.control()));
        connect(Channel.IOPUB, SocketType.SUB, connection.endpoint(connection.iopub()));
    }

    private void connect(Channel channel, SocketType type, String endpoint) {
        var socket = context.createSocket(type);
        // Whatever is published while nobody listens is kept, and nothing is waited for at the end.
        socket.setHWM(0);
        socket.setLinger(0);
        socket.setReconnectIVL(RETRY_MILLISECONDS);
        if (type == SocketType.SUB) {
            socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
        }
        socket.connect(endpoint);
        sockets.put(channel, socket);
    }

    /// The content of the shell's reply, however long it takes.
    public JsonObject ask(String type, JsonObject content) {
        send(Channel.SHELL, type, content);
        return receive(Channel.SHELL, -1).orElseThrow().content();
    }

    /// Sends a request and gives its `msg_id`.
    public String send(Channel channel, String type, JsonObject content) {
        var header = Message.newHeader(type, new JsonObject());
        var message = new Message(List.of(), header, new JsonObject(), new JsonObject(), content);
        Frames.send(socket(channel), codec.encode(message));
        return Json.string(header, "msg_id", "");
    }

    /// The next message, if there is one within `patience`.
    public Optional<Message> receive(Channel channel, Duration patience) {
        return receive(channel, Math.toIntExact(patience.toMillis()));
    }

    private Optional<Message> receive(Channel channel, int milliseconds) {
        var socket = socket(channel);
        socket.setReceiveTimeOut(milliseconds);
        var frames = new ArrayList<byte[]>();
        byte[] frame = socket.recv();
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return frames.isEmpty() ? Optional.empty() : Optional.of(codec.decode(frames));
    }

    private ZMQ.Socket socket(Channel channel) {
        var socket = sockets.get(channel);
        if (socket == null) {
            throw new IllegalStateException("front end: expected a connected " + channel + ", found none");
        }
        return socket;
    }

    @Override
    public void close() {
        context.close();
    }
}
