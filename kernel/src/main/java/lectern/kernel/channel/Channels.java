package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The five sockets of a kernel and the loop that serves them.
///
/// One thread owns shell, control and stdin and blocks until something comes in or has to go out; other threads hand
/// it their work and wake it. Requests are answered on a [Lane] each: those of control, of the main shell and of every
/// subshell, so that a running cell can be interrupted, and asked about.
public final class Channels {

    /// Milliseconds that the end waits for what was sent to leave.
    private static final int LINGER = 500;

    private final ZContext context = lingering();
    private final List<UnixRelay> relays = new ArrayList<>();
    private final ConnectionInfo connection;
    private final MessageCodec codec;
    private final Log log;
    private final long outputLimit;
    private final ZMQ.Socket shell = socket(SocketType.ROUTER);
    private final ZMQ.Socket control = socket(SocketType.ROUTER);
    private final ZMQ.Socket stdin = socket(SocketType.ROUTER);
    private final ZMQ.Socket heartbeat = socket(SocketType.REP);
    private final Bell bell = new Bell(context, "channels-bell");
    private final Publisher publisher;
    private final Origins origins = new Origins();
    private final Inputs inputs;
    private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final CountDownLatch shutDown = new CountDownLatch(1);

    /// Of the thread that owns the sockets: there is nothing to be sent any more.
    private boolean ending;

    /// Binds all sockets.
    ///
    /// @param outputLimit characters that one cell may print; what is more is left out, and the front end is told
    /// @param notes where dropped messages are noted; not a stream that a front end sees
    /// @throws ZMQException if a port is taken
    public Channels(ConnectionInfo connection, long outputLimit, PrintStream notes) {
        this.connection = connection;
        this.outputLimit = outputLimit;
        log = new Log(notes);
        codec = new MessageCodec(new Signer(connection.key()));
        var iopub = socket(SocketType.XPUB);
        publisher = new Publisher(context, iopub, codec, log);
        inputs = new Inputs(message -> sendLater(stdin, message));
        bind(shell, connection.shell());
        bind(control, connection.control());
        bind(stdin, connection.stdin());
        bind(heartbeat, connection.heartbeat());
        bind(iopub, connection.iopub());
    }

    /// Begins to answer.
    public void start(Handlers handlers) {
        publisher.start();
        publisher.publish("status", Origin.nobody(), Lane.executionState("starting"));
        Thread.ofPlatform().daemon().name("heartbeat").start(this::beat);
        Thread.ofPlatform().daemon().name("channels").start(() -> serve(handlers));
    }

    /// What is written here is shown, as the stream of this name, under the cell that the writing thread works for.
    public OutputStream stream(String name) {
        return new StreamOutput(text -> {
            var origin = origins.current();
            if (!origin.isTakenText(name, text)) {
                publisher.print(name, origin, text);
            }
        });
    }

    /// Publishes on iopub for the request that the calling thread works for.
    public void publish(String type, JsonObject content) {
        var origin = origins.current();
        if (!origin.isTaken(type, content)) {
            publisher.publish(type, origin, content);
        }
    }

    /// Has something else get first what the calling thread, and those that it starts, print and show.
    ///
    /// @param taker gets the type of a message and its content, and says whether it has taken it; it does not get
    /// what comms say
    /// @return what ends that, to be run by the same thread
    public Runnable divert(BiPredicate<String, JsonObject> taker) {
        return origins.divert(taker);
    }

    /// Asks the front end of the cell that the calling thread works for, and waits for a line.
    ///
    /// @throws IllegalStateException if there is no such cell, or its front end does not allow it
    /// @throws InterruptedException if the cell is interrupted while it waits
    public String input(String prompt, boolean password) throws InterruptedException {
        var origin = origins.current();
        // A question that was printed stands above the box for its answer.
        publisher.flushed();
        return inputs.ask(origin, prompt, password);
    }

    /// The same with metadata, and bytes that follow.
    public void publish(String type, JsonObject metadata, JsonObject content, List<byte[]> buffers) {
        publisher.publish(type, origins.current(), metadata, content, buffers);
    }

    /// Waits until a shutdown request has been answered.
    public void awaitShutdown() throws InterruptedException {
        shutDown.await();
    }

    /// Sends what waits and closes the sockets.
    public void close() throws InterruptedException {
        publisher.close();
        context.close();
        try {
            for (var relay : relays) {
                relay.close();
            }
        } catch (IOException e) {
            log.failure("closing", e);
        }
    }

    private ZMQ.Socket socket(SocketType type) {
        var socket = context.createSocket(type);
        socket.setHWM(0);
        return socket;
    }

    // A context closes its sockets with its own patience, whatever theirs is.
    private static ZContext lingering() {
        var context = new ZContext();
        context.setLinger(LINGER);
        return context;
    }

    private void bind(ZMQ.Socket socket, int port) {
        if (!connection.isIpc()) {
            socket.bind(connection.endpoint(port));
            return;
        }
        socket.bind("tcp://127.0.0.1:*");
        var inner = socket.getLastEndpoint();
        try {
            relays.add(new UnixRelay(
                    connection.path(port), Integer.parseInt(inner.substring(inner.lastIndexOf(':') + 1))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bind " + connection.path(port) + ": " + e.getMessage(), e);
        }
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
        var shellLinks = new SocketLinks(shell);
        var shells = new Shells(name -> new Lane(name, handlers.shell(), handlers.aborted(), shellLinks, log));
        shellLinks.drain = () -> drain(shell, message -> route(message, shells, shellLinks));
        var types = new HashMap<>(handlers.control());
        types.putAll(shells.handlers());
        var controlLane = new Lane("control", types, handlers.aborted(), new SocketLinks(control), log);
        try (var poller = context.createPoller(4)) {
            for (var socket : new ZMQ.Socket[] {control, shell, stdin, bell.socket()}) {
                poller.register(socket, ZMQ.Poller.POLLIN);
            }
            while (!ending && poller.poll(-1) >= 0) {
                bell.silence();
                for (var task = work.poll(); task != null; task = work.poll()) {
                    task.run();
                }
                drain(control, controlLane::receive);
                shellLinks.drain.run();
                drain(stdin, inputs::receive);
            }
        } catch (ZMQException e) {
            // The context was closed: the kernel ends.
        } finally {
            shutDown.countDown();
        }
    }

    private static void route(Message message, Shells shells, Lane.Links links) {
        try {
            shells.of(message).receive(message);
        } catch (IllegalArgumentException e) {
            links.reply(message.answer(Lane.replyType(message), Lane.failed(e)));
        }
    }

    // A message that cannot even be read must not end the loop, whatever the reading throws.
    private void drain(ZMQ.Socket socket, Consumer<Message> receiver) {
        for (var frames = Frames.receive(socket); !frames.isEmpty(); frames = Frames.receive(socket)) {
            try {
                receiver.accept(codec.decode(frames));
            } catch (BadMessageException e) {
                log.note("dropped a message", String.valueOf(e.getMessage()));
            } catch (RuntimeException | StackOverflowError e) {
                log.failure("dropped a message", e);
            }
        }
    }

    private void sendLater(ZMQ.Socket socket, Message message) {
        var frames = codec.encode(message);
        onLoop(() -> Frames.send(socket, frames));
    }

    private void onLoop(Runnable task) {
        work.add(task);
        bell.ring();
    }

    private final class SocketLinks implements Lane.Links {

        private final ZMQ.Socket socket;
        private Runnable drain = () -> {};

        SocketLinks(ZMQ.Socket socket) {
            this.socket = socket;
        }

        @Override
        public void reply(Message message) {
            sendLater(socket, message);
        }

        @Override
        public void publish(String type, Origin origin, JsonObject content) {
            publisher.publish(type, origin, content);
        }

        @Override
        public Origin begin(Message message) {
            var origin = new Origin(message, outputLimit);
            origins.begin(origin);
            return origin;
        }

        @Override
        public void end(Origin origin) {
            publisher.summary(origin);
            origins.end(origin);
        }

        @Override
        public void abortQueued(Lane lane) {
            var done = new CompletableFuture<Void>();
            onLoop(() -> {
                drain.run();
                lane.abort();
                done.complete(null);
            });
            done.join();
        }

        @Override
        public void shutDown() {
            // After the answer, which waits for the same thread.
            onLoop(() -> ending = true);
        }
    }
}
