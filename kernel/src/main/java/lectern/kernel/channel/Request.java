package lectern.kernel.channel;

import com.google.gson.JsonObject;

/// A request being answered, as a handler sees it.
public interface Request {

    /// What the front end asks.
    JsonObject content();

    /// Publishes on iopub, with this request as the parent.
    void publish(String type, JsonObject content);

    /// Answers `aborted` to every execute request that the front end has sent so far and that waits behind this one.
    void abortQueued();
}
