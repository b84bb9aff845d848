package lectern.kernel.eval;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import lectern.kernel.assist.Description;
import lectern.kernel.compile.Problem;
import org.jspecify.annotations.Nullable;

/// Runs cells on JShell, statement by statement, in this JVM.
public final class JShellEvaluator implements Evaluator, AutoCloseable {

    private static final Set<Snippet.Status> WAITING =
            EnumSet.of(Snippet.Status.RECOVERABLE_DEFINED, Snippet.Status.RECOVERABLE_NOT_DEFINED);

    private final RunningCell running = new RunningCell(this::stuck);
    private final ReentrantLock turn = new ReentrantLock();
    private final CellControl control = new CellControl(running, this::mapLatest);
    private final CellMap cells = new CellMap();
    private final Consumer<String> notes;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final JShellAssistance assistance;
    private final ErrorText errors;
    private @Nullable Snippet latest;
    private Consumer<Snippet> mapping = _ -> {};

    /// @param imports import declarations that every cell sees
    /// @param compilerOptions options for javac
    /// @param notes hears of declarations that use what is not declared yet
    public JShellEvaluator(List<String> imports, List<String> compilerOptions, Consumer<String> notes) {
        this.notes = notes;
        shell = JShell.builder()
                .executionEngine(new Provider(control), Map.of())
                .compilerOptions(compilerOptions.toArray(String[]::new))
                .idGenerator(this::identify)
                .build();
        analysis = shell.sourceCodeAnalysis();
        assistance = new JShellAssistance(analysis);
        errors = new ErrorText(cells, assistance);
        // One snippet costs one run of the compiler, and JShell keeps the text of an import as it is: all together.
        if (!imports.isEmpty() && !imported(String.join(" ", imports))) {
            imports.stream().filter(line -> !imported(line)).forEach(line -> notes.accept("start-up: cannot " + line));
        }
    }

    private boolean imported(String declarations) {
        var event = shell.eval(declarations).getFirst();
        return event.status() == Snippet.Status.VALID
                && analysis.wrapper(event.snippet()).wrapped().contains(declarations);
    }

    @Override
    public Outcome evaluate(int cell, String source) {
        return alone(() -> {
            cells.cell(cell, source);
            return running.run(
                    cell, control.loader(), () -> runSafely(cell, source), errors::exception, errors::interrupted);
        });
    }

    /// JShell does one thing at a time, so that what comes while a cell runs waits for its end. What the cell itself
    /// asks cannot wait for that.
    private <T> T alone(Supplier<T> task) {
        if (RunningCell.isOwnThread()) {
            return task.get();
        }
        turn.lock();
        try {
            return task.get();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void rehearse(String source) {
        evaluate(0, source);
        shell.snippets()
                .filter(snippet -> snippet instanceof DeclarationSnippet
                        && shell.status(snippet).isActive())
                .toList()
                .forEach(shell::drop);
    }

    @Override
    public Outcome perform(int cell, Callable<Outcome> task) {
        return running.run(
                cell,
                control.loader(),
                () -> running.code(task, errors::exception),
                errors::exception,
                errors::interrupted);
    }

    @Override
    public List<Variable> variables() {
        return shell.variables()
                .filter(variable -> variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .map(variable -> new Variable(variable.name(), variable.typeName(), value(variable)))
                .toList();
    }

    private @Nullable Object value(VarSnippet variable) {
        shell.varValue(variable);
        return control.value();
    }

    @Override
    public List<String> imports() {
        return shell.imports().map(line -> line.source().strip()).toList();
    }

    // javac itself may overflow its stack, or fail, on what no one has written before; the cell must not look well
    // then.
    private Outcome runSafely(int cell, String source) {
        try {
            return run(cell, source);
        } catch (RuntimeException | Error e) {
            return errors.exception(e);
        }
    }

    private Outcome run(int cell, String source) {
        var pieces = Piece.split(source, analysis);
        for (var piece : pieces) {
            // A cell that cannot be read is refused whole, before any of it has run.
            if (piece.meaning() != Completeness.COMPLETE) {
                return runPiece(cell, piece);
            }
        }
        Outcome last = new Outcome.Nothing();
        for (var piece : pieces) {
            if (running.isInterrupted()) {
                return errors.interrupted();
            }
            last = runPiece(cell, piece);
            if (last instanceof Outcome.Failure) {
                return last;
            }
        }
        return last;
    }

    // Asked when a snippet comes into being: the one way to see it before it runs.
    private String identify(Snippet snippet, int index) {
        latest = snippet;
        return String.valueOf(index);
    }

    /// A thread may fail while the snippet that started it still runs: its lines must be known by then.
    private void mapLatest() {
        if (latest != null) {
            mapping.accept(latest);
        }
    }

    private Outcome runPiece(int cell, Piece piece) {
        Outcome outcome = new Outcome.Nothing();
        mapping = snippet -> {
            cells.snippet(snippet.id(), cell, piece.offset());
            cells.compiled(snippet.id(), analysis.wrapper(snippet));
        };
        for (var event : shell.eval(piece.source())) {
            var snippet = event.snippet();
            if (event.causeSnippet() == null) {
                cells.snippet(snippet.id(), cell, piece.offset());
            }
            if (event.status().isActive() && !(snippet instanceof ErroneousSnippet)) {
                cells.compiled(snippet.id(), analysis.wrapper(snippet));
            }
            if (event.causeSnippet() == null) {
                outcome = outcome(event, piece);
            }
        }
        return outcome;
    }

    private Outcome outcome(SnippetEvent event, Piece piece) {
        var snippet = event.snippet();
        if (event.status() == Snippet.Status.REJECTED) {
            return errors.compilation(shell.diagnostics(snippet)
                    .filter(Diag::isError)
                    .map(diagnostic -> problem(snippet, diagnostic))
                    .toList());
        }
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
            return errors.unresolved(missing(unresolved.getSnippet()));
        }
        var thrown = control.thrown();
        if (event.exception() != null && thrown != null) {
            return errors.exception(thrown);
        }
        if (snippet instanceof DeclarationSnippet declaration && WAITING.contains(event.status())) {
            if (snippet.kind() == Snippet.Kind.VAR) {
                return errors.unresolved(missing(declaration));
            }
            notes.accept(missing(declaration));
        }
        boolean expression = snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.kind() == Snippet.Kind.EXPRESSION;
        return expression && piece.shown() ? new Outcome.Value(control.value()) : new Outcome.Nothing();
    }

    private Problem problem(Snippet snippet, Diag diagnostic) {
        int from = cells.offset(snippet.id());
        return new Problem(
                cells.source(snippet.id()),
                from + (int) diagnostic.getPosition(),
                from + (int) diagnostic.getStartPosition(),
                from + (int) diagnostic.getEndPosition(),
                diagnostic.getCode(),
                Problem.readable(ErrorText.readable(diagnostic.getMessage(Locale.ROOT))));
    }

    private String missing(DeclarationSnippet snippet) {
        var names = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
        return snippet.name() + " uses what is not declared yet" + (names.isEmpty() ? "" : ": " + names);
    }

    @Override
    public Completion complete(String source, int cursor) {
        return alone(() -> assistance.complete(source, cursor));
    }

    @Override
    public Optional<Description> inspect(String source, int cursor, boolean documentation) {
        return alone(() -> assistance.inspect(source, cursor, documentation));
    }

    @Override
    public Completeness isComplete(String source) {
        return alone(() -> completeness(source));
    }

    private Completeness completeness(String source) {
        for (var piece : Piece.split(source, analysis)) {
            if (piece.meaning() != Completeness.COMPLETE) {
                return piece.meaning();
            }
        }
        return Completeness.COMPLETE;
    }

    @Override
    public void interrupt() {
        running.interrupt();
    }

    private void stuck(Thread thread) {
        notes.accept(errors.stuck(thread));
    }

    @Override
    public Outcome.Failure failure(Throwable thrown) {
        return errors.exception(thrown);
    }

    @Override
    public ClassLoader classLoader() {
        return control.loader();
    }

    @Override
    public void addToClassPath(Path path) {
        shell.addToClasspath(path.toString());
    }

    @Override
    public void close() {
        shell.close();
    }

    private record Provider(CellControl control) implements ExecutionControlProvider {

        @Override
        public String name() {
            return "cells";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, @Nullable Map<String, String> parameters) {
            return control;
        }
    }
}
