package lectern.kernel.channel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the front end expects the kernel: the content of a connection file.
///
/// @param transport `tcp` or `ipc`
/// @param ip the address that every socket is bound to, or the path prefix for `ipc`
/// @param key the secret of the signatures; empty means that nothing is signed
public record ConnectionInfo(
        String transport, String ip, int shell, int control, int iopub, int stdin, int heartbeat, String key) {

    /// @throws IOException if the file cannot be read or is not a connection file; the message says which
    public static ConnectionInfo read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw new IOException("connection file " + file + ": " + e.getMessage(), e);
        }
    }

    static ConnectionInfo parse(String text) {
        var json = JsonParser.parseString(text).getAsJsonObject();
        var scheme = Json.string(json, "signature_scheme", "hmac-sha256");
        if (!scheme.equals("hmac-sha256")) {
            throw new IllegalArgumentException("expected signature_scheme hmac-sha256, found " + scheme);
        }
        return new ConnectionInfo(
                Json.string(json, "transport", "tcp"),
                Json.string(json, "ip", "127.0.0.1"),
                port(json, "shell_port"),
                port(json, "control_port"),
                port(json, "iopub_port"),
                port(json, "stdin_port"),
                port(json, "hb_port"),
                Json.string(json, "key", ""));
    }

    /// The ZeroMQ end point of a port.
    String endpoint(int port) {
        return transport.equals("ipc") ? "ipc://" + ip + "-" + port : transport + "://" + ip + ":" + port;
    }

    private static int port(JsonObject json, String name) {
        if (!json.has(name)) {
            throw new IllegalArgumentException("expected " + name + ", found none");
        }
        return json.get(name).getAsInt();
    }
}
