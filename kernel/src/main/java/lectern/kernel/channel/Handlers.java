package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.util.Map;

/// The handlers of a kernel, by `msg_type`: the whole of what the channels know about the language.
///
/// @param shell answered one after another, in the order of arrival
/// @param control answered while a shell request runs
/// @param aborted the content of the reply to an execute request that is not run
public record Handlers(Map<String, Handler> shell, Map<String, Handler> control, JsonObject aborted) {}
