package lectern.kernel.channel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/// Reading JSON that others wrote: a field that is missing or of another kind gives the default.
public final class Json {

    static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Json() {}

    /// The text of a field, or `otherwise`.
    public static String string(JsonObject json, String name, String otherwise) {
        return json.get(name) instanceof JsonPrimitive value ? value.getAsString() : otherwise;
    }

    /// The truth of a field, or `otherwise`.
    public static boolean bool(JsonObject json, String name, boolean otherwise) {
        return (json.get(name) instanceof JsonPrimitive value && value.isBoolean()) ? value.getAsBoolean() : otherwise;
    }

    /// The whole number of a field, or `otherwise`.
    public static int integer(JsonObject json, String name, int otherwise) {
        return (json.get(name) instanceof JsonPrimitive value && value.isNumber()) ? value.getAsInt() : otherwise;
    }

    /// The object of a field, or an empty one.
    public static JsonObject object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject value ? value : new JsonObject();
    }

    /// An object with `status` only.
    public static JsonObject status(String status) {
        var reply = new JsonObject();
        reply.addProperty("status", status);
        return reply;
    }
}
