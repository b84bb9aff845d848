package lectern.kernel.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cells that run, each on a thread of its own, and how they are stopped. There is one, unless a front end has
/// opened subshells, or a cell evaluates another.
///
/// An interrupt is for the cells that run and all threads that they have started, and for work that they have given to
/// fork-join pools. Threads that earlier cells have left behind go on, as they may be a server or a clock; an
/// interrupt while no cell runs stops these.
final class RunningCell {

    /// Deep recursion is something that students try; javac, too, recurses on long expressions.
    private static final long STACK = 16L << 20;

    private static final ThreadGroup CELLS = new ThreadGroup("cells");

    private static final ThreadLocal<@Nullable Run> OWN = new ThreadLocal<>();

    /// Places to stop are shared by all engines of a process; so is what is known of who is to stop at them.
    private static final Object LOCK = new Object();

    private static final Map<Thread, Run> RUNNING = new HashMap<>();
    private static final Set<Interrupt> INTERRUPTS = new HashSet<>();

    /// What is known of a cell while it runs; guarded by the lock.
    private static final class Run {

        private final RunningCell engine;
        private final ThreadGroup group;
        private boolean inCode;
        private boolean interrupted;

        Run(RunningCell engine, ThreadGroup group) {
            this.engine = engine;
            this.group = group;
        }
    }

    private final Reserve reserve = new Reserve();
    private final Consumer<Thread> stuck;

    /// @param stuck hears of a thread that does not stop
    RunningCell(Consumer<Thread> stuck) {
        this.stuck = stuck;
    }

    /// Runs the work of a cell and waits for it.
    ///
    /// @param loader what libraries look for their services and resources by
    /// @param full what becomes of a cell that has left no memory even to tell of it
    /// @param interruption what becomes of a cell that was interrupted, even if it has come to its end
    Outcome run(
            int cell,
            ClassLoader loader,
            Supplier<Outcome> work,
            Function<OutOfMemoryError, Outcome> full,
            Supplier<Outcome> interruption) {
        reserve.fill();
        var outcome = new AtomicReference<Outcome>(new Outcome.Nothing());
        var run = new Run(this, new ThreadGroup(CELLS, "cell " + cell));
        Runnable body = () -> {
            OWN.set(run);
            outcome.set(orFull(work, full));
        };
        var thread = new Thread(run.group, body, "cell " + cell, STACK);
        thread.setContextClassLoader(loader);
        synchronized (LOCK) {
            RUNNING.put(thread, run);
        }
        thread.start();
        join(thread);
        boolean interrupted;
        synchronized (LOCK) {
            RUNNING.remove(thread);
            interrupted = run.interrupted;
        }
        var ended = Objects.requireNonNull(outcome.get());
        return interrupted ? interruption.get() : ended;
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

    private static Run ownRun() {
        var run = OWN.get();
        if (run == null) {
            throw new IllegalStateException("code of a cell runs on another thread than its own");
        }
        return run;
    }

    /// Whether the calling thread is the one of a cell.
    static boolean isOwnThread() {
        return OWN.get() != null;
    }

    /// Runs code of the cell, on its thread.
    ///
    /// @param failure the account of what it throws
    @SuppressWarnings("CatchThrowable")
    Outcome code(Callable<Outcome> work, Function<Throwable, Outcome.Failure> failure) {
        try {
            enterCode();
            return work.call();
        } catch (Throwable thrown) {
            thrown(thrown);
            return failure.apply(thrown);
        } finally {
            leaveCode();
        }
    }

    /// Before code of the cell runs, on its thread.
    ///
    /// @throws InterruptPoints.Interruption if the cell is not to go on
    void enterCode() {
        endFormerInterrupts();
        var run = ownRun();
        synchronized (LOCK) {
            if (run.interrupted) {
                throw new InterruptPoints.Interruption();
            }
            run.inCode = true;
        }
    }

    /// Lets all pass the places to stop again but the cells that are still to stop.
    private static void endFormerInterrupts() {
        List<Interrupt> former;
        synchronized (LOCK) {
            former = INTERRUPTS.stream()
                    .filter(interrupt ->
                            RUNNING.values().stream().noneMatch(run -> run.interrupted && interrupt.isFor(run.group)))
                    .toList();
            former.forEach(INTERRUPTS::remove);
        }
        for (var interrupt : former) {
            interrupt.end();
        }
    }

    /// After code of the cell has run, on its thread.
    void leaveCode() {
        var run = ownRun();
        if (isInterrupted()) {
            InterruptPoints.emptyPool();
        }
        synchronized (LOCK) {
            run.inCode = false;
            // The signal was for the code; the compiler must not see it.
            Thread.interrupted();
        }
    }

    /// Stops the cells that run, or where none does, what cells have left behind. Only code of cells is interrupted as
    /// a thread, as the compiler would lose its files.
    void interrupt() {
        synchronized (LOCK) {
            boolean any = false;
            for (var entry : RUNNING.entrySet()) {
                var run = entry.getValue();
                if (run.engine == this) {
                    any = true;
                    run.interrupted = true;
                    if (run.inCode) {
                        interrupt(run.group, entry.getKey().threadId());
                    }
                }
            }
            if (!any) {
                interrupt(CELLS, 0);
            }
        }
    }

    private void interrupt(ThreadGroup group, long first) {
        var known =
                INTERRUPTS.stream().filter(interrupt -> interrupt.isFor(group)).findFirst();
        if (known.isPresent()) {
            known.get().signal();
        } else {
            var interrupt = new Interrupt(group, first, RunningCell::mayBeSignalled, stuck);
            INTERRUPTS.add(interrupt);
            interrupt.begin();
        }
    }

    private static boolean mayBeSignalled(Thread thread) {
        synchronized (LOCK) {
            var run = RUNNING.get(thread);
            return run == null || run.inCode;
        }
    }

    /// Whether the cell of the calling thread is not to go on.
    boolean isInterrupted() {
        var run = ownRun();
        synchronized (LOCK) {
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
