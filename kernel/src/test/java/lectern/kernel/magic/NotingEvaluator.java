package lectern.kernel.magic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lectern.kernel.assist.Description;
import lectern.kernel.eval.Completeness;
import lectern.kernel.eval.Completion;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.Outcome;
import lectern.kernel.eval.Variable;

/// Notes what it is asked for, and runs nothing.
///
/// @param seen what was asked for
/// @param prefix of all that it notes
/// @param answer to every cell
record NotingEvaluator(List<String> seen, String prefix, Outcome answer) implements Evaluator {

    /// Answers a cell with 1.
    NotingEvaluator(List<String> seen, String prefix) {
        this(seen, prefix, new Outcome.Value(1));
    }

    @Override
    public Outcome evaluate(int cell, String source) {
        seen.add(prefix + source);
        return answer;
    }

    @Override
    public Outcome perform(int cell, Callable<Outcome> task) {
        try {
            return task.call();
        } catch (Exception e) {
            return new Outcome.Failure(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
        }
    }

    @Override
    public List<Variable> variables() {
        return List.of();
    }

    @Override
    public List<String> imports() {
        return List.of();
    }

    @Override
    public void rehearse(String source) {
        seen.add(prefix + "rehearse " + source);
    }

    @Override
    public Completion complete(String source, int cursor) {
        return new Completion(cursor, cursor, List.of());
    }

    @Override
    public Optional<Description> inspect(String source, int cursor, boolean documentation) {
        return Optional.empty();
    }

    @Override
    public Completeness isComplete(String source) {
        return Completeness.COMPLETE;
    }

    @Override
    public void interrupt() {
        seen.add("interrupt");
    }

    @Override
    public Outcome.Failure failure(Throwable thrown) {
        return new Outcome.Failure("", "", List.of());
    }

    @Override
    public ClassLoader classLoader() {
        return NotingEvaluator.class.getClassLoader();
    }

    @Override
    public void addToClassPath(Path path) {
        seen.add(prefix + "path " + path);
    }
}
