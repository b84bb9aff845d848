package lectern.nn.ops;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The library's own threads: the caller works, and helpers take parts of the same job.
///
/// Work is cut only where no sum is cut, so that a result does not depend on how many threads there are. A
/// helper spins briefly between jobs, because the next product of a training step follows within microseconds,
/// and then parks. Two callers never share the helpers: the second one does its work alone.
public final class Workers {

    /// Looks at the next job before a helper parks, or at the last part before the caller does.
    private static final int SPINS = 5_000;

    private static final ReentrantLock ONE_JOB = new ReentrantLock();
    private static final Workers SHARED = new Workers();

    private volatile int threads = Runtime.getRuntime().availableProcessors();
    private volatile @Nullable Job current;
    private Helper[] helpers = {};

    private Workers() {}

    /// How many threads share the work, the caller included.
    public static int threads() {
        return SHARED.threads;
    }

    /// Sets how many threads share the work from now on; results stay the same to the last bit.
    public static void useThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads: expected 1 or more, found " + count);
        }
        ONE_JOB.lock();
        try {
            SHARED.threads = count;
        } finally {
            ONE_JOB.unlock();
        }
    }

    /// Runs the parts 0…parts − 1, in any order and on any of the threads, and returns when all are done.
    ///
    /// @throws CancellationException if a part [polls][#poll()] after the calling thread was interrupted
    static void run(int parts, IntConsumer part) {
        if (parts == 1 || threads() == 1 || ONE_JOB.isHeldByCurrentThread() || !ONE_JOB.tryLock()) {
            for (int p = 0; p < parts; p++) {
                part.accept(p);
            }
            return;
        }
        try {
            SHARED.share(new Job(part, parts));
        } finally {
            ONE_JOB.unlock();
        }
    }

    /// To be called now and then by work that takes long and may be left half-done: ends it if the thread that
    /// asked for it was interrupted.
    ///
    /// @throws CancellationException if so; the thread is then no longer marked as interrupted
    static void poll() {
        Thread thread = Thread.currentThread();
        if (thread instanceof Helper helper ? helper.callerIsInterrupted() : Thread.interrupted()) {
            throw new CancellationException("interrupted while computing; the result is not complete");
        }
    }

    private void share(Job job) {
        int wanted = Math.min(threads, job.parts) - 1;
        startHelpers(wanted);
        current = job;
        for (int i = 0; i < wanted; i++) {
            helpers[i].wake();
        }
        job.work();
        current = null;
        job.await();
    }

    private void startHelpers(int wanted) {
        int running = helpers.length;
        if (running >= wanted) {
            return;
        }
        helpers = Arrays.copyOf(helpers, wanted);
        for (int i = running; i < wanted; i++) {
            helpers[i] = new Helper(i);
            helpers[i].start();
        }
    }

    /// Parts to be done, taken one by one by whoever is free.
    private static final class Job {

        private final IntConsumer part;
        private final int parts;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger left;
        private volatile @Nullable Throwable failure;

        Job(IntConsumer part, int parts) {
            this.part = part;
            this.parts = parts;
            this.left = new AtomicInteger(parts);
        }

        void work() {
            for (int p = next.getAndIncrement(); p < parts; p = next.getAndIncrement()) {
                try {
                    // After one part has failed, or was interrupted, nobody needs the others.
                    if (failure == null) {
                        part.accept(p);
                    }
                } catch (RuntimeException | Error e) {
                    failure = failure == null ? e : failure;
                } finally {
                    if (left.decrementAndGet() == 0) {
                        LockSupport.unpark(caller);
                    }
                }
            }
        }

        /// Waits for the parts that others have taken. An interrupted thread does not park: it spins until they
        /// are done, which is soon, since they notice it too.
        void await() {
            for (int spins = 0; left.get() > 0; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                }
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                if (exception instanceof CancellationException) {
                    Thread.interrupted();
                }
                throw exception;
            }
        }
    }

    private final class Helper extends Thread {

        private final int number;
        private volatile boolean parked;
        private volatile @Nullable Job job;

        Helper(int number) {
            super(topGroup(), "lectern-worker-" + (number + 1));
            this.number = number;
            setDaemon(true);
        }

        /// A helper outlives the call that started it, so it must not be interrupted with that caller's group.
        private static ThreadGroup topGroup() {
            ThreadGroup group = Thread.currentThread().getThreadGroup();
            while (group.getParent() != null) {
                group = group.getParent();
            }
            return group;
        }

        boolean callerIsInterrupted() {
            Job running = job;
            return running != null && (running.failure != null || running.caller.isInterrupted());
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            Job done = null;
            int spins = 0;
            while (true) {
                Job offered = current;
                if (offered != null && offered != done && number < threads - 1) {
                    job = offered;
                    offered.work();
                    job = null;
                    done = offered;
                    spins = 0;
                } else if (spins++ < SPINS) {
                    Thread.onSpinWait();
                } else {
                    done = null;
                    parked = true;
                    if (current == null) {
                        LockSupport.park(this);
                    }
                    parked = false;
                    spins = 0;
                }
            }
        }
    }
}
