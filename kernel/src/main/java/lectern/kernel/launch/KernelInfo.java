package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Message;

/// What the kernel says of itself.
final class KernelInfo {

    /// The version of the kernel.
    static final String VERSION = "0.1.0";

    private KernelInfo() {}

    static JsonObject content() {
        var language = new JsonObject();
        language.addProperty("name", "java");
        language.addProperty("version", System.getProperty("java.version"));
        language.addProperty("mimetype", "text/x-java-source");
        language.addProperty("file_extension", ".java");
        language.addProperty("pygments_lexer", "java");
        language.addProperty("codemirror_mode", "text/x-java");
        var info = Json.status("ok");
        info.addProperty("protocol_version", Message.PROTOCOL);
        info.addProperty("implementation", "lectern");
        info.addProperty("implementation_version", VERSION);
        info.add("language_info", language);
        info.addProperty("banner", "Lectern " + VERSION + ", Java " + System.getProperty("java.version"));
        info.addProperty("debugger", false);
        var features = new JsonArray();
        features.add("kernel subshells");
        info.add("supported_features", features);
        info.add("help_links", new JsonArray());
        return info;
    }
}
