package lectern.kernel.launch;

import java.util.function.Function;
import lectern.kernel.eval.InterruptPoints;
import lectern.kernel.eval.Outcome;

/// Shows what ended a thread that a cell has started, under the latest cell and as its own errors are shown.
///
/// @param texts how an exception reads
record LateFailures(Function<Throwable, Outcome.Failure> texts) implements Thread.UncaughtExceptionHandler {

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        // The one who interrupted the cell knows why its threads end.
        if (!(thrown instanceof InterruptPoints.Interruption)) {
            System.err.println("in thread \"" + thread.getName() + "\"\n"
                    + String.join("\n", texts.apply(thrown).traceback()));
        }
    }
}
