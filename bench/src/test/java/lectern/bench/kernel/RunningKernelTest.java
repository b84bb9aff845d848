package lectern.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lectern.bench.compare.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningKernelTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static Contender ours(String... command) {
        return new Contender(Contender.OURS, Language.JAVA, List.of(command), Map.of());
    }

    /// The kernel on the class path of this test, with what that needs of the JDK.
    private static Contender kernel() {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "lectern.kernel.launch.Main", "{connection_file}"));
        return ours(command.toArray(String[]::new));
    }

    @Test
    void aCellIsTimedAndTheKernelEnds(@TempDir Path folder) throws KernelException {
        try (RunningKernel kernel = RunningKernel.start(kernel(), folder.resolve("log"))) {
            kernel.awaitPublished();
            assertTrue(kernel.run(Cell.trivial(1)) > 0);
            var e = assertThrows(KernelException.class, () -> kernel.run(new Cell("int wrong = ;", "wrong =")));
            assertTrue(e.toString().contains(": a cell failed: "), e.toString());
            assertTrue(kernel.shutDown() > 0);
        }
    }

    @Test
    void aRoundOfStartsFillsItsRows(@TempDir Path folder) throws KernelException {
        var sheet = new Sheet();
        var bench = new Bench(Pattern.compile(""), sheet, folder.resolve("log"), new Progress(System.err, false));
        var starts = new Starts();
        starts.run(bench, kernel());
        for (Row row : starts.rows()) {
            assertFalse(sheet.of(row, Contender.OURS).isEmpty() && row.unit() == Unit.MILLISECONDS, row.name());
        }
    }

    @Test
    void aKernelThatEndsAtOnceIsReported(@TempDir Path folder) throws KernelException {
        Contender broken = ours(JAVA, "-XX:NoSuchOption");
        try (RunningKernel kernel = RunningKernel.start(broken, folder.resolve("log"))) {
            assertEquals(
                    "its process ended with status 1",
                    assertThrows(KernelException.class, kernel::awaitInfo).getMessage());
        }
    }
}
