package lectern.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.ThreadContainers;

/// Which threads an interrupt is for.
sealed interface Halt {

    boolean covers(Thread thread);

    /// Those that live.
    List<Thread> threads();

    /// Threads that are still to stop when others may go on.
    record Of(Set<Thread> some) implements Halt {

        @Override
        public boolean covers(Thread thread) {
            return some.contains(thread);
        }

        @Override
        public List<Thread> threads() {
            return some.stream().filter(Thread::isAlive).toList();
        }
    }

    /// Those of a group, the workers of fork-join pools, which work for whoever asks them, and the virtual threads that
    /// have come since a certain thread.
    ///
    /// @param group the threads of a cell, or of all cells
    /// @param since the id of a thread; virtual threads, which have no group of their own, are covered if theirs is
    ///     greater
    record OfGroup(ThreadGroup group, long since) implements Halt {

        /// What carries virtual threads is a worker as well, with interrupts of its own.
        private static final String CARRIER = "jdk.internal.misc.CarrierThread";

        @Override
        public boolean covers(Thread thread) {
            if (thread instanceof ForkJoinWorkerThread) {
                return true;
            }
            if (thread.isVirtual()) {
                return thread.threadId() > since;
            }
            var own = thread.getThreadGroup();
            return own != null && group.parentOf(own);
        }

        @Override
        public List<Thread> threads() {
            var all = new ArrayList<Thread>();
            all.addAll(platform(group));
            pools().forEach(all::add);
            try {
                virtual(ThreadContainers.root()).filter(this::covers).forEach(all::add);
            } catch (LinkageError e) {
                // A JDK that does not show them: they stop at their next place, but are not woken.
            }
            return all;
        }

        private Stream<Thread> pools() {
            var root = group;
            while (root.getParent() != null) {
                root = root.getParent();
            }
            return platform(root).stream()
                    .filter(thread -> thread instanceof ForkJoinWorkerThread
                            && !group.parentOf(thread.getThreadGroup())
                            && !thread.getClass().getName().equals(CARRIER));
        }

        private static List<Thread> platform(ThreadGroup group) {
            var found = new Thread[Math.max(16, 2 * group.activeCount())];
            int count = group.enumerate(found);
            // One that has just ended has no group any more.
            return Stream.of(found)
                    .limit(count)
                    .filter(thread -> thread.getThreadGroup() != null)
                    .toList();
        }

        private static Stream<Thread> virtual(ThreadContainer container) {
            return Stream.concat(
                    container.threads().filter(Thread::isVirtual),
                    container.children().flatMap(OfGroup::virtual));
        }
    }
}
