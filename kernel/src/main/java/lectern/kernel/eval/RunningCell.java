package lectern.kernel.eval;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cell that runs, on a thread of its own, and how it is stopped.
final class RunningCell {

    /// Deep recursion is something that students try; javac, too, recurses on long expressions.
    private static final long STACK = 16L << 20;

    private final Object lock = new Object();
    private @Nullable ThreadGroup running;
    private boolean inCode;
    private boolean interrupted;
    private final ThreadLocal<@Nullable Boolean> inside = new ThreadLocal<>();

    /// Runs the work of a cell and waits for it; a cell that is run by the code of another one runs on its thread.
    ///
    /// @param loader what libraries look for their services and resources by
    /// @param interruption what becomes of a failure if the cell was interrupted
    Outcome run(int cell, ClassLoader loader, Supplier<Outcome> work, Supplier<Outcome> interruption) {
        if (inside.get() != null) {
            return inner(work);
        }
        var outcome = new AtomicReference<Outcome>(new Outcome.Nothing());
        var group = new ThreadGroup("cell " + cell);
        var thread = new Thread(group, () -> outcome.set(entered(work)), "cell " + cell, STACK);
        thread.setContextClassLoader(loader);
        begin(group);
        thread.start();
        join(thread);
        var ended = Objects.requireNonNull(outcome.get());
        return end() && ended instanceof Outcome.Failure ? interruption.get() : ended;
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

    private Outcome entered(Supplier<Outcome> work) {
        inside.set(true);
        return work.get();
    }

    private Outcome inner(Supplier<Outcome> work) {
        boolean wasInCode = setInCode(false);
        try {
            return work.get();
        } finally {
            setInCode(wasInCode);
        }
    }

    private boolean setInCode(boolean now) {
        synchronized (lock) {
            boolean before = inCode;
            inCode = now;
            return before;
        }
    }

    /// Runs a task as the code of a cell.
    // Whatever the task throws is the outcome of the cell.
    @SuppressWarnings("CatchThrowable")
    Outcome perform(int cell, ClassLoader loader, Callable<Outcome> task, ErrorText errors) {
        Supplier<Outcome> work = () -> {
            try {
                enterCode();
                return task.call();
            } catch (Throwable thrown) {
                return errors.exception(thrown);
            } finally {
                leaveCode();
            }
        };
        return run(cell, loader, work, errors::interrupted);
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
