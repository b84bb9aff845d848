package lectern.bench.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.bench.kernel.Contender;
import lectern.bench.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuiteTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Stream<String> themes() {
        return Suite.themes().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void ourKernelMeetsEveryCheck(String theme, @TempDir Path folder) {
        var unmet = new ArrayList<String>();
        Suite.examine(ours(), Suite.checks(theme), folder, PATIENCE, (check, verdict) -> {
            if (!verdict.met()) {
                unmet.add(check.name() + ": " + verdict.note());
            }
        });
        assertEquals(List.of(), unmet);
    }

    @Test
    void aKernelThatDoesNotStartMeetsNothing(@TempDir Path folder) {
        var broken = new Contender("broken", Language.JAVA, List.of("false"), Map.of());
        var checks = Suite.checks("requests").subList(0, 2);
        var notes = new ArrayList<String>();
        Suite.examine(
                broken, checks, folder, PATIENCE, (_, verdict) -> notes.add(verdict.met() + " " + verdict.note()));
        var note = "false its process ended with status 1, and said: ";
        assertEquals(List.of(note, note), notes);
    }

    @Test
    void everyCheckHasANameOfItsOwn() {
        var names = new HashSet<String>();
        Suite.themes().values().stream().flatMap(List::stream).forEach(check -> assertTrue(names.add(check.name())));
    }

    /// The kernel on the class path of this test, with what that needs of the JDK.
    private static Contender ours() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "lectern.kernel.launch.Main", "{connection_file}"));
        return new Contender(Contender.OURS, Language.JAVA, command, Map.of());
    }
}
