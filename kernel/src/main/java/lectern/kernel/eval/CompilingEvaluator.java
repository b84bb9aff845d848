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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lectern.kernel.assist.Assistant;
import lectern.kernel.assist.Description;
import lectern.kernel.compile.CellCompiler;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CellSource;
import lectern.kernel.compile.CompiledCell;
import lectern.kernel.compile.CompilerFailure;
import lectern.kernel.compile.DeclaredVariable;
import lectern.kernel.compile.TopVariable;
import lectern.kernel.explain.Knowledge;
import org.jspecify.annotations.Nullable;

/// Runs cells that are compiled whole, each in one task of the compiler.
public final class CompilingEvaluator implements Evaluator, AutoCloseable {

    private static final MethodType RUN = MethodType.methodType(void.class, Object[].class, int[].class);

    private final RunningCell running = new RunningCell(this::stuck);
    private final Libraries libraries = new Libraries(CompilingEvaluator.class.getClassLoader());
    private final CellClasses classes = new CellClasses(libraries);
    private final CellCompiler compiler;
    private final Assistant assistant;
    private final ErrorText errors;
    private final Consumer<String> notes;
    private final ReentrantLock turn = new ReentrantLock();
    private int compilation;

    /// @param imports import declarations that every cell sees
    /// @param compilerOptions options for javac
    /// @param notes hears of declarations that use what is not declared yet
    public CompilingEvaluator(List<String> imports, List<String> compilerOptions, Consumer<String> notes) {
        this.notes = notes;
        compiler = new CellCompiler(compilerOptions);
        assistant = new Assistant(compiler.glance(), this::shortValue);
        errors = new ErrorText(classes, new Assisted());
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
        return running.run(
                cell, libraries, () -> runSafely(new CellSource(cell, source)), errors::exception, errors::interrupted);
    }

    @Override
    public Outcome perform(int cell, Callable<Outcome> task) {
        return running.run(
                cell, libraries, () -> running.code(task, errors::exception), errors::exception, errors::interrupted);
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
            return alone(() -> begin(source)).get();
        } catch (CompilerFailure e) {
            return errors.compiler(e);
        }
    }

    /// Compiles a cell and loads its first part in one go, so that no other cell sees what is not there yet.
    ///
    /// @return what is left to do
    private Supplier<Outcome> begin(CellSource source) {
        compilation++;
        return switch (compiler.compile(source)) {
            case CellCompiler.Result.Refused(var problems) -> () -> errors.compilation(problems);
            case CellCompiler.Result.Compiled(var parts) -> {
                var first = parts.isEmpty() ? null : prepare(parts.getFirst(), compilation);
                int number = compilation;
                yield () -> run(parts, first, number);
            }
        };
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

    /// Each part is loaded when its turn comes, as its methods take the place of those before it then.
    private Outcome run(List<CompiledCell> parts, @Nullable Prepared first, int number) {
        Outcome last = new Outcome.Nothing();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var reached = new int[1];
            var prepared = i == 0 && first != null ? first : alone(() -> prepare(part, number));
            last = prepared.run(reached);
            if (last instanceof Outcome.Failure) {
                var unreached = parts.subList(i, parts.size());
                alone(() -> takeBack(unreached, reached[0]));
                return last;
            }
        }
        return last;
    }

    /// A part whose classes are loaded, or the account of why they are not.
    private interface Prepared {

        /// @param reached becomes the number of the variables that have got their values
        Outcome run(int[] reached);
    }

    private Prepared prepare(CompiledCell part, int number) {
        Class<?> holder;
        try {
            holder = load(part);
        } catch (LinkageError e) {
            // What another cell has declared meanwhile stays.
            if (number == compilation) {
                compiler.undo();
            }
            var outcome = errors.compiler(e);
            return _ -> outcome;
        }
        classes.keep(compiler.liveHolders());
        return reached -> {
            part.notes().forEach(notes);
            return run(part, holder, reached);
        };
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
        try {
            running.enterCode();
            for (int i = 0; i < part.runs(); i++) {
                MethodHandles.publicLookup()
                        .findStatic(holder, CellNames.RUN + i, RUN)
                        .invokeExact(value, reached);
            }
            return part.hasValue() ? new Outcome.Value(value[0]) : new Outcome.Nothing();
        } catch (Throwable thrown) {
            running.thrown(thrown);
            return errors.exception(thrown);
        } finally {
            running.leaveCode();
        }
    }

    /// The parts after the one that failed are loaded, and the variables after the statement that failed not declared.
    private CellClasses takeBack(List<CompiledCell> parts, int reached) {
        parts.subList(1, parts.size()).forEach(this::load);
        var unreached = new ArrayList<TopVariable>();
        parts.forEach(part -> unreached.addAll(part.variables()));
        var again = compiler.takeBack(List.copyOf(unreached.subList(reached, unreached.size())));
        if (!again.classes().isEmpty()) {
            classes.define(again.classes(), again.sources());
        }
        classes.keep(compiler.liveHolders());
        return classes;
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
    public Optional<Description> inspect(String source, int cursor, boolean documentation) {
        return alone(() -> assistant.inspect(source, cursor, documentation));
    }

    private Optional<String> shortValue(String variable) {
        return compiler.variables().stream()
                .filter(declared -> declared.name().equals(variable))
                .findFirst()
                .flatMap(declared -> ShortValue.of(() -> value(declared)));
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

    private void stuck(Thread thread) {
        notes.accept(errors.stuck(thread));
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
            throw new IllegalArgumentException(
                    "expected a jar or a folder of classes, found " + path + " (" + e.getMessage() + ")", e);
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

    /// Hints know what completion and inspection do.
    private final class Assisted implements Knowledge {

        @Override
        public List<String> names(String cell, int start, Predicate<String> wanted) {
            return alone(() -> assistant.names(cell, start, wanted));
        }

        @Override
        public List<String> declarations(String cell, int position) {
            return inspect(cell, position, false)
                    .map(Description::text)
                    .map(String::lines)
                    .orElseGet(Stream::empty)
                    .toList();
        }

        @Override
        public List<String> classes(String simpleName) {
            return alone(() -> assistant.classes(simpleName));
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
