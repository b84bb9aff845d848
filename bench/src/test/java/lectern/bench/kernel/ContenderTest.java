package lectern.bench.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContenderTest {

    @Test
    void aSpecificationGivesItsCommandAndEnvironment(@TempDir Path folder) throws IOException {
        Path spec = Files.writeString(folder.resolve("kernel.json"), """
                {"argv": ["java", "-jar", "k.jar", "{connection_file}"], "env": {"A": "b"}}""");
        Contender ours = Contender.ours(spec);
        assertEquals(List.of("java", "-jar", "k.jar", "c.json"), ours.command(Path.of("c.json")));
        assertEquals(Map.of("A", "b"), ours.environment());
    }

    @Test
    void aFileWithoutACommandIsNamed(@TempDir Path folder) throws IOException {
        Path spec = Files.writeString(folder.resolve("kernel.json"), "{}");
        assertEquals(
                "bench: expected a kernel.json with argv, found " + spec,
                assertThrows(IOException.class, () -> Contender.ours(spec)).getMessage());
    }
}
