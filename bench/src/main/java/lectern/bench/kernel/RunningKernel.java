package lectern.bench.kernel;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lectern.kernel.channel.ConnectionInfo;
import lectern.kernel.channel.FrontEnd;
import lectern.kernel.channel.FrontEnd.Channel;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Message;

/// A kernel in a process of its own, and the front end that talks to it.
final class RunningKernel implements AutoCloseable {

    /// How long any answer may take.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration END = Duration.ofSeconds(10);

    private final Contender contender;
    private final Process process;
    private final FrontEnd frontEnd;
    private final Path connectionFile;
    private final Stopwatch sinceStart;

    private RunningKernel(
            Contender contender, Process process, FrontEnd frontEnd, Path connectionFile, Stopwatch sinceStart) {
        this.contender = contender;
        this.process = process;
        this.frontEnd = frontEnd;
        this.connectionFile = connectionFile;
        this.sinceStart = sinceStart;
    }

    /// Starts the process and waits for nothing.
    ///
    /// @param log where the kernel's own output goes
    static RunningKernel start(Contender contender, Path log) throws KernelException {
        try {
            ConnectionInfo connection = ConnectionInfo.onFreePorts();
            Path file = Files.createTempFile("lectern-bench", ".json");
            connection.write(file);
            var builder = new ProcessBuilder(contender.command(file))
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(contender.environment());
            // Both kernels end by themselves when this process is gone.
            builder.environment()
                    .put("JPY_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
            // What is measured is nothing to remember.
            builder.environment().put("LECTERN_HISTORY", "");
            var frontEnd = new FrontEnd(connection);
            var sinceStart = new Stopwatch();
            Process process = builder.start();
            Leftovers.watch(process);
            return new RunningKernel(contender, process, frontEnd, file, sinceStart);
        } catch (IOException e) {
            throw new KernelException("could not be started: " + e.getMessage(), e);
        }
    }

    Contender contender() {
        return contender;
    }

    Stopwatch sinceStart() {
        return sinceStart;
    }

    Footprint footprint() {
        return new Footprint(process.toHandle());
    }

    /// Waits until the kernel answers, in milliseconds since its start.
    double awaitInfo() throws KernelException {
        reply(send("kernel_info_request", new JsonObject()), PATIENCE);
        return sinceStart.milliseconds();
    }

    /// Waits until what it publishes is heard: a subscription takes effect some time after it is made.
    void awaitPublished() throws KernelException {
        for (int i = 0; i < 100; i++) {
            awaitInfo();
            if (frontEnd.receive(Channel.IOPUB, Duration.ofMillis(200)).isPresent()) {
                return;
            }
        }
        throw new KernelException("expected to hear it on iopub, heard nothing");
    }

    /// Runs a cell and waits for its reply.
    ///
    /// @return the time to the reply in milliseconds
    double run(Cell cell) throws KernelException {
        return time("execute_request", execution(cell)).milliseconds();
    }

    /// Asks, waits for the reply, and then until the kernel is idle again.
    Answer time(String type, JsonObject content) throws KernelException {
        var watch = new Stopwatch();
        String id = send(type, content);
        JsonObject reply = reply(id, PATIENCE);
        double time = watch.milliseconds();
        awaitIdle(id);
        return new Answer(reply, time);
    }

    /// Sends a cell and gives the `msg_id`.
    String send(Cell cell) {
        return send("execute_request", execution(cell));
    }

    String send(String type, JsonObject content) {
        return frontEnd.send(Channel.SHELL, type, content);
    }

    void sendControl(String type) {
        frontEnd.send(Channel.CONTROL, type, new JsonObject());
    }

    /// Waits for the reply to a request; that of a cell must not be an error.
    JsonObject reply(String id, Duration patience) throws KernelException {
        JsonObject reply = anyReply(id, patience);
        if (Json.string(reply, "status", "ok").equals("error")) {
            throw new KernelException("a cell failed: " + Json.string(reply, "ename", "") + ": "
                    + Json.string(reply, "evalue", "").lines().findFirst().orElse(""));
        }
        return reply;
    }

    /// Waits for the reply to a request, whatever it says.
    JsonObject anyReply(String id, Duration patience) throws KernelException {
        var watch = new Stopwatch();
        while (true) {
            Message reply = next(Channel.SHELL, patience.minusNanos((long) (watch.milliseconds() * 1e6)));
            if (Json.string(reply.parent(), "msg_id", "").equals(id)) {
                return reply.content();
            }
        }
    }

    /// What a request has published, up to and without its `idle`.
    List<Message> awaitIdle(String id) throws KernelException {
        var published = new ArrayList<Message>();
        while (true) {
            Message message = next(Channel.IOPUB, PATIENCE);
            if (!Json.string(message.parent(), "msg_id", "").equals(id)) {
                continue;
            }
            if (Json.string(message.content(), "execution_state", "").equals("idle")) {
                return published;
            }
            published.add(message);
        }
    }

    private Message next(Channel channel, Duration patience) throws KernelException {
        Optional<Message> message = Optional.empty();
        var watch = new Stopwatch();
        while (message.isEmpty()) {
            if (!process.isAlive()) {
                throw new KernelException("its process ended with status " + process.exitValue());
            }
            if (watch.milliseconds() > patience.toMillis()) {
                throw new KernelException("no answer within " + patience.toSeconds() + " s");
            }
            message = frontEnd.receive(channel, Duration.ofMillis(200));
        }
        return message.get();
    }

    private JsonObject execution(Cell cell) {
        var content = new JsonObject();
        content.addProperty("code", cell.in(contender.language()));
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", false);
        content.addProperty("stop_on_error", true);
        return content;
    }

    /// Asks the kernel to end, and waits for its process.
    ///
    /// @return the time in milliseconds
    double shutDown() throws KernelException {
        var content = new JsonObject();
        content.addProperty("restart", false);
        var watch = new Stopwatch();
        frontEnd.send(Channel.CONTROL, "shutdown_request", content);
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw new KernelException("did not end within " + END.toSeconds() + " s of a shutdown_request");
            }
        } catch (InterruptedException e) {
            throw new KernelException("interrupted", e);
        }
        return watch.milliseconds();
    }

    /// Ends the process, whatever it does.
    @Override
    public void close() {
        Leftovers.end(process);
        frontEnd.close();
        try {
            Files.deleteIfExists(connectionFile);
        } catch (IOException _) {
            // A file of a few lines in the folder of temporary files.
        }
    }

    /// A reply, and how long it took.
    record Answer(JsonObject reply, double milliseconds) {}
}
