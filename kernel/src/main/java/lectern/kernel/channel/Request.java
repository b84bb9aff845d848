package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.util.List;

/// A request being answered, as a handler sees it.
public interface Request {

    /// What the front end asks.
    JsonObject content();

    /// What the front end says about it.
    JsonObject metadata();

    /// The bytes that came with it.
    List<byte[]> buffers();

    /// Publishes on iopub, with this request as the parent.
    void publish(String type, JsonObject content);

    /// Whether the request that waits behind this one is of this type.
    boolean isFollowedBy(String type);

    /// Answers `aborted` to every execute request that the front end has sent so far and that waits behind this one.
    void abortQueued();
}
