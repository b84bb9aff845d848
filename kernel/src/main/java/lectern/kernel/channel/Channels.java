package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The five sockets of a kernel and the loop that serves them.
///
/// One thread owns shell, control and stdin and blocks until something comes in or has to go out; other threads hand
/// it their work and wake it. Shell and control requests are answered on a [Lane] each, so that a running cell can be
/// interrupted.
public final class Channels {

    private static final String WAKE = "inproc://wake";
    private static final JsonObject NOBODY = new JsonObject();

    private final ZContext context = new ZContext();
    private final MessageCodec codec;
    private final PrintStream log;
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final ZMQ.Socket stdin;
    private final ZMQ.Socket heartbeat;
    private final ZMQ.Socket woken;
    private final ZMQ.Socket waker;
    private final Publisher publisher;
    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> inputs = new LinkedBlockingQueue<>();
    private final CountDownLatch shutDown = new CountDownLatch(1);
    private volatile JsonObject latestCell = NOBODY;

    /// Binds all sockets.
    ///
    /// @param log where dropped messages are noted; not a stream that a front end sees
    /// @throws ZMQException if a port is taken
    public Channels(ConnectionInfo connection, PrintStream log) {
        this.log = log;
        codec = new MessageCodec(new Signer(connection.key()));
        shell = bound(SocketType.ROUTER, connection.endpoint(connection.shell()));
        control = bound(SocketType.ROUTER, connection.endpoint(connection.control()));
        stdin = bound(SocketType.ROUTER, connection.endpoint(connection.stdin()));
        heartbeat = bound(SocketType.REP, connection.endpoint(connection.heartbeat()));
        publisher = new Publisher(bound(SocketType.PUB, connection.endpoint(connection.iopub())), codec);
        woken = bound(SocketType.PULL, WAKE);
        waker = context.createSocket(SocketType.PUSH);
        waker.connect(WAKE);
    }

    /// Begins to answer.
    public void start(Handlers handlers) {
        publisher.start();
        publisher.publish("status", NOBODY, Lane.executionState("starting"));
        Thread.ofPlatform().daemon().name("heartbeat").start(this::beat);
        Thread.ofPlatform().daemon().name("channels").start(() -> serve(handlers));
    }

    /// What is written here is shown under the latest cell, as the stream of this name.
    public OutputStream stream(String name) {
        return new StreamOutput(text -> publisher.print(name, latestCell, text));
    }

    /// Publishes on iopub for the latest cell.
    public void publish(String type, JsonObject content) {
        publisher.publish(type, latestCell, content);
    }

    /// Publishes on iopub for the latest cell, with bytes.
    public void publish(String type, JsonObject metadata, JsonObject content, List<byte[]> buffers) {
        publisher.publish(type, latestCell, metadata, content, buffers);
    }

    /// Waits until a shutdown request has been answered.
    public void awaitShutdown() throws InterruptedException {
        shutDown.await();
    }

    /// Sends what waits and closes the sockets.
    public void close() throws InterruptedException {
        publisher.close();
        context.close();
    }

    private ZMQ.Socket bound(SocketType type, String endpoint) {
        var socket = context.createSocket(type);
        socket.setHWM(0);
        socket.setLinger(500);
        if (!socket.bind(endpoint)) {
            throw new IllegalStateException("expected to bind " + endpoint + ", found it taken");
        }
        return socket;
    }

    private void beat() {
        try {
            while (true) {
                heartbeat.send(heartbeat.recv());
            }
        } catch (ZMQException e) {
            // The context was closed: the kernel ends.
            heartbeat.close();
        }
    }

    private void serve(Handlers handlers) {
        var shellLane = lane("shell", shell, handlers.shell(), handlers, this::begin);
        var controlLane = lane("control", control, handlers.control(), handlers, _ -> {});
        drainOnAbort = () -> {
            drain(shell, shellLane::receive);
            shellLane.abort();
        };
        try (var poller = context.createPoller(4)) {
            for (var socket : new ZMQ.Socket[] {control, shell, stdin, woken}) {
                poller.register(socket, ZMQ.Poller.POLLIN);
            }
            while (poller.poll(-1) >= 0) {
                while (!Frames.receive(woken).isEmpty()) {
                    // Only the waking matters.
                }
                for (var task = work.poll(); task != null; task = work.poll()) {
                    task.run();
                }
                drain(control, controlLane::receive);
                drain(shell, shellLane::receive);
                drain(stdin, reply -> inputs.add(Json.string(reply.content(), "value", "")));
            }
        } catch (ZMQException e) {
            // The context was closed: the kernel ends.
            shutDown.countDown();
        }
    }

    private Runnable drainOnAbort = () -> {};

    private Lane lane(
            String name, ZMQ.Socket socket, Map<String, Handler> types, Handlers handlers, Consumer<Message> begin) {
        return new Lane(name, types, handlers.aborted(), new SocketLinks(socket, begin), log);
    }

    private void begin(Message message) {
        if (message.type().equals("execute_request") || message.type().matches("comm_(open|msg|close)")) {
            latestCell = message.header();
        }
    }

    private void drain(ZMQ.Socket socket, Consumer<Message> receiver) {
        for (var frames = Frames.receive(socket); !frames.isEmpty(); frames = Frames.receive(socket)) {
            try {
                receiver.accept(codec.decode(frames));
            } catch (BadMessageException e) {
                log.println("lectern: dropped a message: " + e.getMessage());
            }
        }
    }

    private void onLoop(Runnable task) {
        work.add(task);
        synchronized (waker) {
            waker.send(new byte[0]);
        }
    }

    private final class SocketLinks implements Lane.Links {

        private final ZMQ.Socket socket;
        private final Consumer<Message> begin;

        SocketLinks(ZMQ.Socket socket, Consumer<Message> begin) {
            this.socket = socket;
            this.begin = begin;
        }

        @Override
        public void reply(Message message) {
            var frames = codec.encode(message);
            onLoop(() -> Frames.send(socket, frames));
        }

        @Override
        public void publish(String type, JsonObject parent, JsonObject content) {
            publisher.publish(type, parent, content);
        }

        @Override
        public void begin(Message message) {
            begin.accept(message);
        }

        @Override
        public void abortQueued() {
            var done = new CompletableFuture<Void>();
            onLoop(() -> {
                drainOnAbort.run();
                done.complete(null);
            });
            done.join();
        }

        @Override
        public String input(Message cell, String prompt, boolean password) throws InterruptedException {
            if (!Json.bool(cell.content(), "allow_stdin", true)) {
                throw new IllegalStateException(
                        "input: expected a front end that can ask for a line, found one that does not allow it");
            }
            var content = new JsonObject();
            content.addProperty("prompt", prompt);
            content.addProperty("password", password);
            inputs.clear();
            // A question that was printed stands above the box for its answer.
            publisher.flushed();
            var frames = codec.encode(cell.answer("input_request", content));
            onLoop(() -> Frames.send(stdin, frames));
            return inputs.take();
        }

        @Override
        public void shutDown() {
            shutDown.countDown();
        }
    }
}
