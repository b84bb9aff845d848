package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The lectures themselves: each runs, gives the same outputs twice, and becomes a page that stands alone.
class LecturesTest {

    private static final Path NOTEBOOKS = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private Course course;

    @BeforeEach
    void install() throws Exception {
        course = Course.in(folder.resolve("prefix"));
    }

    @TestFactory
    List<DynamicTest> lectures() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d\\d-.*\\.ipynb"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)))
                    .toList();
        }
    }

    private void check(Path notebook) throws Exception {
        Path first = run(notebook, "first");
        Path second = run(notebook, "second");
        assertEquals(
                outputs(first.resolve(name(notebook) + ".ipynb")), outputs(second.resolve(name(notebook) + ".ipynb")));
        Path notes = folder.resolve("notes");
        Notes.write(NOTEBOOKS, first, notes, List.of());
        Document page = Jsoup.parse(Files.readString(notes.resolve(name(notebook) + ".html")));
        assertEquals(
                List.of(),
                page.select(".output.error, .katex-error, [data-tex]").eachText());
        assertEquals(List.of(), OutsideReferences.in(page));
        assertFalse(page.select("figure.output svg").isEmpty(), "expected a figure on the page");
        assertFalse(page.select(".katex").isEmpty(), "expected a formula on the page");
    }

    private Path run(Path notebook, String time) throws Exception {
        Path raw = folder.resolve(time);
        var outcome = course.run(raw, List.of(notebook));
        assertEquals(0, outcome.code(), outcome.output());
        return raw;
    }

    /// The outputs of each cell, except of those that measure time and say so by the tag `timing`.
    private static List<JsonElement> outputs(Path executed) throws IOException {
        var outputs = new ArrayList<JsonElement>();
        for (JsonElement element : JsonParser.parseString(Files.readString(executed))
                .getAsJsonObject()
                .getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.has("outputs") && !tags(cell).contains(JsonParser.parseString("timing"))) {
                outputs.add(cell.get("outputs"));
            }
        }
        return outputs;
    }

    private static JsonArray tags(JsonObject cell) {
        JsonArray tags = cell.getAsJsonObject("metadata").getAsJsonArray("tags");
        return tags == null ? new JsonArray() : tags;
    }

    private static String name(Path notebook) {
        return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
    }
}
