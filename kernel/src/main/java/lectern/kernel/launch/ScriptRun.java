package lectern.kernel.launch;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.kernel.eval.CellThread;
import lectern.kernel.eval.Outcome;
import lectern.kernel.live.OpenBars;
import lectern.kernel.magic.Magics;
import lectern.kernel.preload.Terminal;
import lectern.kernel.preload.TerminalKind;
import lectern.kernel.preload.live.LiveTrainings;

/// Runs a [Script] as a kernel would run its cells, with the terminal in the place of the notebook.
final class ScriptRun {

    /// As shells have it for a program that Ctrl-C ended.
    private static final int INTERRUPTED = 130;

    private static final long PATIENCE_SECONDS = 2;
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern CALLED = Pattern.compile("cell \\[(\\d+)\\], line (\\d+)");
    private static final Pattern REFUSED = Pattern.compile("^line (\\d+), column (\\d+)");
    private static final Pattern MAIN = Pattern.compile(
            "(?m)^(?:public\\s+)?(?:static\\s+)?void\\s+main\\s*\\(\\s*(String\\s*(?:\\[]|\\.\\.\\.)\\s*\\w+)?\\s*\\)");
    private static final Pattern CLASS_WITH_MAIN = Pattern.compile("(?s)\\b(?:class|record|enum|interface)\\s+(\\w+)"
            + "(?:(?!\\b(?:class|record|enum|interface)\\s+\\w).)*?\\bstatic\\s+void\\s+main\\s*\\(\\s*String");

    private final Script script;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean coloured;
    private final Engine engine;
    private final Terminal terminal;
    private final LiveTrainings trainings;
    private final Magics magics;

    private ScriptRun(Script script, PrintStream out, PrintStream err, boolean coloured) {
        this.script = script;
        this.out = out;
        this.err = err;
        this.coloured = coloured;
        terminal = Terminal.use(out, TerminalKind.here());
        trainings = LiveTrainings.watch(CellThread::isCurrent);
        var ready = new CompletableFuture<Extensions>();
        engine = Engine.start(evaluator -> ready.join().prepare(evaluator), () -> {});
        magics = new Magics(engine::evaluator, terminal.output()::display, terminal::text);
        ready.complete(
                new Extensions(terminal.output(), magics.registry(), terminal.comms(), cell -> magics.run(0, cell)));
    }

    /// `run FILE [ARGUMENT]...`; the status is 1 if a cell fails, 130 if it was interrupted.
    ///
    /// @throws IOException if the file cannot be read
    static int main(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("run: expected FILE [ARGUMENT]..., found nothing");
        }
        var script = Script.read(Path.of(arguments.getFirst()));
        boolean coloured = Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent()
                && System.getenv("NO_COLOR") == null;
        var run = new ScriptRun(script, System.out, System.err, coloured);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run.interrupt(ended)));
        int status = run.run(arguments.subList(1, arguments.size()));
        ended.countDown();
        return status;
    }

    /// The system has told this process to end: the script may still clean up.
    private void interrupt(CountDownLatch ended) {
        engine.interrupt();
        try {
            var _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(List<String> arguments) {
        engine.cellBegins();
        magics.run(0, Script.arguments(arguments));
        int number = 0;
        for (var cell : cells()) {
            var outcome = magics.run(++number, cell.code());
            OpenBars.leave();
            terminal.finish();
            trainings.cellEnds();
            switch (outcome) {
                case Outcome.Value value -> out.println(terminal.text(value.value()));
                case Outcome.Nothing() -> {}
                case Outcome.Failure failure -> {
                    tell(failure, number);
                    if (failure.name().equals("Interrupted")) {
                        return INTERRUPTED;
                    }
                    if (!cell.mayFail()) {
                        return 1;
                    }
                }
            }
        }
        out.flush();
        return 0;
    }

    /// With the call of `main`, if the file is a program that has one.
    private List<Script.Cell> cells() {
        var cells = new ArrayList<>(script.cells());
        if (script.file().toString().endsWith(".java")) {
            var code = cells.getFirst().code();
            var main = MAIN.matcher(code);
            var inClass = CLASS_WITH_MAIN.matcher(code);
            if (main.find()) {
                cells.add(new Script.Cell("main", main.group(1) == null ? "main();" : "main(args);", false));
            } else if (inClass.find()) {
                cells.add(new Script.Cell("main", inClass.group(1) + ".main(args);", false));
            }
        }
        return cells;
    }

    private void tell(Outcome.Failure failure, int number) {
        out.flush();
        for (var line : failure.traceback()) {
            var plain = COLOURS.matcher(line).replaceAll("");
            var placed = REFUSED.matcher(plain).find()
                    ? REFUSED.matcher(plain).replaceFirst(Matcher.quoteReplacement(place(number)) + ":$1:$2")
                    : CALLED.matcher(coloured ? line : plain).replaceAll(this::place);
            err.println(placed);
        }
        err.flush();
    }

    private String place(MatchResult called) {
        return Matcher.quoteReplacement(place(Integer.parseInt(called.group(1))) + ":" + called.group(2));
    }

    private String place(int number) {
        return number >= 1 && number <= script.cells().size()
                ? script.cells().get(number - 1).place()
                : "main";
    }
}
