package lectern.kernel.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lectern.kernel.assist.Description;

/// One of several engines, each with a state of its own; which one can be changed between cells.
public final class EngineSwitch implements Evaluator {

    private final Map<String, Supplier<Evaluator>> engines;
    private final Map<String, Evaluator> built = new HashMap<>();
    private final List<Path> classPath = new ArrayList<>();
    private volatile Evaluator current;

    /// @param engines how they are built, by name; an engine is built when it is first used
    /// @param first the one to begin with
    public EngineSwitch(Map<String, Supplier<Evaluator>> engines, String first) {
        this.engines = Map.copyOf(engines);
        current = built(first);
    }

    /// The names of the engines.
    public Set<String> names() {
        return engines.keySet();
    }

    /// Has cells run by this engine from the next one on.
    public synchronized void use(String name) {
        current = built(name);
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
    public Outcome guarded(int cell, Supplier<Outcome> work) {
        return current.guarded(cell, work);
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
    public synchronized void addToClassPath(Path path) {
        classPath.add(path);
        built.values().forEach(engine -> engine.addToClassPath(path));
    }
}
