package lectern.kernel.eval;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cell that runs, on a thread of its own, and how it is stopped.
final class RunningCell {

    /// Deep recursion is something that students try; javac, too, recurses on long expressions.
    private static final long STACK = 16L << 20;

    private final Object lock = new Object();
    private final Reserve reserve = new Reserve();
    private @Nullable ThreadGroup running;
    private boolean inCode;
    private boolean interrupted;

    /// Runs the work of a cell and waits for it.
    ///
    /// @param loader what libraries look for their services and resources by
    /// @param full what becomes of a cell that has left no memory even to tell of it
    /// @param interruption what becomes of a failure if the cell was interrupted
    Outcome run(
            int cell,
            ClassLoader loader,
            Supplier<Outcome> work,
            Function<OutOfMemoryError, Outcome> full,
            Supplier<Outcome> interruption) {
        reserve.fill();
        var outcome = new AtomicReference<Outcome>(new Outcome.Nothing());
        var group = new ThreadGroup("cell " + cell);
        var thread = new Thread(group, () -> outcome.set(orFull(work, full)), "cell " + cell, STACK);
        thread.setContextClassLoader(loader);
        begin(group);
        thread.start();
        join(thread);
        var ended = Objects.requireNonNull(outcome.get());
        return end() && ended instanceof Outcome.Failure ? interruption.get() : ended;
    }

    private Outcome orFull(Supplier<Outcome> work, Function<OutOfMemoryError, Outcome> full) {
        try {
            return work.get();
        } catch (OutOfMemoryError e) {
            reserve.use();
            return full.apply(e);
        }
    }

    /// Hears of what the code of a cell has thrown, before anything is made of it.
    void thrown(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            reserve.use();
        }
    }

    private void begin(ThreadGroup group) {
        synchronized (lock) {
            running = group;
            interrupted = false;
        }
    }

    private boolean end() {
        synchronized (lock) {
            running = null;
            return interrupted;
        }
    }

    /// Before code of the cell runs.
    ///
    /// @throws InterruptPoints.Interruption if the cell is not to go on
    void enterCode() {
        synchronized (lock) {
            if (interrupted) {
                throw new InterruptPoints.Interruption();
            }
            inCode = true;
            // Not when the cell before ended: its threads in pools may still have had to come by a place to stop.
            InterruptPoints.clear();
        }
    }

    /// After code of the cell has run.
    void leaveCode() {
        if (isInterrupted()) {
            InterruptPoints.emptyPool();
        }
        synchronized (lock) {
            inCode = false;
            // The signal was for the code; the compiler must not see it.
            Thread.interrupted();
        }
    }

    /// Stops the cell. Only its code is interrupted as a thread, as the compiler would lose its files.
    void interrupt() {
        synchronized (lock) {
            if (running != null) {
                interrupted = true;
                if (inCode) {
                    InterruptPoints.raise(running);
                    running.interrupt();
                }
            }
        }
    }

    boolean isInterrupted() {
        synchronized (lock) {
            return interrupted;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
