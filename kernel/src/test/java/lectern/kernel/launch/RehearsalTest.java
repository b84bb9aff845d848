package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @Test
    void theKernelPlaysANotebookToItselfAndEnds(@TempDir Path folder) throws IOException, InterruptedException {
        var loaded = folder.resolve("loaded.txt");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Installer.FLAGS);
        command.addAll(TestClient.exports());
        command.add("-Dlectern.ops=reference");
        command.add("-Xlog:class+load:file=" + loaded);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), StartCache.REHEARSE));
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .redirectOutput(folder.resolve("stdout.txt").toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            var classes = Files.readString(loaded);
            for (var name : List.of(
                    "lectern.kernel.channel.Publisher",
                    "lectern.figure.Chart",
                    "lectern.nn.train.Training",
                    "cells.Cell1")) {
                assertTrue(classes.contains(name), name);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
