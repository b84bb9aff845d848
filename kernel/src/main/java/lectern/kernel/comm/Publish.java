package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;

/// What sends a message to all front ends.
@FunctionalInterface
public interface Publish {

    /// @param type `comm_open`, `comm_msg` or `comm_close`
    void publish(String type, JsonObject metadata, JsonObject content, List<byte[]> buffers);
}
