package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the parent is a shell")
class ParentWatchTest {

    @Test
    void theKernelEndsWithItsParent(@TempDir Path folder) throws Exception {
        var parent = new String[] {"sh", "-c", "\"$@\" & echo $!; wait", "parent"};
        try (var client = new TestClient(folder, parent)) {
            endsTogether(client, client.process);
        }
    }

    @Test
    void theKernelEndsWithTheServerThatIsNamed(@TempDir Path folder) throws Exception {
        var server = new ProcessBuilder("cat").start();
        var shell = new String[] {"sh", "-c", "JPY_PARENT_PID=" + server.pid() + " \"$@\" & echo $!; wait", "parent"};
        try (var client = new TestClient(folder, shell)) {
            endsTogether(client, server);
        }
    }

    private static void endsTogether(TestClient client, Process parent) throws Exception {
        var kernel = ProcessHandle.of(kernelOf(client.process)).orElseThrow();
        try {
            assertEquals("ok", client.execute("1").reply().get("status").getAsString());
            assertTrue(kernel.isAlive());
            parent.destroyForcibly().waitFor();
            kernel.onExit().get(20, TimeUnit.SECONDS);
        } finally {
            kernel.destroyForcibly();
        }
    }

    private static long kernelOf(Process shell) throws IOException {
        try (BufferedReader lines = shell.inputReader()) {
            return Long.parseLong(lines.readLine());
        }
    }
}
