package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A message of the Jupyter protocol, version 5.5.
///
/// @param identities the routing prefix, or the topic on iopub
/// @param parent the header of the request that this message answers; empty if there is none
/// @param buffers bytes that follow
public record Message(
        List<byte[]> identities,
        JsonObject header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {

    /// A message that no bytes follow.
    public Message(
            List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject metadata, JsonObject content) {
        this(identities, header, parent, metadata, content, List.of());
    }

    /// The protocol version that every header names.
    public static final String PROTOCOL = "5.5";

    /// A kernel that was restarted is known by another one.
    private static final String SESSION = UUID.randomUUID().toString();

    /// `msg_type` of the header.
    public String type() {
        return Json.string(header, "msg_type", "");
    }

    /// A message of this type that names `this` as its parent and goes back the same way.
    Message answer(String type, JsonObject content) {
        return new Message(identities, newHeader(type, header), header, new JsonObject(), content);
    }

    static JsonObject newHeader(String type, JsonObject parent) {
        var header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", SESSION);
        header.addProperty("username", Json.string(parent, "username", "kernel"));
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL);
        return header;
    }
}
