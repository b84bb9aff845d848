package lectern.kernel.display;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lectern.kernel.comm.CommMessage;
import lectern.kernel.comm.Comms;
import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommFactory;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.comm.CommTarget;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.jspecify.annotations.Nullable;

/// JJava's comm manager, as libraries and notebooks made for it use it, on our comms.
final class HostComms extends CommManager {

    private static final Gson GSON = new Gson();
    private static final TypeToken<Map<String, Object>> MAP = new TypeToken<>() {};

    /// Busy and idle are told by the channels.
    private static final ReplyEnvironment QUIET = (ReplyEnvironment) Proxy.newProxyInstance(
            HostComms.class.getClassLoader(), new Class<?>[] {ReplyEnvironment.class}, (_, _, _) -> null);

    private final Comms lines;

    HostComms(Comms lines) {
        this.lines = lines;
    }

    @Override
    public void registerTarget(String name, CommTarget target) {
        super.registerTarget(name, target);
        lines.register(name, (comm, opening) -> {
            var command = new CommOpenCommand(comm.id(), name, opening.data());
            adopt(
                    comm,
                    target.createComm(this, comm.id(), name, message(MessageType.COMM_OPEN_COMMAND, command, opening)));
        });
    }

    @Override
    public void unregisterTarget(String name) {
        super.unregisterTarget(name);
        lines.unregister(name);
    }

    @Override
    public <T extends Comm> T openComm(String target, CommFactory<T> factory) {
        var id = UUID.randomUUID().toString();
        var opening = new CommMessage(new JsonObject());
        var command = new CommOpenCommand(id, target, opening.data());
        var theirs = factory.produce(this, id, target, message(MessageType.COMM_OPEN_COMMAND, command, opening));
        adopt(lines.open(id, target, opening), theirs);
        return theirs;
    }

    private void adopt(lectern.kernel.comm.Comm ours, Comm theirs) {
        registerComm(theirs);
        ours.onMessage(heard -> handleCommMsgCommand(
                QUIET, message(MessageType.COMM_MSG_COMMAND, new CommMsgCommand(ours.id(), heard.data()), heard)));
        ours.onClose(heard -> handleCommCloseCommand(
                QUIET, message(MessageType.COMM_CLOSE_COMMAND, new CommCloseCommand(ours.id(), heard.data()), heard)));
    }

    @Override
    public void messageComm(
            String id, JsonObject data, @Nullable Map<String, Object> metadata, @Nullable List<byte[]> buffers) {
        var comm = lines.find(id)
                .orElseThrow(() -> new IllegalStateException("send: expected an open comm, found none of id " + id));
        comm.send(new CommMessage(
                data,
                metadata == null ? new JsonObject() : GSON.toJsonTree(metadata).getAsJsonObject(),
                buffers == null ? List.of() : buffers));
    }

    @Override
    public void closeComm(Comm theirs) {
        lines.find(theirs.getID()).ifPresent(lectern.kernel.comm.Comm::close);
        unregisterComm(theirs.getID());
        var last = new CommMessage(new JsonObject());
        var command = new CommCloseCommand(theirs.getID(), last.data());
        try {
            // It is theirs alone to call.
            var onClose = Comm.class.getDeclaredMethod("onClose", Message.class, boolean.class);
            onClose.setAccessible(true);
            onClose.invoke(theirs, message(MessageType.COMM_CLOSE_COMMAND, command, last), true);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the end of comm " + theirs.getID() + " fails", e);
        }
    }

    private static <T> Message<T> message(MessageType<T> type, T command, CommMessage heard) {
        return new Message<>(new Header<>(type), command, GSON.fromJson(heard.metadata(), MAP), heard.buffers());
    }
}
