package lectern.kernel.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a cell ended.
public sealed interface Outcome {

    /// The last expression had this value.
    record Value(@Nullable Object value) implements Outcome {}

    /// The cell ran and has no value to show.
    record Nothing() implements Outcome {}

    /// The cell stopped.
    ///
    /// @param name the simple name of the exception, `CompilationError` or `Interrupted`
    /// @param message what it says
    /// @param traceback what to show, lines with ANSI colours
    record Failure(String name, String message, List<String> traceback) implements Outcome {}
}
