package lectern.kernel.eval;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cells that run, each on a thread of its own, and how they are stopped.
///
/// There is one, unless a front end has opened subshells, or a cell evaluates another.
final class RunningCell {

    /// Deep recursion is something that students try; javac, too, recurses on long expressions.
    private static final long STACK = 16L << 20;

    /// What is known of a cell while it runs; guarded by the lock.
    private static final class Run {

        private final ThreadGroup group;
        private boolean inCode;
        private boolean interrupted;

        Run(ThreadGroup group) {
            this.group = group;
        }
    }

    private final Object lock = new Object();
    private final Set<Run> running = new HashSet<>();
    private static final ThreadLocal<@Nullable Run> OWN = new ThreadLocal<>();

    /// Runs the work of a cell and waits for it.
    ///
    /// @param loader what libraries look for their services and resources by
    /// @param interruption what becomes of a failure if the cell was interrupted
    Outcome run(int cell, ClassLoader loader, Supplier<Outcome> work, Supplier<Outcome> interruption) {
        var outcome = new AtomicReference<Outcome>(new Outcome.Nothing());
        var group = new ThreadGroup("cell " + cell);
        var run = new Run(group);
        Runnable body = () -> {
            OWN.set(run);
            outcome.set(work.get());
        };
        var thread = new Thread(group, body, "cell " + cell, STACK);
        thread.setContextClassLoader(loader);
        synchronized (lock) {
            running.add(run);
        }
        thread.start();
        join(thread);
        synchronized (lock) {
            running.remove(run);
        }
        var ended = Objects.requireNonNull(outcome.get());
        return run.interrupted && ended instanceof Outcome.Failure ? interruption.get() : ended;
    }

    /// Whether the calling thread is the one of a cell.
    boolean isOwnThread() {
        return OWN.get() != null;
    }

    private Run ownRun() {
        var run = OWN.get();
        if (run == null) {
            throw new IllegalStateException("code of a cell runs on another thread than its own");
        }
        return run;
    }

    /// Runs code of the cell, on its thread.
    ///
    /// @param failure the account of what it throws
    @SuppressWarnings("CatchThrowable")
    Outcome code(Supplier<Outcome> work, Function<Throwable, Outcome.Failure> failure) {
        try {
            enterCode();
            return work.get();
        } catch (Throwable thrown) {
            return failure.apply(thrown);
        } finally {
            leaveCode();
        }
    }

    /// Before code of the cell runs, on its thread.
    ///
    /// @throws InterruptPoints.Interruption if the cell is not to go on
    void enterCode() {
        var run = ownRun();
        synchronized (lock) {
            if (run.interrupted) {
                throw new InterruptPoints.Interruption();
            }
            run.inCode = true;
            // Not when the cell before ended: its threads in pools may still have had to come by a place to stop.
            InterruptPoints.keep(running.stream()
                    .filter(other -> other.interrupted)
                    .map(other -> other.group)
                    .collect(Collectors.toSet()));
        }
    }

    /// After code of the cell has run, on its thread.
    void leaveCode() {
        var run = ownRun();
        synchronized (lock) {
            run.inCode = false;
            // The signal was for the code; the compiler must not see it.
            Thread.interrupted();
        }
    }

    /// Stops the cells that run. Only their code is interrupted as a thread, as the compiler would lose its files.
    void interrupt() {
        synchronized (lock) {
            for (var run : running) {
                run.interrupted = true;
                if (run.inCode) {
                    InterruptPoints.raise(run.group);
                    run.group.interrupt();
                }
            }
        }
    }

    /// Whether the cell of the calling thread is not to go on.
    boolean isInterrupted() {
        var run = ownRun();
        synchronized (lock) {
            return run.interrupted;
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
