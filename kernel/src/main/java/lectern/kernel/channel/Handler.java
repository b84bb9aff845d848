package lectern.kernel.channel;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/// What answers one type of request.
@FunctionalInterface
public interface Handler {

    /// The content of the reply, or `null` if this type has no reply.
    ///
    /// @throws Exception if it cannot be answered; the front end is told, and the kernel goes on
    @Nullable
    JsonObject answer(Request request) throws Exception;
}
