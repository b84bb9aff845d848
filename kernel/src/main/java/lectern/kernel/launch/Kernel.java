package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lectern.kernel.channel.Channels;
import lectern.kernel.channel.ConnectionInfo;
import lectern.kernel.channel.Handler;
import lectern.kernel.channel.Handlers;
import lectern.kernel.channel.Json;
import lectern.kernel.channel.Request;
import lectern.kernel.comm.Comms;
import lectern.kernel.display.Bundles;
import lectern.kernel.display.Notebook;
import lectern.kernel.display.Output;
import lectern.kernel.display.Prompts;
import lectern.kernel.eval.CellThread;
import lectern.kernel.live.OpenBars;
import lectern.kernel.magic.Magics;
import lectern.kernel.preload.Library;
import lectern.kernel.preload.NotebookScreen;
import lectern.kernel.preload.WidgetRenderers;
import lectern.kernel.preload.face.Faces;
import lectern.kernel.preload.live.LiveTrainings;
import lectern.kernel.widget.Controls;
import lectern.kernel.widget.WidgetHost;

/// A kernel at work: connects the sockets to the evaluator until it is told to shut down.
final class Kernel {

    private Kernel() {}

    /// Returns when a shutdown request was answered.
    ///
    /// @param past the history before this session
    /// @param vectors whether the Vector API is loaded and made warm
    static void run(ConnectionInfo connection, PastSessions past, boolean vectors) throws InterruptedException {
        // Javac takes longest to be ready, so it begins before the sockets.
        var ready = new CompletableFuture<Extensions>();
        var engine = Engine.start(evaluator -> ready.join().prepare(evaluator), () -> {
            if (vectors) {
                Library.warmUp();
            }
        });
        var log = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        StartCache.check(log);
        var channels = new Channels(connection, outputLimit(System.getenv()), log);
        var bundles = new Bundles();
        var trainings = LiveTrainings.watch(CellThread::isCurrent);
        Faces.register(bundles.renderer(), trainings::isDrawn);
        System.setOut(new PrintStream(channels.stream("stdout"), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(channels.stream("stderr"), true, StandardCharsets.UTF_8));
        System.setIn(new CellInput(channels::input));
        Prompts.use(channels::input);
        var comms = new Comms(channels::publish);
        var widgets = new WidgetHost(comms, channels::divert);
        WidgetRenderers.register(bundles.renderer(), widgets);
        Controls.use(widgets);
        var output = new Output(bundles, (type, content) -> {
            if (!widgets.update(type, content)) {
                channels.publish(type, content);
            }
        });
        Notebook.use(output, comms);
        var screen = NotebookScreen.use(output);
        var magics = new Magics(engine::evaluator, output::display, bundles::text);
        var extensions = new Extensions(output, magics.registry(), comms, cell -> magics.run(0, cell));
        var session = new Session(engine, magics, bundles, comms, widgets, new History(past), () -> {
            OpenBars.leave();
            screen.finish();
            trainings.cellEnds();
        });
        Thread.setDefaultUncaughtExceptionHandler(
                new LateFailures(thrown -> engine.evaluator().failure(thrown)));
        channels.start(handlers(session));
        // No cell may ask the library for its loops before the module of the fast ones is there.
        if (vectors) {
            VectorModule.load();
            Library.prepare();
        }
        ready.complete(extensions);
        channels.awaitShutdown();
        Main.haltAfter(900);
        past.close();
        channels.close();
    }

    /// Characters that a cell may print.
    static long outputLimit(Map<String, String> environment) {
        var given = environment.getOrDefault("LECTERN_OUTPUT_LIMIT", "10000000");
        if (!given.matches("[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException(
                    "LECTERN_OUTPUT_LIMIT: expected a number of characters, as in 10000000, found " + given);
        }
        return Long.parseLong(given);
    }

    static Handlers handlers(Session session) {
        var assistance = new Assistance(session.engine(), session.magics());
        var comms = new CommHandlers(session);
        Handler info = _ -> KernelInfo.content();
        Handler shutdown = Kernel::shutdown;
        Handler interrupt = _ -> {
            session.engine().interrupt();
            return Json.status("ok");
        };
        return new Handlers(
                Map.ofEntries(
                        Map.entry("kernel_info_request", info),
                        Map.entry("execute_request", new Execution(session)),
                        Map.entry("complete_request", assistance::complete),
                        Map.entry("inspect_request", assistance::inspect),
                        Map.entry("is_complete_request", assistance::isComplete),
                        Map.entry("history_request", session.history()),
                        Map.entry("comm_info_request", comms::info),
                        Map.entry("comm_open", comms::open),
                        Map.entry("comm_msg", comms::message),
                        Map.entry("comm_close", comms::close),
                        Map.entry("interrupt_request", interrupt),
                        Map.entry("shutdown_request", shutdown)),
                Map.of("kernel_info_request", info, "interrupt_request", interrupt, "shutdown_request", shutdown),
                aborted());
    }

    private static JsonObject shutdown(Request request) {
        var reply = Json.status("ok");
        reply.addProperty("restart", Json.bool(request.content(), "restart", false));
        return reply;
    }

    private static JsonObject aborted() {
        var reply = Json.status("aborted");
        reply.addProperty("ename", "Aborted");
        reply.addProperty("evalue", "a cell before this one failed");
        reply.add("traceback", new JsonArray());
        return reply;
    }
}
