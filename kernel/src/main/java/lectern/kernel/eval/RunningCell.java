package lectern.kernel.eval;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The cell that runs, on a thread of its own, and how it is stopped.
///
/// An interrupt is for the cell and all threads that it has started, and for work that it has given to fork-join
/// pools. Threads that earlier cells have left behind go on, as they may be a server or a clock; an interrupt while no
/// cell runs stops these.
final class RunningCell {

    /// Deep recursion is something that students try; javac, too, recurses on long expressions.
    private static final long STACK = 16L << 20;

    /// An interrupt is repeated, as a library may have swallowed it, or a `finally` waits once more.
    private static final long REPEAT_MILLISECONDS = 30;

    private static final long REPEAT_LATER_MILLISECONDS = 1000;

    /// What has not stopped by then is told.
    private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

    /// The next cell waits so long for threads that were told to stop.
    private static final Duration GRACE = Duration.ofMillis(300);

    private static final ThreadGroup CELLS = new ThreadGroup("cells");

    private final Object lock = new Object();
    private final Consumer<Thread> stuck;
    private @Nullable Thread running;
    private @Nullable Halt halt;
    private boolean inCode;
    private boolean interrupted;

    /// @param stuck hears of a thread that does not stop
    RunningCell(Consumer<Thread> stuck) {
        this.stuck = stuck;
    }

    /// Runs the work of a cell and waits for it.
    ///
    /// @param loader what libraries look for their services and resources by
    /// @param interruption what becomes of a failure if the cell was interrupted
    Outcome run(int cell, ClassLoader loader, Supplier<Outcome> work, Supplier<Outcome> interruption) {
        var outcome = new AtomicReference<Outcome>(new Outcome.Nothing());
        var group = new ThreadGroup(CELLS, "cell " + cell);
        var thread = new Thread(group, () -> outcome.set(work.get()), "cell " + cell, STACK);
        thread.setContextClassLoader(loader);
        begin(thread);
        thread.start();
        join(thread);
        var ended = Objects.requireNonNull(outcome.get());
        return end() && ended instanceof Outcome.Failure ? interruption.get() : ended;
    }

    private void begin(Thread thread) {
        synchronized (lock) {
            running = thread;
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
        awaitStopping();
        synchronized (lock) {
            if (interrupted) {
                throw new InterruptPoints.Interruption();
            }
            inCode = true;
            lift();
        }
    }

    /// Threads of a cell that was stopped must come by a place to stop before the places let everyone pass again.
    private void awaitStopping() {
        Halt former;
        synchronized (lock) {
            former = halt;
        }
        if (former == null) {
            return;
        }
        long until = System.nanoTime() + GRACE.toNanos();
        try {
            for (var thread : left(former)) {
                long left = until - System.nanoTime();
                if (left > 0 && !thread.equals(Thread.currentThread())) {
                    var _ = thread.join(Duration.ofNanos(left));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lift() {
        if (halt != null) {
            InterruptPoints.lift(halt);
            halt = null;
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

    /// Stops the cell, or where none runs, what cells have left behind. Only code of cells is interrupted as a thread,
    /// as the compiler would lose its files.
    void interrupt() {
        synchronized (lock) {
            if (running == null) {
                stop(new Halt(CELLS, 0));
            } else {
                interrupted = true;
                if (inCode) {
                    stop(new Halt(Objects.requireNonNull(running.getThreadGroup()), running.threadId()));
                }
            }
        }
    }

    private void stop(Halt wanted) {
        if (wanted.equals(halt)) {
            signal(wanted);
            return;
        }
        lift();
        halt = wanted;
        InterruptPoints.raise(wanted);
        signal(wanted);
        Thread.ofPlatform().daemon().name("interrupt").start(() -> insist(wanted));
    }

    private void signal(Halt wanted) {
        for (var thread : wanted.threads()) {
            if (!thread.equals(running) || inCode) {
                thread.interrupt();
            }
        }
    }

    private void insist(Halt wanted) {
        long since = System.nanoTime();
        boolean told = false;
        try {
            while (true) {
                Thread.sleep(told ? REPEAT_LATER_MILLISECONDS : REPEAT_MILLISECONDS);
                var left = left(wanted);
                synchronized (lock) {
                    if (!wanted.equals(halt) || left.isEmpty()) {
                        return;
                    }
                    signal(wanted);
                }
                left.forEach(BlockedSocket::release);
                if (!told && System.nanoTime() - since > PATIENCE_NANOSECONDS) {
                    told = true;
                    left.stream().filter(thread -> !thread.isVirtual()).forEach(stuck);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Those that have not ended; a worker of a pool only goes to sleep.
    private static List<Thread> left(Halt wanted) {
        return wanted.threads().stream()
                .filter(thread -> !(thread instanceof ForkJoinWorkerThread))
                .toList();
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
