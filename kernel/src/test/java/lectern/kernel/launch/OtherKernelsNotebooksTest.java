package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notebooks written as for IJava and JJava, each cell with the text of its result in its metadata.
class OtherKernelsNotebooksTest {

    @ParameterizedTest
    @ValueSource(strings = {"display", "imports", "magics"})
    void aNotebookRunsUnchanged(String name, @TempDir Path folder) throws IOException, InterruptedException {
        try (var client = new TestClient(folder);
                var in = reader(name)) {
            for (var element : JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray("cells")) {
                var cell = element.getAsJsonObject();
                var source = StreamSupport.stream(cell.getAsJsonArray("source").spliterator(), false)
                        .map(line -> line.getAsString())
                        .collect(Collectors.joining());
                var run = client.execute(source);
                assertEquals("ok", run.reply().get("status").getAsString(), () -> source + "\n" + run.reply());
                var expected = cell.getAsJsonObject("metadata").get("expected").getAsString();
                if (!expected.isEmpty()) {
                    var data = run.first("execute_result").getAsJsonObject("data");
                    assertEquals(expected, data.get("text/plain").getAsString(), source);
                }
            }
        }
    }

    private static Reader reader(String name) {
        var file = OtherKernelsNotebooksTest.class.getResourceAsStream("notebooks/" + name + ".ipynb");
        return new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8);
    }
}
