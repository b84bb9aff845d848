package lectern.kernel.channel;

import com.google.gson.JsonObject;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BiPredicate;

/// Which request a thread works for: that of the thread that started it, so that late output finds its own cell.
///
/// The workers of a pool outlive the cell that started them and work for others: what they do while a cell runs is
/// taken
/// as done for that cell.
final class Origins {

    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final ThreadLocal<Boolean> POOLED = ThreadLocal.withInitial(Origins::isPooled);

    // Of one kernel each; a process may have several, as the installer's rehearsal and tests do.
    @SuppressWarnings("ThreadLocalUsage")
    private final InheritableThreadLocal<Origin> own = new InheritableThreadLocal<>();

    private final ConcurrentLinkedDeque<Origin> running = new ConcurrentLinkedDeque<>();
    private volatile Origin latest = Origin.nobody();

    /// From now on this thread, and those that it starts, work for this request.
    void begin(Origin origin) {
        own.set(origin);
        if (origin.isCell()) {
            running.addLast(origin);
            latest = origin;
        }
    }

    /// The answer is given; threads may go on for it.
    void end(Origin origin) {
        running.remove(origin);
        own.remove();
    }

    /// Has something else see first what this thread, and those that it starts, show from now on.
    ///
    /// @return what ends that, on the same thread
    Runnable divert(BiPredicate<String, JsonObject> taker) {
        var former = own.get();
        var diverted = current().divertedTo(taker);
        own.set(diverted);
        running.addLast(diverted);
        return () -> {
            running.remove(diverted);
            if (former == null) {
                own.remove();
            } else {
                own.set(former);
            }
        };
    }

    /// What the calling thread works for.
    Origin current() {
        var mine = own.get();
        if (mine == null || POOLED.get()) {
            var other = running.peekLast();
            return other != null ? other : mine != null ? mine : latest;
        }
        return mine;
    }

    /// A worker's stack begins with the loop that takes tasks; a thread does not change its kind.
    private static boolean isPooled() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread
                || WALKER.walk(frames ->
                        frames.anyMatch(frame -> frame.getClassName().equals("java.util.concurrent.ThreadPoolExecutor")
                                && frame.getMethodName().equals("runWorker")));
    }
}
