package lectern.kernel.eval;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lectern.kernel.assist.Description;

/// What runs cells. Calls may come from several threads, and from a cell; an engine that can do one thing only has the
/// others wait.
public interface Evaluator {

    /// Runs a cell, up to its first failure.
    ///
    /// @param cell the number that messages call it by
    Outcome evaluate(int cell, String source);

    /// Runs a task as a cell is run: it can be stopped, and what it throws is a failure. It may call [#evaluate].
    Outcome perform(int cell, Callable<Outcome> task);

    /// The variables that cells have declared, the earliest first.
    List<Variable> variables();

    /// The import declarations that hold for the cells to come, the earliest first.
    List<String> imports();

    /// Runs a cell of which nothing is left, so that the compiler is loaded and warm when the first one comes.
    void rehearse(String source);

    /// What could stand at the cursor, a position in UTF-16 units.
    Completion complete(String source, int cursor);

    /// The declaration of what the cursor stands on, with its documentation if asked.
    Optional<Description> inspect(String source, int cursor, boolean documentation);

    /// Whether the text is a cell as it stands.
    Completeness isComplete(String source);

    /// Stops the cell that runs and the threads that it has started; its outcome is then a failure named
    /// `Interrupted`. Where none runs, stops the threads that cells have left behind.
    void interrupt();

    /// How the exception reads that a thread of a cell ended with; may be called from that thread.
    Outcome.Failure failure(Throwable thrown);

    /// What the cells load classes by.
    ClassLoader classLoader();

    /// Makes a jar or a folder of classes known to the cells that follow.
    void addToClassPath(Path path);
}
