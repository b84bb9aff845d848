package lectern.kernel.launch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// A front end that talks to a kernel in a process of its own.
final class TestClient implements AutoCloseable {

    static final String KEY = "test-key";
    private static final int PATIENCE = 30_000;

    /// A message from the kernel.
    record Answer(String type, JsonObject parent, JsonObject metadata, JsonObject content, List<byte[]> buffers) {}

    /// What a request has caused: the messages on iopub up to `idle`, and the reply.
    record Run(List<Answer> published, JsonObject reply) {

        String text(String stream) {
            var text = new StringBuilder();
            for (var answer : published) {
                if (answer.type.equals("stream")
                        && answer.content.get("name").getAsString().equals(stream)) {
                    text.append(answer.content.get("text").getAsString());
                }
            }
            return text.toString();
        }

        JsonObject first(String type) {
            return published.stream()
                    .filter(answer -> answer.type.equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("expected " + type + ", found " + published))
                    .content;
        }
    }

    final Process process;
    final ZMQ.Socket shell;
    final ZMQ.Socket control;
    final ZMQ.Socket stdin;
    private final ZMQ.Socket iopub;
    private final ZContext context = new ZContext();
    private final String session = UUID.randomUUID().toString();

    /// @param parent a command that runs the command that follows it; none to run the kernel itself
    TestClient(Path folder, String... parent) throws IOException, InterruptedException {
        var ports = new ArrayList<Integer>();
        var held = new ArrayList<ServerSocket>();
        for (int i = 0; i < 5; i++) {
            var socket = new ServerSocket(0);
            held.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (var socket : held) {
            socket.close();
        }
        var file = folder.resolve("connection.json");
        Files.writeString(
                file, """
                {"transport": "tcp", "ip": "127.0.0.1", "shell_port": %d, "control_port": %d, "iopub_port": %d,
                 "stdin_port": %d, "hb_port": %d, "key": "%s", "signature_scheme": "hmac-sha256"}""".formatted(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), KEY));
        var command = new ArrayList<>(List.of(parent));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Installer.FLAGS);
        command.addAll(exports());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), file.toString()));
        var builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile());
        builder.environment()
                .put(PastSessions.VARIABLE, folder.resolve("history.jsonl").toString());
        process = builder.start();
        shell = connected(SocketType.DEALER, ports.get(0));
        control = connected(SocketType.DEALER, ports.get(1));
        stdin = connected(SocketType.DEALER, ports.get(3));
        iopub = connected(SocketType.SUB, ports.get(2));
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
        awaitSubscription();
    }

    /// What the manifest of the kernel's jar asks for; there is none where it runs from a class path.
    static List<String> exports() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-exports=") || argument.startsWith("--add-opens="))
                .toList();
    }

    /// A subscription takes effect some time after it is made: ask until an answer is heard on iopub too.
    private void awaitSubscription() {
        iopub.setReceiveTimeOut(200);
        for (int i = 0; i < 100; i++) {
            send(shell, "kernel_info_request", new JsonObject());
            receive(shell);
            if (iopub.recv() != null) {
                while (iopub.hasReceiveMore()) {
                    iopub.recv();
                }
                iopub.setReceiveTimeOut(PATIENCE);
                return;
            }
        }
        throw new AssertionError("expected to hear the kernel on iopub");
    }

    private ZMQ.Socket connected(SocketType type, int port) {
        var socket = context.createSocket(type);
        socket.setReceiveTimeOut(PATIENCE);
        socket.setHWM(0);
        socket.setLinger(0);
        // A kernel asks for input by the name that the request came from.
        socket.setIdentity(session.getBytes(StandardCharsets.UTF_8));
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    static JsonObject code(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        return content;
    }

    Run execute(String code) {
        return request(shell, "execute_request", code(code));
    }

    Run request(ZMQ.Socket socket, String type, JsonObject content) {
        return await(socket, send(socket, type, content));
    }

    Run await(ZMQ.Socket socket, String id) {
        var published = untilIdle(id);
        return new Run(published, receive(socket).content());
    }

    /// The messages on iopub that belong to a request, up to and without its `idle`.
    List<Answer> untilIdle(String id) {
        var published = new ArrayList<Answer>();
        while (true) {
            var answer = receive(iopub);
            if (answer.parent.has("msg_id")
                    && answer.parent.get("msg_id").getAsString().equals(id)) {
                if (answer.type.equals("status")
                        && answer.content.get("execution_state").getAsString().equals("idle")) {
                    return published;
                }
                published.add(answer);
            }
        }
    }

    /// Waits for the first message of this type on iopub.
    Answer awaitPublished(String type) {
        while (true) {
            var answer = receive(iopub);
            if (answer.type.equals(type)) {
                return answer;
            }
        }
    }

    String send(ZMQ.Socket socket, String type, JsonObject content) {
        return send(socket, type, content, KEY, List.of());
    }

    String send(ZMQ.Socket socket, String type, JsonObject content, String key) {
        return send(socket, type, content, key, List.of());
    }

    String send(ZMQ.Socket socket, String type, JsonObject content, List<byte[]> buffers) {
        return send(socket, type, content, KEY, buffers);
    }

    private String send(ZMQ.Socket socket, String type, JsonObject content, String key, List<byte[]> buffers) {
        var id = UUID.randomUUID().toString();
        var header = new JsonObject();
        header.addProperty("msg_id", id);
        header.addProperty("session", session);
        header.addProperty("username", "test");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.5");
        var frames = Stream.of(header, new JsonObject(), new JsonObject(), content)
                .map(JsonObject::toString)
                .toList();
        sendFrames(socket, frames, signature(frames, key), buffers);
        return id;
    }

    /// Sends what may be no message at all.
    static void sendFrames(ZMQ.Socket socket, List<String> frames, String signature) {
        sendFrames(socket, frames, signature, List.of());
    }

    private static void sendFrames(ZMQ.Socket socket, List<String> frames, String signature, List<byte[]> buffers) {
        socket.sendMore("<IDS|MSG>");
        socket.sendMore(signature);
        var all = new ArrayList<byte[]>();
        frames.forEach(frame -> all.add(frame.getBytes(StandardCharsets.UTF_8)));
        all.addAll(buffers);
        all.subList(0, all.size() - 1).forEach(socket::sendMore);
        socket.send(all.getLast());
    }

    /// Answers the next question of a cell, and gives the question.
    JsonObject answerInput(String line) {
        var question = receive(stdin);
        if (!question.type.equals("input_request")) {
            throw new AssertionError("expected input_request, found " + question);
        }
        var content = new JsonObject();
        content.addProperty("value", line);
        send(stdin, "input_reply", content);
        return question.content;
    }

    Answer receive(ZMQ.Socket socket) {
        var frames = new ArrayList<byte[]>();
        do {
            var frame = socket.recv();
            if (frame == null) {
                throw new AssertionError("expected a message within " + PATIENCE + " ms");
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        int at = 0;
        while (!new String(frames.get(at), StandardCharsets.UTF_8).equals("<IDS|MSG>")) {
            at++;
        }
        var header = json(frames.get(at + 2));
        return new Answer(
                header.get("msg_type").getAsString(),
                json(frames.get(at + 3)),
                json(frames.get(at + 4)),
                json(frames.get(at + 5)),
                List.copyOf(frames.subList(at + 6, frames.size())));
    }

    private static JsonObject json(byte[] frame) {
        return JsonParser.parseString(new String(frame, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    static String signature(List<String> frames, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            frames.forEach(frame -> mac.update(frame.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    boolean exits() throws InterruptedException {
        return process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        context.close();
    }
}
