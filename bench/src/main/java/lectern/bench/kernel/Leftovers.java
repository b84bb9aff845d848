package lectern.bench.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The kernels that run now: none of them outlives this process.
final class Leftovers {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Leftovers::end)));
    }

    private Leftovers() {}

    static void watch(Process process) {
        RUNNING.add(process);
    }

    /// Ends a kernel and what it has started.
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        RUNNING.remove(process);
    }
}
