package lectern.kernel.eval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lectern.kernel.compile.CellNames;

/// An interrupt from its coming to the end of all that it is for, however often that has to be told.
final class Interrupt {

    /// It is repeated, as a library may have swallowed it, or a `finally` waits once more.
    private static final long REPEAT_MILLISECONDS = 30;

    private static final long REPEAT_LATER_MILLISECONDS = 1000;

    /// What has not stopped by then is told.
    private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(2);

    /// What is left of a cell that was stopped is told so for so long, while others run.
    private static final long REMAINDER_NANOSECONDS = TimeUnit.SECONDS.toNanos(30);

    private static final String CELLS = CellNames.PACKAGE + ".";

    /// What JShell's classes of cells begin with.
    private static final String SNIPPETS = "REPL.";

    private final ThreadGroup group;
    private final Halt halt;
    private final Predicate<Thread> mayBeSignalled;
    private final Consumer<Thread> stuck;
    private final long since = System.nanoTime();
    private volatile boolean ended;

    /// @param group the threads that it is for
    /// @param first the id of the first of them
    /// @param mayBeSignalled whether a thread runs code that an interrupt is for
    /// @param stuck hears of a thread that does not stop
    Interrupt(ThreadGroup group, long first, Predicate<Thread> mayBeSignalled, Consumer<Thread> stuck) {
        this.group = group;
        halt = new Halt.OfGroup(group, first);
        this.mayBeSignalled = mayBeSignalled;
        this.stuck = stuck;
    }

    boolean isFor(ThreadGroup threads) {
        return group.equals(threads);
    }

    /// From here on nothing that it is for passes a place to stop.
    void begin() {
        InterruptPoints.raise(halt);
        signal();
        insistOn(halt, () -> ended);
    }

    /// Wakes what sleeps or waits.
    void signal() {
        signal(halt);
    }

    private void signal(Halt wanted) {
        for (var thread : wanted.threads()) {
            if (mayBeSignalled.test(thread)) {
                thread.interrupt();
            }
        }
    }

    /// Lets all pass again but what it was for and has not come by a place to stop yet.
    void end() {
        var left = left(halt);
        left.remove(Thread.currentThread());
        if (!left.isEmpty()) {
            var remainder = new Halt.Of(left);
            InterruptPoints.raise(remainder);
            long until = System.nanoTime() + REMAINDER_NANOSECONDS;
            insistOn(remainder, () -> {
                boolean isOver = System.nanoTime() > until || left(remainder).isEmpty();
                if (isOver) {
                    InterruptPoints.lift(remainder);
                }
                return isOver;
            });
        }
        ended = true;
        InterruptPoints.lift(halt);
    }

    private void insistOn(Halt wanted, BooleanSupplier isOver) {
        Thread.ofPlatform().daemon().name("interrupt").start(() -> insist(wanted, isOver));
    }

    private void insist(Halt wanted, BooleanSupplier isOver) {
        boolean told = false;
        try {
            while (true) {
                Thread.sleep(told ? REPEAT_LATER_MILLISECONDS : REPEAT_MILLISECONDS);
                var left = left(wanted);
                if (isOver.getAsBoolean() || left.isEmpty()) {
                    return;
                }
                signal(wanted);
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

    /// Those that are at work for a cell: a worker of a pool that has lost its task has nothing to stop.
    private static Set<Thread> left(Halt wanted) {
        var left = new HashSet<>(wanted.threads());
        left.removeIf(thread -> thread instanceof ForkJoinWorkerThread || !isInCell(thread));
        return left;
    }

    private static boolean isInCell(Thread thread) {
        var stack = thread.getStackTrace();
        // One without any is about to begin.
        return stack.length == 0
                || Arrays.stream(stack)
                        .map(StackTraceElement::getClassName)
                        .anyMatch(name -> name.startsWith(CELLS) || name.startsWith(SNIPPETS));
    }
}
