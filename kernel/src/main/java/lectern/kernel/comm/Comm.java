package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;

/// One end of a line between the kernel and a front end, on which both may speak at any time.
public final class Comm {

    private final Comms comms;
    private final String id;
    private final String target;
    private volatile CommHandler onMessage = _ -> {};
    private volatile CommHandler onClose = _ -> {};
    private volatile boolean isOpen = true;

    Comm(Comms comms, String id, String target) {
        this.comms = comms;
        this.id = id;
        this.target = target;
    }

    /// What both ends call it.
    public String id() {
        return id;
    }

    /// The name that it was opened by.
    public String target() {
        return target;
    }

    /// Whether neither end has closed it.
    public boolean isOpen() {
        return isOpen;
    }

    /// Has someone hear what the front end says from now on. Messages come while no cell runs.
    public Comm onMessage(CommHandler handler) {
        onMessage = handler;
        return this;
    }

    /// Has someone hear when the front end closes it.
    public Comm onClose(CommHandler handler) {
        onClose = handler;
        return this;
    }

    /// Tells the front end.
    ///
    /// @throws IllegalStateException if the comm is closed
    public void send(JsonObject data) {
        send(new CommMessage(data));
    }

    /// Tells the front end, with bytes.
    ///
    /// @throws IllegalStateException if the comm is closed
    public void send(JsonObject data, List<byte[]> buffers) {
        send(new CommMessage(data, new JsonObject(), buffers));
    }

    /// Tells the front end.
    ///
    /// @throws IllegalStateException if the comm is closed
    public void send(CommMessage message) {
        if (!isOpen) {
            throw new IllegalStateException("send: expected an open comm, found " + target + " " + id + " closed");
        }
        comms.send("comm_msg", this, message);
    }

    /// Closes it, if it is open, and tells the front end.
    public void close() {
        close(new CommMessage(new JsonObject()));
    }

    /// Closes it, if it is open, with a last word.
    public void close(CommMessage message) {
        if (isOpen) {
            isOpen = false;
            comms.forget(this);
            comms.send("comm_close", this, message);
        }
    }

    void heard(CommMessage message) throws Exception {
        onMessage.heard(message);
    }

    void closed(CommMessage message) throws Exception {
        isOpen = false;
        onClose.heard(message);
    }
}
