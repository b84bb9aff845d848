package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lectern.bench.conformance.Wire.Heard;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// What comes in that should not, and what is published to whom.
final class SocketChecks {

    private SocketChecks() {}

    static List<Check> all() {
        return List.of(
                Check.of("wrong signature survived", t -> {
                    raw(t, Wire.DELIMITER, "0".repeat(64), frames(t, "forged = 1", "forged = 1"));
                    t.good("1", "1");
                }),
                Check.of("empty signature survived", t -> {
                    raw(t, Wire.DELIMITER, "", frames(t, "forged = 1", "forged = 1"));
                    t.good("1", "1");
                }),
                Check.of("a forged cell is not executed", t -> {
                    t.good("int forged = 0;", "forged = 0");
                    raw(t, Wire.DELIMITER, "0".repeat(64), frames(t, "forged = 1;", "forged = 1"));
                    raw(t, Wire.DELIMITER, "", frames(t, "forged = 1;", "forged = 1"));
                    t.gives("0", "forged", "forged");
                }),
                Check.of("broken JSON survived", t -> {
                    for (String broken : List.of("{\"code\": ", "[]", "7", "", "\u0000", "[".repeat(100_000))) {
                        List<String> frames = new ArrayList<>(frames(t, "1", "1"));
                        frames.set(3, broken);
                        raw(t, Wire.DELIMITER, t.subject().wire.signature(frames), frames);
                    }
                    t.good("1", "1");
                }),
                Check.of("broken JSON on control survived", t -> {
                    List<String> frames = new ArrayList<>(frames(t, "1", "1"));
                    frames.set(0, "{");
                    Wire.sendRaw(
                            t.subject().control,
                            Wire.DELIMITER,
                            t.subject().wire.signature(frames),
                            frames);
                    t.askControl("kernel_info_request", "{}");
                }),
                Check.of("truncated frames survived", t -> {
                    List<String> frames = frames(t, "1", "1").subList(0, 2);
                    raw(t, Wire.DELIMITER, t.subject().wire.signature(frames), frames);
                    t.subject().shell.send("one frame");
                    t.good("1", "1");
                }),
                Check.of("a header without its fields survived", t -> {
                    List<String> frames = List.of("{}", "{}", "{}", "{}");
                    raw(t, Wire.DELIMITER, t.subject().wire.signature(frames), frames);
                    t.good("1", "1");
                }),
                Check.of("wrong delimiter survived", t -> {
                    List<String> frames = frames(t, "1", "1");
                    raw(t, "<IDS MSG>", t.subject().wire.signature(frames), frames);
                    t.good("1", "1");
                }),
                Check.of("half-open sockets and strangers survived", t -> {
                    var open = new ArrayList<Socket>();
                    for (int i = 0; i < 20; i++) {
                        open.add(new Socket(
                                t.subject().connection.ip(),
                                t.subject().connection.shell()));
                        open.getLast()
                                .getOutputStream()
                                .write((i % 2 == 0 ? "GET / HTTP/1.1\r\n\r\n" : "\u0001")
                                        .getBytes(StandardCharsets.UTF_8));
                    }
                    t.good("1", "1");
                    for (Socket socket : open) {
                        socket.close();
                    }
                    t.good("1", "1");
                }),
                Check.of("a subscriber that reads nothing survived", SocketChecks::silentSubscriber),
                Check.of("a subscriber that vanishes survived", t -> {
                    ZMQ.Socket other = t.subject()
                            .connected(SocketType.SUB, t.subject().connection.iopub());
                    other.subscribe(ZMQ.SUBSCRIPTION_ALL);
                    t.good("1", "1");
                    other.close();
                    t.good("1", "1");
                }),
                Check.of("bound to the given address only", t -> {
                    try (var _ = new Socket(
                            InetAddress.getByName("127.0.0.2"),
                            t.subject().connection.shell())) {
                        throw new Unmet("expected no answer at 127.0.0.2, found one");
                    } catch (ConnectException e) {
                        t.good("1", "1");
                    }
                }),
                Check.of("iopub_welcome", t -> {
                    ZMQ.Socket other = t.subject()
                            .connected(SocketType.SUB, t.subject().connection.iopub());
                    other.subscribe(ZMQ.SUBSCRIPTION_ALL);
                    Heard first = t.subject()
                            .wire
                            .receive(other, 2000)
                            .orElseThrow(() -> new Unmet("expected iopub_welcome, found nothing"));
                    other.close();
                    Check.equal("iopub_welcome", first.type());
                }));
    }

    private static void raw(Talk t, String delimiter, String signature, List<String> frames) {
        Wire.sendRaw(t.subject().shell, delimiter, signature, frames);
    }

    private static List<String> frames(Talk t, String java, String python) {
        JsonObject header = t.subject().wire.header("execute_request");
        return Stream.of(header, new JsonObject(), new JsonObject(), t.code(java, python))
                .map(JsonObject::toString)
                .toList();
    }

    /// Connected by hand: what is sent to it stays in the buffers of the kernel and of the system.
    private static void silentSubscriber(Talk t) throws Unmet, IOException {
        try (var socket =
                new Socket(t.subject().connection.ip(), t.subject().connection.iopub())) {
            var out = socket.getOutputStream();
            // ZMTP 3.0: greeting with the mechanism NULL, the command READY of a SUB socket, a subscription to all.
            var greeting = new byte[64];
            greeting[0] = (byte) 0xff;
            greeting[9] = 0x7f;
            greeting[10] = 3;
            System.arraycopy("NULL".getBytes(StandardCharsets.US_ASCII), 0, greeting, 12, 4);
            out.write(greeting);
            out.write(new byte[] {4, 25, 5, 'R', 'E', 'A', 'D', 'Y', 11});
            out.write("Socket-Type".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {0, 0, 0, 3, 'S', 'U', 'B'});
            out.write(new byte[] {0, 1, 1});
            out.flush();
            for (int i = 0; i < 5; i++) {
                t.good(
                        "for (int i = 0; i < 90; i++) { System.out.println(\"x\".repeat(99_999)); }",
                        "for i in range(90): print('x' * 99_999)");
            }
            t.gives("2", "1 + 1", "1 + 1");
        }
    }
}
