package lectern.kernel.eval.oracle;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lectern.kernel.eval.CompilingEvaluator;
import lectern.kernel.eval.Completeness;
import lectern.kernel.eval.Evaluator;
import lectern.kernel.eval.JShellEvaluator;

/// An evaluator at work on one session.
final class Engine implements AutoCloseable {

    /// What every session sees; few, as JShell reads them again for each cell.
    static final List<String> IMPORTS =
            List.of("import java.util.*;", "import java.util.function.*;", "import java.util.stream.*;");

    private static final long PATIENCE_SECONDS = 60;
    private static final ScheduledExecutorService WATCH = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("oracle watch").factory());

    private final Evaluator evaluator;
    private int cells;

    Engine(Supplier<Evaluator> maker) {
        evaluator = maker.get();
    }

    /// The engine that is known to be right.
    static Evaluator jshell() {
        return new JShellEvaluator(IMPORTS, List.of(), _ -> {});
    }

    /// The engine that is asked.
    static Evaluator ours() {
        return new CompilingEvaluator(IMPORTS, List.of(), _ -> {});
    }

    /// Runs a cell. One that does not end is stopped, and its answer says so.
    Answer answer(String source) {
        var alarm = WATCH.schedule(evaluator::interrupt, PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            return Answer.of(Printed.during(() -> evaluator.evaluate(++cells, source)));
        } finally {
            alarm.cancel(false);
        }
    }

    Completeness completeness(String source) {
        return evaluator.isComplete(source);
    }

    @Override
    public void close() {
        if (evaluator instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("an evaluator that cannot be closed", e);
            }
        }
    }
}
