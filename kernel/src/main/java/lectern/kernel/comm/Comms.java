package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The comms that are open, and the names that front ends may open further ones by.
public final class Comms {

    private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
    private final Map<String, Comm> open = new ConcurrentHashMap<>();
    private final Publish publish;

    /// @param publish sends what comms say
    public Comms(Publish publish) {
        this.publish = publish;
    }

    /// Lets front ends open comms by this name; a former target of the name is replaced.
    public void register(String target, CommTarget answers) {
        targets.put(target, answers);
    }

    /// Whether front ends may open comms by this name.
    public boolean answersTo(String target) {
        return targets.containsKey(target);
    }

    /// Lets no further comm be opened by this name.
    public void unregister(String target) {
        targets.remove(target);
    }

    /// Opens a comm to what a front end knows by this name.
    public Comm open(String target, JsonObject data) {
        return open(target, new CommMessage(data));
    }

    /// Opens a comm to what a front end knows by this name.
    public Comm open(String target, CommMessage message) {
        return open(UUID.randomUUID().toString(), target, message);
    }

    /// Opens a comm of this id.
    ///
    /// @throws IllegalArgumentException if the id is taken
    public Comm open(String id, String target, CommMessage message) {
        var comm = new Comm(this, id, target);
        if (open.putIfAbsent(id, comm) != null) {
            throw new IllegalArgumentException("open: expected an id that no comm has, found " + id);
        }
        send("comm_open", comm, message);
        return comm;
    }

    /// The comms that are open.
    public List<Comm> all() {
        return List.copyOf(open.values());
    }

    /// The comm of this id, if it is open.
    public Optional<Comm> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    /// A front end has opened a comm. One of a name that no one answers to is closed at once.
    ///
    /// @throws Exception what the target throws; the comm is closed then
    public void opened(String id, String target, CommMessage message) throws Exception {
        var answers = targets.get(target);
        var comm = new Comm(this, id, target);
        open.put(id, comm);
        if (answers == null) {
            comm.close();
            return;
        }
        boolean isTaken = false;
        try {
            answers.opened(comm, message);
            isTaken = true;
        } finally {
            if (!isTaken) {
                comm.close();
            }
        }
    }

    /// A front end says something. What it says to a comm that is closed is passed over.
    ///
    /// @throws Exception what the handler throws
    public void heard(String id, CommMessage message) throws Exception {
        var comm = open.get(id);
        if (comm != null) {
            comm.heard(message);
        }
    }

    /// A front end has closed a comm.
    ///
    /// @throws Exception what the handler throws
    public void closed(String id, CommMessage message) throws Exception {
        var comm = open.remove(id);
        if (comm != null) {
            comm.closed(message);
        }
    }

    void forget(Comm comm) {
        open.remove(comm.id(), comm);
    }

    void send(String type, Comm comm, CommMessage message) {
        var content = new JsonObject();
        content.addProperty("comm_id", comm.id());
        if (type.equals("comm_open")) {
            content.addProperty("target_name", comm.target());
        }
        content.add("data", message.data());
        publish.publish(type, message.metadata(), content, message.buffers());
    }
}
