package lectern.kernel.comm;

import com.google.gson.JsonObject;
import java.util.List;

/// What one end of a comm tells the other.
///
/// @param data what both ends have agreed on
/// @param metadata of the message, such as the version of a protocol
/// @param buffers bytes that JSON would only blow up
public record CommMessage(JsonObject data, JsonObject metadata, List<byte[]> buffers) {

    /// A message of data alone.
    public CommMessage(JsonObject data) {
        this(data, new JsonObject(), List.of());
    }
}
