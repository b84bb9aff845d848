package lectern.kernel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullMemoryTest {

    /// What the small JVM does: fills its memory by what a variable of the session keeps, and goes on.
    static final class Small {

        private Small() {}

        public static void main(String[] arguments) {
            var evaluator = new CompilingEvaluator(List.of("import java.util.*;"), List.of(), _ -> {});
            var cells = List.of(
                    "var keep = new LinkedList<int[]>(); int before = 3;",
                    "while (true) { keep.add(new int[2]); }",
                    "before + 1",
                    "keep = null;",
                    "class After { int n = 5; } new After().n");
            for (int i = 0; i < cells.size(); i++) {
                var text = switch (evaluator.evaluate(i + 1, cells.get(i))) {
                    case Outcome.Value(var value) -> String.valueOf(value);
                    case Outcome.Nothing() -> "nothing";
                    case Outcome.Failure failure -> failure.name();
                };
                System.out.println("cell " + (i + 1) + ": " + text);
            }
        }
    }

    @Test
    void theSessionGoesOn() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx64m");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Small.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertEquals(
                List.of("cell 1: nothing", "cell 2: OutOfMemoryError", "cell 3: 4", "cell 4: nothing", "cell 5: 5"),
                printed.lines().filter(line -> line.startsWith("cell ")).toList());
    }
}
