package lectern.kernel.launch;

import java.util.Map;
import java.util.Optional;

/// Ends the kernel when the process that started it is gone, so that no kernel is left behind.
final class ParentWatch {

    private ParentWatch() {}

    static void start(Map<String, String> environment) {
        parent(environment).ifPresent(parent -> {
            var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        });
    }

    private static Optional<ProcessHandle> parent(Map<String, String> environment) {
        // The server says who it is; between it and the kernel there may be a shell.
        var named = environment.getOrDefault("JPY_PARENT_PID", "");
        return named.matches("[0-9]{1,18}") && Long.parseLong(named) > 1
                ? ProcessHandle.of(Long.parseLong(named))
                : ProcessHandle.current().parent().filter(parent -> parent.pid() > 1);
    }
}
