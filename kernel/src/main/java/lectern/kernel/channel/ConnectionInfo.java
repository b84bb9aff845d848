package lectern.kernel.channel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Where the front end expects the kernel: the content of a connection file.
///
/// @param transport `tcp` or `ipc`
/// @param ip the address that every socket is bound to, or the path prefix for `ipc`
/// @param key the secret of the signatures; empty means that nothing is signed
public record ConnectionInfo(
        String transport, String ip, int shell, int control, int iopub, int stdin, int heartbeat, String key) {

    private static final String SCHEME = "hmac-sha256";
    private static final String IPC = "ipc";

    /// Five ports of this machine that are free at the moment, and a new key.
    ///
    /// @throws IOException if there are none
    public static ConnectionInfo onFreePorts() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var ports = new ArrayList<Integer>();
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 5; i++) {
                var socket = new ServerSocket(0, 1, loopback);
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
        return new ConnectionInfo(
                "tcp",
                loopback.getHostAddress(),
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                UUID.randomUUID().toString());
    }

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
        var scheme = Json.string(json, "signature_scheme", SCHEME);
        if (!scheme.equals(SCHEME)) {
            throw new IllegalArgumentException("expected signature_scheme " + SCHEME + ", found " + scheme);
        }
        var transport = Json.string(json, "transport", "tcp");
        if (!List.of("tcp", IPC).contains(transport)) {
            throw new IllegalArgumentException("expected transport tcp or ipc, found " + transport);
        }
        return new ConnectionInfo(
                transport,
                Json.string(json, "ip", transport.equals(IPC) ? "kernel-ipc" : "127.0.0.1"),
                port(json, "shell_port"),
                port(json, "control_port"),
                port(json, "iopub_port"),
                port(json, "stdin_port"),
                port(json, "hb_port"),
                Json.string(json, "key", ""));
    }

    /// Writes the connection file of a kernel.
    ///
    /// @throws IOException if it cannot be written
    public void write(Path file) throws IOException {
        var json = new JsonObject();
        json.addProperty("transport", transport);
        json.addProperty("ip", ip);
        json.addProperty("shell_port", shell);
        json.addProperty("control_port", control);
        json.addProperty("iopub_port", iopub);
        json.addProperty("stdin_port", stdin);
        json.addProperty("hb_port", heartbeat);
        json.addProperty("key", key);
        json.addProperty("signature_scheme", SCHEME);
        Files.writeString(file, json.toString());
    }

    /// Whether the sockets are files of this machine.
    boolean isIpc() {
        return transport.equals(IPC);
    }

    /// The file of a socket, for `ipc`.
    Path path(int port) {
        return Path.of(ip + "-" + port);
    }

    /// The ZeroMQ end point of a port, for `tcp`.
    String endpoint(int port) {
        return "tcp://" + (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + port;
    }

    private static int port(JsonObject json, String name) {
        if (!(json.get(name) instanceof JsonPrimitive port && port.isNumber())) {
            throw new IllegalArgumentException(
                    "expected " + name + ", found " + (json.has(name) ? json.get(name) : "none"));
        }
        return port.getAsInt();
    }
}
