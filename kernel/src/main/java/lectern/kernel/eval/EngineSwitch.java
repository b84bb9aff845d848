package lectern.kernel.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.kernel.assist.Description;

/// One of several engines, each with a state of its own; which one can be changed between cells.
public final class EngineSwitch implements Evaluator {

    private final Map<String, Supplier<Evaluator>> engines;
    private final Map<String, Evaluator> built = new HashMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private volatile Evaluator current;
    private volatile String currentName;
    private Consumer<Evaluator> hearer = _ -> {};

    /// @param engines how they are built, by name; an engine is built when it is first used
    /// @param first the one to begin with
    public EngineSwitch(Map<String, Supplier<Evaluator>> engines, String first) {
        this.engines = Map.copyOf(engines);
        currentName = first;
        current = built(first);
    }

    /// The names of the engines.
    public Set<String> names() {
        return engines.keySet();
    }

    /// Forgets all that cells have declared; the class path stays.
    public synchronized void reset() {
        built.remove(currentName);
        current = built(currentName);
        hearer.accept(this);
    }

    /// The jars and folders that were added.
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    /// Has someone hear of it when the class path has grown.
    public void whenClassesCome(Consumer<Evaluator> hearer) {
        this.hearer = hearer;
    }

    /// Makes jars and folders of classes known to the cells that follow; those that are known already are passed over.
    public synchronized void addToClassPath(List<Path> paths) {
        var added = new LinkedHashSet<>(paths);
        classPath.forEach(added::remove);
        for (var path : added) {
            built.values().forEach(engine -> engine.addToClassPath(path));
            classPath.add(path);
        }
        if (!added.isEmpty()) {
            hearer.accept(this);
        }
    }

    /// Has cells run by this engine from the next one on.
    public synchronized void use(String name) {
        current = built(name);
        currentName = name;
    }

    private Evaluator built(String name) {
        var supplier = engines.get(name);
        if (supplier == null) {
            throw new IllegalArgumentException(
                    "engine: expected one of " + String.join(", ", engines.keySet()) + ", found " + name);
        }
        return built.computeIfAbsent(name, _ -> {
            var engine = supplier.get();
            classPath.forEach(engine::addToClassPath);
            return engine;
        });
    }

    @Override
    public Outcome evaluate(int cell, String source) {
        return current.evaluate(cell, source);
    }

    @Override
    public Outcome perform(int cell, Callable<Outcome> task) {
        return current.perform(cell, task);
    }

    @Override
    public List<Variable> variables() {
        return current.variables();
    }

    @Override
    public List<String> imports() {
        return current.imports();
    }

    @Override
    public void rehearse(String source) {
        current.rehearse(source);
    }

    @Override
    public Completion complete(String source, int cursor) {
        return current.complete(source, cursor);
    }

    @Override
    public Optional<Description> inspect(String source, int cursor, boolean documentation) {
        return current.inspect(source, cursor, documentation);
    }

    @Override
    public Completeness isComplete(String source) {
        return current.isComplete(source);
    }

    @Override
    public void interrupt() {
        current.interrupt();
    }

    @Override
    public Outcome.Failure failure(Throwable thrown) {
        return current.failure(thrown);
    }

    @Override
    public ClassLoader classLoader() {
        return current.classLoader();
    }

    @Override
    public void addToClassPath(Path path) {
        addToClassPath(List.of(path));
    }
}
