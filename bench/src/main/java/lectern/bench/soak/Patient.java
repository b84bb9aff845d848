package lectern.bench.soak;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.kernel.channel.ConnectionInfo;
import lectern.kernel.channel.FrontEnd;
import lectern.kernel.channel.FrontEnd.Channel;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Message;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The kernel under test, in a process of its own, and all that can be sent to it.
final class Patient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STEP = Duration.ofMillis(200);

    private final Process process;
    private final FrontEnd frontEnd;
    private final ZContext context = new ZContext();
    private final ZMQ.Socket stranger;
    private final Map<String, JsonObject> replies = new HashMap<>();

    /// What a request has come to.
    ///
    /// @param published on iopub, up to `idle`
    record Result(JsonObject reply, List<Message> published) {

        String status() {
            return Json.string(reply, "status", "none");
        }

        /// What was written to a stream.
        String text(String stream) {
            var text = new StringBuilder();
            for (var message : published) {
                if (message.type().equals("stream")
                        && Json.string(message.content(), "name", "").equals(stream)) {
                    text.append(Json.string(message.content(), "text", ""));
                }
            }
            return text.toString();
        }

        /// The value as text, or what there was in its place.
        String value() {
            return published.stream()
                    .filter(message -> message.type().equals("execute_result"))
                    .map(message -> Json.string(Json.object(message.content(), "data"), "text/plain", ""))
                    .findFirst()
                    .orElse("no result, " + reply);
        }
    }

    /// @param kernelJson the kernel as it is installed
    /// @param log where its process writes
    Patient(Path kernelJson, Path log) throws IOException {
        var connection = ConnectionInfo.onFreePorts();
        var file = Files.createTempFile("lectern-soak", ".json");
        file.toFile().deleteOnExit();
        connection.write(file);
        var command = new ArrayList<String>();
        JsonParser.parseString(Files.readString(kernelJson))
                .getAsJsonObject()
                .getAsJsonArray("argv")
                .forEach(word -> command.add(word.getAsString().replace("{connection_file}", file.toString())));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile());
        builder.environment()
                .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        process = builder.start();
        frontEnd = new FrontEnd(connection);
        stranger = context.createSocket(SocketType.DEALER);
        stranger.setLinger(0);
        stranger.connect("tcp://" + connection.ip() + ":" + connection.shell());
        awaitSubscription();
    }

    private void awaitSubscription() {
        for (int i = 0; i < 100; i++) {
            reply(send("kernel_info_request", new JsonObject()));
            if (frontEnd.receive(Channel.IOPUB, STEP).isPresent()) {
                return;
            }
        }
        throw new SoakFailure("expected to hear the kernel on iopub, heard nothing");
    }

    static JsonObject code(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("allow_stdin", false);
        return content;
    }

    Result execute(String code) {
        return ask("execute_request", code(code));
    }

    Result ask(String type, JsonObject content) {
        return await(send(type, content));
    }

    Result await(String id) {
        var published = untilIdle(id);
        return new Result(reply(id), published);
    }

    String send(String type, JsonObject content) {
        return frontEnd.send(Channel.SHELL, type, content);
    }

    void interrupt() {
        frontEnd.send(Channel.CONTROL, "interrupt_request", new JsonObject());
        next(Channel.CONTROL);
    }

    /// Sends what is no message of ours.
    void sendRaw(List<String> frames) {
        for (int i = 0; i < frames.size(); i++) {
            stranger.send(frames.get(i).getBytes(StandardCharsets.UTF_8), i == frames.size() - 1 ? 0 : ZMQ.SNDMORE);
        }
    }

    /// The reply to a request; replies to others are kept.
    JsonObject reply(String id) {
        while (!replies.containsKey(id)) {
            var message = next(Channel.SHELL);
            replies.put(Json.string(message.parent(), "msg_id", ""), message.content());
        }
        return replies.remove(id);
    }

    /// How many replies came that nobody has asked for.
    int unclaimed() {
        return replies.size();
    }

    /// What a request has published; what belongs to others, such as threads of earlier cells, is passed over.
    private List<Message> untilIdle(String id) {
        var published = new ArrayList<Message>();
        while (true) {
            var message = next(Channel.IOPUB);
            if (Json.string(message.parent(), "msg_id", "").equals(id)) {
                if (Json.string(message.content(), "execution_state", "").equals("idle")) {
                    return published;
                }
                published.add(message);
            }
        }
    }

    /// Waits until a stream message of this request has come.
    void awaitOutput(String id) {
        while (true) {
            var message = next(Channel.IOPUB);
            if (message.type().equals("stream")
                    && Json.string(message.parent(), "msg_id", "").equals(id)) {
                return;
            }
        }
    }

    private Message next(Channel channel) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new SoakFailure("the kernel's process ended with status " + process.exitValue());
            }
            var message = frontEnd.receive(channel, STEP);
            if (message.isPresent()) {
                return message.get();
            }
        }
        throw new SoakFailure("expected an answer on " + channel + " within " + PATIENCE + ", found none");
    }

    /// A line of the system's account of the process, as a number; 0 where it keeps none.
    long statistic(String name) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /// Asks it to end; the time until its process has ended, in milliseconds.
    double shutDown() throws InterruptedException {
        long start = System.nanoTime();
        frontEnd.send(Channel.CONTROL, "shutdown_request", new JsonObject());
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new SoakFailure("expected the kernel to end, found it running");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        frontEnd.close();
        context.close();
    }
}
