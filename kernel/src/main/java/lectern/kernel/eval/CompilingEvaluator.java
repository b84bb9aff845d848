package lectern.kernel.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.kernel.compile.Assistant;
import lectern.kernel.compile.CellCompiler;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CellSource;
import lectern.kernel.compile.CompiledCell;
import lectern.kernel.compile.CompilerFailure;
import lectern.kernel.compile.DeclaredVariable;
import lectern.kernel.compile.Problem;
import lectern.kernel.compile.TopVariable;
import org.jspecify.annotations.Nullable;

/// Runs cells that are compiled whole, each in one task of the compiler.
public final class CompilingEvaluator implements Evaluator, AutoCloseable {

    private static final MethodType RUN = MethodType.methodType(void.class, Object[].class, int[].class);

    private final RunningCell running = new RunningCell();
    private final Libraries libraries = new Libraries(CompilingEvaluator.class.getClassLoader());
    private final CellClasses classes = new CellClasses(libraries);
    private final ErrorText errors = new ErrorText(classes);
    private final CellCompiler compiler;
    private final Assistant assistant;
    private final Consumer<String> notes;
    private final ReentrantLock turn = new ReentrantLock();

    /// @param imports import declarations that every cell sees
    /// @param compilerOptions options for javac
    /// @param notes hears of declarations that use what is not declared yet
    public CompilingEvaluator(List<String> imports, List<String> compilerOptions, Consumer<String> notes) {
        this.notes = notes;
        compiler = new CellCompiler(compilerOptions);
        assistant = compiler.assistant();
        if (!imports.isEmpty()
                && compiler.compile(new CellSource(0, String.join("\n", imports)))
                        instanceof CellCompiler.Result.Refused) {
            for (var line : imports) {
                if (compiler.compile(new CellSource(0, line)) instanceof CellCompiler.Result.Refused) {
                    notes.accept("start-up: cannot " + line);
                }
            }
        }
    }

    @Override
    public Outcome evaluate(int cell, String source) {
        return running.run(cell, libraries, () -> runSafely(new CellSource(cell, source)), errors::interrupted);
    }

    @Override
    public Outcome perform(int cell, Callable<Outcome> task) {
        return running.perform(cell, libraries, task, errors);
    }

    @Override
    public List<Variable> variables() {
        return alone(compiler::variables).stream()
                .map(declared -> new Variable(declared.name(), declared.type(), value(declared)))
                .toList();
    }

    private @Nullable Object value(DeclaredVariable declared) {
        try {
            var field = classes.find(declared.holder()).getDeclaredField(declared.name());
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the variable " + declared.name() + " has no field", e);
        }
    }

    @Override
    public List<String> imports() {
        return alone(compiler::imports);
    }

    private Outcome runSafely(CellSource source) {
        try {
            return switch (compile(source)) {
                case CellCompiler.Result.Refused(var problems) ->
                    errors.compilation(
                            problems.stream().map(CompilingEvaluator::complaint).toList());
                case CellCompiler.Result.Compiled(var parts) -> run(parts);
            };
        } catch (CompilerFailure e) {
            return errors.compiler(e);
        }
    }

    private CellCompiler.Result compile(CellSource source) {
        return alone(() -> compiler.compile(source));
    }

    /// There is one compiler, and it does one thing at a time.
    private <T> T alone(Supplier<T> task) {
        turn.lock();
        try {
            return task.get();
        } finally {
            turn.unlock();
        }
    }

    private static Complaint complaint(Problem problem) {
        var place = problem.position() < 0
                ? Optional.<Place>empty()
                : Optional.of(Place.of(problem.source().cell(), problem.source().text(), problem.position()));
        return new Complaint(place, problem.end() - problem.position(), problem.message());
    }

    /// Each part is loaded when its turn comes, as its methods take the place of those before it then.
    private Outcome run(List<CompiledCell> parts) {
        Outcome last = new Outcome.Nothing();
        for (int i = 0; i < parts.size(); i++) {
            var reached = new int[1];
            last = run(parts.get(i), reached);
            if (last instanceof Outcome.Failure) {
                parts.subList(i + 1, parts.size()).forEach(this::load);
                takeBack(parts.subList(i, parts.size()), reached[0]);
                return last;
            }
        }
        return last;
    }

    private Outcome run(CompiledCell part, int[] reached) {
        Class<?> holder;
        try {
            holder = load(part);
        } catch (LinkageError e) {
            compiler.undo();
            return errors.compiler(e);
        }
        part.notes().forEach(notes);
        classes.keep(compiler.liveHolders());
        return run(part, holder, reached);
    }

    private Class<?> load(CompiledCell part) {
        try {
            return classes.define(part.classes(), part.sources()).loadClass(part.holder());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the class of a cell is not among its classes", e);
        }
    }

    private Outcome run(CompiledCell part, Class<?> holder, int[] reached) {
        var value = new Object[1];
        running.enterCode();
        try {
            for (int i = 0; i < part.runs(); i++) {
                MethodHandles.publicLookup()
                        .findStatic(holder, CellNames.RUN + i, RUN)
                        .invokeExact(value, reached);
            }
            return part.hasValue() ? new Outcome.Value(value[0]) : new Outcome.Nothing();
        } catch (Throwable thrown) {
            return errors.exception(thrown);
        } finally {
            running.leaveCode();
        }
    }

    /// The variables after the statement that failed are not declared.
    private void takeBack(List<CompiledCell> parts, int reached) {
        var unreached = new ArrayList<TopVariable>();
        parts.forEach(part -> unreached.addAll(part.variables()));
        var again = alone(() -> compiler.takeBack(List.copyOf(unreached.subList(reached, unreached.size()))));
        if (!again.classes().isEmpty()) {
            classes.define(again.classes(), again.sources());
        }
        classes.keep(compiler.liveHolders());
    }

    @Override
    public void rehearse(String source) {
        evaluate(0, source);
        compiler.undo();
    }

    @Override
    public Completion complete(String source, int cursor) {
        var found = alone(() -> assistant.complete(source, cursor));
        return new Completion(found.start(), cursor, found.suggestions());
    }

    @Override
    public Optional<String> inspect(String source, int cursor, boolean documentation) {
        return alone(() -> assistant.inspect(source, cursor, documentation));
    }

    @Override
    public Completeness isComplete(String source) {
        var problems = alone(() -> compiler.read(new CellSource(0, source)));
        if (problems.isEmpty()) {
            return Completeness.COMPLETE;
        }
        return switch (problems.getFirst().code()) {
            case "compiler.err.premature.eof", "compiler.err.unclosed.comment", "compiler.err.unclosed.text.block" ->
                Completeness.INCOMPLETE;
            default -> Completeness.INVALID;
        };
    }

    @Override
    public void interrupt() {
        running.interrupt();
    }

    @Override
    public Outcome.Failure failure(Throwable thrown) {
        return errors.exception(thrown);
    }

    @Override
    public ClassLoader classLoader() {
        return libraries;
    }

    @Override
    public void addToClassPath(Path path) {
        try {
            compiler.addToClassPath(path);
            libraries.addURL(path.toUri().toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            libraries.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Loads what the kernel does, and the jars and folders that cells have asked for.
    private static final class Libraries extends URLClassLoader {

        Libraries(ClassLoader parent) {
            super("libraries", new URL[0], parent);
        }

        @Override
        public void addURL(URL url) {
            super.addURL(url);
        }
    }
}
