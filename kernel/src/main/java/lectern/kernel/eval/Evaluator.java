package lectern.kernel.eval;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What runs cells. Calls come from one thread at a time, except [#interrupt()].
public interface Evaluator {

    /// Runs a cell, up to its first failure.
    ///
    /// @param cell the number that messages call it by
    Outcome evaluate(int cell, String source);

    /// Runs a task as if it was a cell: it may be interrupted, and may call [#evaluate].
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
    Optional<String> inspect(String source, int cursor, boolean documentation);

    /// Whether the text is a cell as it stands.
    Completeness isComplete(String source);

    /// Stops the cell that runs, if any; its outcome is then a failure named `Interrupted`.
    void interrupt();

    /// How the exception reads that a thread of a cell ended with; may be called from that thread.
    Outcome.Failure failure(Throwable thrown);

    /// What the cells load classes by.
    ClassLoader classLoader();

    /// Makes a jar or a folder of classes known to the cells that follow.
    void addToClassPath(Path path);
}
