package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The container file: what it refers to exists, and its form is right as far as that can be seen without an engine.
class ContainerTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> KNOWN =
            Set.of("FROM", "SHELL", "RUN", "WORKDIR", "COPY", "ARG", "ENV", "USER", "EXPOSE", "CMD");

    /// Each instruction in one line.
    private static List<String> instructions() throws IOException {
        var text = Files.readString(ROOT.resolve("binder/Dockerfile"))
                .replaceAll("(?m)^\\s*#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "");
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static List<String> of(String name) throws IOException {
        return instructions().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    @Test
    void eachInstructionIsKnownAndTheFirstSaysWhereItComesFrom() throws IOException {
        var instructions = instructions();
        assertTrue(instructions.getFirst().startsWith("FROM "));
        for (var line : instructions) {
            assertTrue(KNOWN.contains(line.split(" ", -1)[0]), line);
        }
        assertTrue(of("FROM").stream().noneMatch(image -> image.contains(":latest") || !image.contains(":")));
        assertEquals("${NB_UID}", of("USER").getLast());
        for (var json : List.of(of("CMD").getLast(), of("SHELL").getFirst())) {
            assertTrue(JsonParser.parseString(json).getAsJsonArray().size() > 1);
        }
    }

    @Test
    void whatIsCopiedIsThereOrBuilt() throws IOException {
        var built = new ArrayList<String>();
        for (var copy : of("COPY")) {
            var words = Arrays.stream(copy.split(" ", -1))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
            for (var source : words.subList(0, words.size() - 1)) {
                if (copy.startsWith("--from=build")) {
                    built.add(source);
                } else if (source.contains("*")) {
                    var folder = ROOT.resolve(source).resolveSibling(".").normalize();
                    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + ROOT.resolve(source));
                    assertFalse(
                            Folders.content(folder).stream()
                                    .filter(matcher::matches)
                                    .toList()
                                    .isEmpty(),
                            source);
                } else {
                    assertTrue(Files.exists(ROOT.resolve(source)), source);
                }
            }
        }
        assertEquals(List.of("/build/kernel/target/lectern-kernel.jar", "/build/kernel/target/lib"), built);
    }

    @Test
    void itIsMadeOnTheJavaThatTheProjectIsMadeFor() throws IOException {
        var wanted = Pattern.compile("<maven.compiler.source>(\\d+)<")
                .matcher(Files.readString(ROOT.resolve("kernel/pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        for (var image : of("FROM")) {
            assertTrue(image.startsWith("eclipse-temurin:" + wanted + "-jdk"), image);
        }
    }
}
