package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The other end of a kernel: asks on the shell channel and waits for each reply.
public final class FrontEnd implements AutoCloseable {

    private final ZContext context = new ZContext();
    private final MessageCodec codec;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket iopub;

    /// Connects, whether or not the kernel is there yet.
    public FrontEnd(ConnectionInfo connection) {
        codec = new MessageCodec(new Signer(connection.key()));
        shell = context.createSocket(SocketType.DEALER);
        shell.connect(connection.endpoint(connection.shell()));
        iopub = context.createSocket(SocketType.SUB);
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        iopub.connect(connection.endpoint(connection.iopub()));
    }

    /// The content of the reply.
    public JsonObject ask(String type, JsonObject content) {
        var header = Message.newHeader(type, new JsonObject());
        Frames.send(shell, codec.encode(new Message(List.of(), header, new JsonObject(), new JsonObject(), content)));
        var frames = new ArrayList<byte[]>();
        do {
            frames.add(shell.recv());
        } while (shell.hasReceiveMore());
        return codec.decode(frames).content();
    }

    @Override
    public void close() {
        context.close();
    }
}
