package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {

    @TempDir
    private Path folder;

    private Path notebooks;
    private Path raw;
    private Path notes;

    @BeforeEach
    void folders() throws IOException {
        notebooks = Files.createDirectories(folder.resolve("notebooks"));
        raw = Files.createDirectories(folder.resolve("raw"));
        notes = folder.resolve("notes");
    }

    @Test
    void eachExecutedNotebookBecomesAPageAndTheIndexNamesThem() throws IOException {
        lecture("02-second", "<h1>Second</h1>");
        lecture("01-first", "<h1>First</h1>");
        Files.createFile(notebooks.resolve("03-not-executed.ipynb"));
        Notes.write(notebooks, raw, notes, List.of());
        assertEquals(List.of("01-first.html", "02-second.html", "index.html"), files(notes));
        assertEquals(
                List.of("First", "Second"), read("index").select(".lectures a").eachText());
    }

    @Test
    void pagesLeadToTheirNeighbours() throws IOException {
        lecture("01-first", "<h1>First</h1>");
        lecture("02-second", "<h1>Second</h1>");
        Notes.write(notebooks, raw, notes, List.of());
        assertEquals(
                List.of("index.html", "02-second.html"),
                read("01-first").select("nav.below a").eachAttr("href"));
        assertEquals(
                List.of("01-first.html", "index.html"),
                read("02-second").select("nav.below a").eachAttr("href"));
    }

    @Test
    void thePageOfANotebookThatIsGoneGoesToo() throws IOException {
        lecture("01-a", "<h1>A</h1>");
        lecture("02-b", "<h1>B</h1>");
        Notes.write(notebooks, raw, notes, List.of());
        Files.delete(notebooks.resolve("02-b.ipynb"));
        Notes.write(notebooks, raw, notes, List.of());
        assertEquals(List.of("01-a.html", "index.html"), files(notes));
    }

    @Test
    void whatHasNoNumberIsNobodysNeighbour() throws IOException {
        lecture("01-first", "<h1>First</h1>");
        lecture("gallery", "<h1>Gallery</h1>");
        Notes.write(notebooks, raw, notes, List.of());
        assertEquals(
                List.of("index.html"), read("01-first").select("nav.below a").eachAttr("href"));
        assertEquals(
                List.of("index.html"), read("gallery").select("nav.below a").eachAttr("href"));
        assertEquals("Gallery", read("index").select("h2 + .lectures a").text());
    }

    @Test
    void slidesAreMadeOfThoseThatAreNamedAndGoWithTheirNotebook() throws IOException {
        lecture("01-a", "<h1>A</h1>");
        lecture("02-b", "<h1>B</h1>");
        Notes.write(notebooks, raw, notes, List.of("02-b"));
        Files.createFile(notes.resolve("01-a.pdf"));
        Files.createFile(notes.resolve("02-b.pdf"));
        assertEquals(
                List.of("01-a.html", "01-a.pdf", "02-b.html", "02-b.pdf", "02-b.slides.html", "index.html"),
                files(notes));
        Files.delete(notebooks.resolve("02-b.ipynb"));
        Notes.write(notebooks, raw, notes, List.of());
        assertEquals(List.of("01-a.html", "01-a.pdf", "index.html"), files(notes));
    }

    @Test
    void headingsCanBeLinkedTo() throws IOException {
        lecture("01-first", "<h1>First</h1><h2 id='Own-name'>Own name</h2><h2>The delta rule, again</h2>");
        Notes.write(notebooks, raw, notes, List.of());
        var page = read("01-first");
        assertEquals(
                List.of("#first", "#Own-name", "#the-delta-rule-again"),
                page.select(".anchor").eachAttr("href"));
        assertEquals(
                "The delta rule, again#", page.select("#the-delta-rule-again").text());
    }

    @Test
    void theTitleOfThePageIsTheLectures() throws IOException {
        lecture("01-first", "<h1>First &amp; <em>last</em></h1>");
        Notes.write(notebooks, raw, notes, List.of());
        assertEquals("First & last - Deep learning", read("01-first").title());
    }

    @Test
    void aWrongFormulaIsRefusedWithItsPage() throws IOException {
        // In base64: \frac{1}
        lecture("01-first", "<p><span class='tex' data-tex='XGZyYWN7MX0='></span></p>");
        var refusal = assertThrows(NotesException.class, () -> Notes.write(notebooks, raw, notes, List.of()));
        assertEquals(
                "01-first: formula \\frac{1}: KaTeX parse error: Unexpected end of input in a macro argument,"
                        + " expected '}' at end of input: \\frac{1}",
                refusal.getMessage());
    }

    @Test
    void aPageThatLoadsSomethingIsRefusedAndTheOlderPagesStay() throws IOException {
        lecture("01-first", "<h1>First</h1>");
        lecture("02-second", "<h1>Old</h1>");
        Notes.write(notebooks, raw, notes, List.of());
        lecture("01-first", "<h1>Changed</h1>");
        lecture("02-second", "<h1>New</h1><img src='https://example.org/a.png'>");
        var refusal = assertThrows(NotesException.class, () -> Notes.write(notebooks, raw, notes, List.of()));
        assertEquals(
                "02-second: expected a page that stands alone, found <img src=\"https://example.org/a.png\">;"
                        + " put the content itself into the notebook",
                refusal.getMessage());
        assertEquals("First", read("01-first").expectFirst("h1").ownText());
        assertEquals("Old", read("02-second").expectFirst("h1").ownText());
        assertEquals(List.of("01-first.html", "02-second.html", "index.html"), files(notes));
    }

    private void lecture(String name, String text) throws IOException {
        Path notebook = notebooks.resolve(name + ".ipynb");
        if (!Files.exists(notebook)) {
            Files.createFile(notebook);
        }
        Files.writeString(
                raw.resolve(name + ".html"),
                "<!DOCTYPE html><html><body><main><section class=\"text\">" + text + "</section></main></body></html>");
    }

    private Document read(String name) throws IOException {
        return Jsoup.parse(Files.readString(notes.resolve(name + ".html")));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
