package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way from a notebook to its page, with the real kernel and the real nbclient.
class RenderTest {

    @TempDir
    private Path folder;

    private Course course;
    private Path raw;

    @BeforeEach
    void install() throws Exception {
        course = Course.in(folder.resolve("prefix"));
        raw = folder.resolve("raw");
    }

    @Test
    void aNotebookBecomesAPage() throws Exception {
        Path notebook = Course.notebook(
                folder.resolve("01-small.ipynb"),
                "# Small\n\nWhat is $x_1 + y_1$?",
                "int x = 20;\nSystem.out.println(\"x is \" + x);",
                "x + 22");
        var outcome = course.run(raw, List.of(notebook));
        assertEquals(0, outcome.code(), outcome.output());
        assertEquals(List.of("lectern: 01-small: cell 1 of 2", "lectern: 01-small: cell 2 of 2"), outcome.lines());
        Notes.write(folder, raw, folder.resolve("notes"), List.of());
        var page = Jsoup.parse(Files.readString(folder.resolve("notes/01-small.html")));
        assertEquals("x_1 + y_1", page.select("section.text annotation").text());
        assertEquals(List.of("x is 20"), page.select("pre.stream").eachText());
        assertEquals(List.of("42"), page.select("pre.value").eachText());
        assertEquals(List.of("1", "2"), page.select(".input").eachAttr("data-prompt"));
        assertEquals("int", page.select(".input .kt").text(), "the code is coloured as Java");
    }

    @Test
    void theMetadataOfACellSayWhatItsFigureIs() throws Exception {
        Path notebook = Course.notebook(folder.resolve("05-figure.ipynb"), "# Figure\n\nSee [figure](#line).", "1 + 1");
        String metadata = "{\"name\": \"line\", \"caption\": \"A *line*, $y = x$\", \"jupyter\":"
                + " {\"source_hidden\": true}, \"slideshow\": {\"slide_type\": \"slide\"}}";
        String written = Files.readString(notebook);
        int code = written.indexOf("\"metadata\":{}", written.indexOf("1 + 1") - 60);
        Files.writeString(
                notebook,
                (written.substring(0, code) + "\"metadata\":" + metadata
                                + written.substring(code + "\"metadata\":{}".length()))
                        .replace("1 + 1", "chart().line(\\\"\\\", new double[] {1, 2})"));
        assertEquals(0, course.run(raw, List.of(notebook)).code());
        Notes.write(folder, raw, folder.resolve("notes"), List.of("05-figure"));
        var page = Jsoup.parse(Files.readString(folder.resolve("notes/05-figure.html")));
        assertEquals("figure 1", page.select("section.text a[href=#line]").text());
        assertEquals("line", page.select("#line figcaption em").text());
        assertEquals("y = x", page.select("#line figcaption annotation").text());
        assertEquals(1, page.select(".fold input[checked]").size());
        var slides = Jsoup.parse(Files.readString(folder.resolve("notes/05-figure.slides.html")));
        assertEquals(2, slides.select(".slide").size());
    }

    @Test
    void aNotebookIsSavedWithItsOutputsAndASecondRunChangesNothing() throws Exception {
        Path notebook = Course.notebook(
                folder.resolve("05-saved.ipynb"),
                "# Saved",
                "System.out.println(\"one\");\nSystem.out.println(\"two\");",
                "chart(\"loss\").add(1, 2).add(2, 1)",
                "System.nanoTime()");
        var json = Executed.read(notebook);
        json.cells().getLast().json().add("metadata", JsonParser.parseString("{\"tags\": [\"timing\"]}"));
        Files.writeString(notebook, json.json().toString());
        assertEquals(0, course.run(raw, List.of(notebook)).code());
        assertEquals(List.of(), Executed.read(notebook).cells().get(1).outputs().asList());
        var outcome = course.run(raw, List.of(notebook), "--save");
        assertEquals(0, outcome.code(), outcome.output());
        String saved = Files.readString(notebook);
        assertEquals(saved, Files.readString(raw.resolve("05-saved.ipynb")));
        assertTrue(saved.endsWith("}\n") && saved.contains("image/svg+xml"), saved);
        assertFalse(saved.contains("iopub") || saved.contains("language_info"), saved);
        assertEquals(0, course.run(raw, List.of(notebook), "--save").code());
        assertEquals(saved, Files.readString(notebook));
        assertEquals(List.of(), Executed.read(notebook).differences(Executed.read(raw.resolve("05-saved.ipynb"))));
    }

    @Test
    void aCellThatThrowsIsNamedAndTheOlderPageStays() throws Exception {
        Path notebook = Course.notebook(folder.resolve("02-broken.ipynb"), "1 + 1");
        assertEquals(0, course.run(raw, List.of(notebook)).code());
        String older = Files.readString(raw.resolve("02-broken.html"));
        Course.notebook(
                notebook,
                "# Broken",
                "int x = 1;",
                "x++;\nif (x > 1) throw new IllegalStateException(\"x is \" + x);",
                "x");
        var outcome = course.run(raw, List.of(notebook));
        assertEquals(1, outcome.code());
        String message = outcome.lines().get(2);
        assertTrue(message.startsWith("lectern: 02-broken, cell 2: "), outcome.output());
        assertTrue(message.contains("IllegalStateException") && message.contains("x is 2"), outcome.output());
        assertFalse(outcome.output().contains("Traceback"), outcome.output());
        assertEquals(older, Files.readString(raw.resolve("02-broken.html")));
    }

    @Test
    void aCellThatDoesNotCompileIsNamed() throws Exception {
        Path notebook = Course.notebook(folder.resolve("03-typo.ipynb"), "int x = \"seven\";");
        var outcome = course.run(raw, List.of(notebook));
        assertEquals(1, outcome.code());
        assertTrue(outcome.lines().get(1).startsWith("lectern: 03-typo, cell 1: "), outcome.output());
        assertFalse(Files.exists(raw.resolve("03-typo.html")));
    }

    @Test
    void aKernelThatEndsIsNamed() throws Exception {
        Path notebook = Course.notebook(
                folder.resolve("04-end.ipynb"),
                "1 + 1",
                "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();");
        var outcome = course.run(raw, List.of(notebook));
        assertEquals(1, outcome.code());
        assertTrue(
                outcome.lines().contains("lectern: 04-end, cell 2: the kernel ended: Kernel died"), outcome.output());
    }
}
