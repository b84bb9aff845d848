package lectern.bench.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The kernels that run now: none of them outlives this process.
public final class Leftovers {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Leftovers::end)));
    }

    private Leftovers() {}

    /// Has the process ended with this one.
    public static void watch(Process process) {
        RUNNING.add(process);
    }

    /// Ends a kernel and what it has started.
    public static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        RUNNING.remove(process);
    }
}
