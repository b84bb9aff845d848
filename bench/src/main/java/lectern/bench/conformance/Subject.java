package lectern.bench.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lectern.bench.conformance.Wire.Heard;
import lectern.bench.kernel.Contender;
import lectern.bench.kernel.Footprint;
import lectern.bench.kernel.Leftovers;
import lectern.kernel.channel.ConnectionInfo;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// A kernel that is examined, in a process of its own, with a socket to each of its channels.
final class Subject implements AutoCloseable {

    private static final int STEP = 200;
    private static final int LAST_LINES = 5;

    final Contender contender;
    final Path folder;

    /// How long any answer may take.
    final Duration patience;

    final Process process;
    final ConnectionInfo connection;
    final Wire wire;
    final ZMQ.Socket shell;
    final ZMQ.Socket control;
    final ZMQ.Socket stdin;
    final ZMQ.Socket iopub;
    final ZMQ.Socket heartbeat;
    private final ZContext context = new ZContext();

    /// Heard on iopub and not asked for yet.
    private final Deque<Heard> published = new ArrayDeque<>();

    /// What a request has caused.
    record Run(Heard answer, List<Heard> published) {

        JsonObject reply() {
            return answer.content();
        }

        String status() {
            return answer.text("status");
        }

        /// What was written to a stream.
        String stream(String name) {
            var text = new StringBuilder();
            for (Heard message : published) {
                if (message.type().equals("stream") && message.text("name").equals(name)) {
                    text.append(message.text("text"));
                }
            }
            return text.toString();
        }

        List<Heard> all(String type) {
            return published.stream()
                    .filter(message -> message.type().equals(type))
                    .toList();
        }

        Heard first(String type) throws Unmet {
            return all(type).stream()
                    .findFirst()
                    .orElseThrow(() -> new Unmet("expected " + type + ", found " + types()));
        }

        List<String> types() {
            return published.stream().map(Heard::type).toList();
        }

        /// The result as plain text; of a kernel that gives HTML alone, the text in that.
        String result() throws Unmet {
            if (!status().equals("ok")) {
                throw new Unmet("expected a result, found " + answer.text("ename") + ": " + answer.text("evalue"));
            }
            JsonObject data = first("execute_result").content().getAsJsonObject("data");
            return data.has("text/html") && !data.has("text/plain")
                    ? data.get("text/html").getAsString().replaceAll("<[^>]*>", "")
                    : data("execute_result", "text/plain");
        }

        String data(String type, String mime) throws Unmet {
            JsonObject data = first(type).content().getAsJsonObject("data");
            Check.that(data.has(mime), () -> "expected " + mime + ", found " + data.keySet());
            return data.get(mime).getAsString();
        }
    }

    /// A kernel of the same sort, which keeps what it remembers in the same folder, as soon as it is started.
    Subject(Subject other) throws IOException {
        this(other.contender, other.folder, other.patience, ConnectionInfo.onFreePorts());
    }

    private Subject(Contender contender, Path folder, Duration patience, ConnectionInfo connection) throws IOException {
        this.contender = contender;
        this.folder = folder;
        this.patience = patience;
        this.connection = connection;
        Path file = Files.createTempFile(folder, "connection", ".json");
        connection.write(file);
        process = launch(contender, folder, file);
        wire = new Wire(connection.key(), UUID.randomUUID().toString());
        shell = connected(SocketType.DEALER, connection.shell());
        control = connected(SocketType.DEALER, connection.control());
        stdin = connected(SocketType.DEALER, connection.stdin());
        iopub = connected(SocketType.SUB, connection.iopub());
        heartbeat = connected(SocketType.REQ, connection.heartbeat());
        iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    }

    private static Process launch(Contender contender, Path folder, Path file) throws IOException {
        var builder = new ProcessBuilder(contender.command(file))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().putAll(contender.environment());
        builder.environment()
                .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
        // Each kernel remembers in this folder, and nowhere else.
        builder.environment().put("LECTERN_HISTORY", folder.resolve("history").toString());
        builder.environment().put("IPYTHONDIR", folder.resolve("ipython").toString());
        Process process = builder.start();
        Leftovers.watch(process);
        return process;
    }

    /// A kernel that ends with this process, ready to be asked.
    static Subject start(Contender contender, Path folder, Duration patience) throws IOException, Unmet {
        return ready(new Subject(contender, folder, patience, ConnectionInfo.onFreePorts()));
    }

    /// Another of the same sort, beside this one, ready to be asked.
    Subject another() throws IOException, Unmet {
        return ready(new Subject(this));
    }

    /// The next one at the same addresses, after this one has ended, as a server does it.
    Subject restarted() throws IOException, Unmet {
        return ready(new Subject(contender, folder, patience, connection));
    }

    private static Subject ready(Subject subject) throws Unmet {
        try {
            subject.awaitReady();
        } catch (Unmet e) {
            subject.close();
            throw e;
        }
        return subject;
    }

    ZMQ.Socket connected(SocketType type, int port) {
        var socket = context.createSocket(type);
        socket.setHWM(0);
        socket.setLinger(0);
        if (type == SocketType.DEALER) {
            // A kernel asks for input by the name that the request came from.
            socket.setIdentity(wire.session().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        socket.connect("tcp://" + connection.ip() + ":" + port);
        return socket;
    }

    /// Waits until it answers, and is heard on iopub as well.
    void awaitReady() throws Unmet {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            String id = send(shell, "kernel_info_request", new JsonObject());
            reply(shell, id);
            Optional<Heard> heard = wire.receive(iopub, STEP);
            if (heard.isPresent() && heard.get().type().equals("iopub_welcome")) {
                heard = wire.receive(iopub, STEP);
            }
            if (heard.isPresent()) {
                drain();
                return;
            }
        }
        throw new Unmet("expected to hear it on iopub, heard nothing");
    }

    /// Forgets what was published until now.
    void drain() {
        published.clear();
        while (wire.receive(iopub, 50).isPresent()) {
            // Of what has been before.
        }
    }

    String send(ZMQ.Socket socket, String type, JsonObject content) {
        JsonObject header = wire.header(type);
        wire.send(socket, header, content);
        return header.get("msg_id").getAsString();
    }

    Run request(ZMQ.Socket socket, String type, JsonObject content) throws Unmet {
        return await(socket, send(socket, type, content));
    }

    /// The reply, and what was published until the kernel was idle again.
    Run await(ZMQ.Socket socket, String id) throws Unmet {
        Heard answer = reply(socket, id);
        return new Run(answer, untilIdle(id));
    }

    /// The reply to a request; others that come before it are dropped.
    Heard reply(ZMQ.Socket socket, String id) throws Unmet {
        while (true) {
            Heard heard = next(socket);
            if (heard.answers(id)) {
                return heard;
            }
        }
    }

    List<Heard> untilIdle(String id) throws Unmet {
        var mine = new ArrayList<Heard>();
        while (true) {
            Heard heard = nextPublished(id);
            if (heard.text("execution_state").equals("idle")) {
                return mine;
            }
            mine.add(heard);
        }
    }

    /// The next message that was published for a request; those for others are kept for them.
    Heard nextPublished(String id) throws Unmet {
        for (Heard heard : published) {
            if (heard.answers(id)) {
                published.remove(heard);
                return heard;
            }
        }
        while (true) {
            Heard heard = next(iopub);
            if (heard.answers(id)) {
                return heard;
            }
            published.add(heard);
        }
    }

    /// The next message with output, for whatever request.
    Heard nextOutput() throws Unmet {
        for (Heard heard : published) {
            if (heard.type().equals("stream")) {
                published.remove(heard);
                return heard;
            }
        }
        while (true) {
            Heard heard = next(iopub);
            if (heard.type().equals("stream")) {
                return heard;
            }
            published.add(heard);
        }
    }

    Heard next(ZMQ.Socket socket) throws Unmet {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            // Before the wait: what it has said at its end is still heard.
            boolean alive = process.isAlive();
            Optional<Heard> heard = wire.receive(socket, STEP);
            if (heard.isPresent()) {
                return heard.get();
            }
            if (!alive) {
                throw new Unmet("its process ended with status " + process.exitValue() + ", and said: " + lastWords());
            }
        }
        throw new Unmet("no answer within " + patience.toSeconds() + " s");
    }

    /// The end of the log, in one line.
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("log"));
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "nothing that can be read (" + e.getMessage() + ")";
        }
    }

    /// What the process and those that it has started take.
    Footprint footprint() {
        return new Footprint(process.toHandle());
    }

    @Override
    public void close() {
        Leftovers.end(process);
        context.close();
    }
}
