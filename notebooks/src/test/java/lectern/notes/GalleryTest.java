package lectern.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The gallery, executed once, in every form that notebooks are turned into.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {

    private static final Path NOTEBOOKS = Path.of("").toAbsolutePath();
    private static final int LARGEST_FIGURE = 60_000;

    private Path folder;
    private Course course;
    private Path executed;
    private Path notes;

    @BeforeAll
    void execute(@TempDir Path folder) throws Exception {
        this.folder = folder;
        course = Course.in(folder.resolve("prefix"));
        var outcome = course.run(folder.resolve("raw"), List.of(NOTEBOOKS.resolve("gallery.ipynb")));
        assertEquals(0, outcome.code(), outcome.output());
        executed = folder.resolve("raw/gallery.ipynb");
        notes = folder.resolve("notes");
        Notes.write(NOTEBOOKS, folder.resolve("raw"), notes, List.of("gallery"));
    }

    @Test
    void onlyTheMistakeThatIsShownFails() throws IOException {
        assertEquals(1, page("gallery.html").select(".output.error").size());
    }

    @Test
    void everyCellShowsSomething() throws IOException {
        assertEquals(
                List.of(),
                page("gallery.html")
                        .select("section.code:not(:has(.output)) .input")
                        .eachText());
    }

    @Test
    void thePageStandsAlone() throws IOException {
        Document page = page("gallery.html");
        assertEquals(List.of(), OutsideReferences.in(page));
        assertEquals(0, page.select("svg script, svg foreignObject").size());
    }

    @Test
    void noIdIsThereTwice() throws IOException {
        Set<String> met = new HashSet<>();
        for (Element element : page("gallery.html").select("[id]")) {
            assertTrue(met.add(element.id()), element.id());
        }
    }

    @Test
    void figuresAreSmallNumberedAndHaveCaptions() throws IOException {
        var figures = page("gallery.html").select("figure.output");
        assertTrue(figures.size() >= 20, "expected 20 figures, found " + figures.size());
        for (int i = 0; i < figures.size(); i++) {
            String caption = figures.get(i).select("> figcaption").text();
            assertTrue(caption.startsWith("Figure " + (i + 1) + " "), caption);
            for (Element svg : figures.get(i).select("> svg")) {
                int size = svg.outerHtml().getBytes(UTF_8).length;
                assertTrue(size <= LARGEST_FIGURE, caption + ": " + size + " bytes");
            }
        }
    }

    @Test
    void itStandsBesideTheLectures() throws IOException {
        Document index = page("index.html");
        assertEquals("Gallery", index.select("h2 ~ .lectures a").text());
        assertEquals(
                List.of("index.html"),
                page("gallery.html").select("nav.below a").eachAttr("href"));
    }

    @Test
    void itBecomesSlides() throws IOException {
        Document slides = page("gallery.slides.html");
        assertTrue(slides.select(".slide").size() > 20);
        assertEquals(
                page("gallery.html").select("figure.output figcaption").eachText(),
                slides.select("figure.output figcaption").eachText());
    }

    @Test
    void nbconvertMakesSlidesOfIt() throws Exception {
        Path slides = convert("slides").resolve("gallery.slides.html");
        int pictures = Jsoup.parse(Files.readString(slides))
                .select(".output_svg > svg, .jp-RenderedSVG > svg")
                .size();
        assertTrue(pictures >= figures(), pictures + " pictures of " + figures());
    }

    @Test
    void itBecomesMarkdownWithItsPictures() throws Exception {
        Path made = convert("markdown");
        String markdown = Files.readString(made.resolve("gallery.md"));
        List<String> pictures = Pattern.compile("!\\[\\w+]\\(([^)]+)\\)")
                .matcher(markdown)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceFirst(".*\\((.*)\\)", "$1"))
                .toList();
        assertTrue(pictures.size() >= figures(), pictures.size() + " pictures of " + figures());
        for (String picture : pictures) {
            assertTrue(Files.size(made.resolve(picture)) > 0, picture);
        }
    }

    @Test
    void itBecomesLatex() throws Exception {
        assumeTrue(isThere("pandoc"), "no pandoc here, which nbconvert needs for LaTeX (apt-get install pandoc)");
        assumeTrue(
                isThere("inkscape")
                        || outputs().stream()
                                .allMatch(data -> !data.has("image/svg+xml") || data.has("application/pdf")),
                "no inkscape here, which nbconvert needs for SVG without PDF beside it");
        Path made = convert("latex");
        String latex = Files.readString(made.resolve("gallery.tex"));
        int pictures = latex.split("\\\\adjustimage", -1).length - 1;
        assertTrue(pictures >= figures(), pictures + " pictures of " + figures());
        assumeTrue(isThere("xelatex"), "no xelatex here: only the LaTeX file was looked at");
        byte[] pdf = Files.readAllBytes(convert("pdf").resolve("gallery.pdf"));
        assertEquals("%PDF", new String(pdf, 0, 4, UTF_8));
    }

    private Document page(String file) throws IOException {
        return Jsoup.parse(Files.readString(notes.resolve(file)));
    }

    /// @return the folder with what nbconvert made of the executed notebook
    private Path convert(String to) throws Exception {
        Path made = Files.createDirectories(folder.resolve(to));
        var outcome = Outcome.of(
                Map.copyOf(System.getenv()),
                "",
                List.of(
                        course.python(),
                        "-m",
                        "nbconvert",
                        "--to",
                        to,
                        "--output-dir",
                        made.toString(),
                        executed.toString()));
        assertEquals(0, outcome.code(), outcome.output());
        assertFalse(outcome.output().contains("Traceback"), outcome.output());
        return made;
    }

    /// How many outputs are pictures and nothing that would be shown instead.
    private int figures() throws IOException {
        return (int) outputs().stream()
                .filter(data -> data.has("image/svg+xml") && !data.has("text/html"))
                .count();
    }

    /// The forms of each output that has some.
    private List<JsonObject> outputs() throws IOException {
        var found = new ArrayList<JsonObject>();
        for (JsonElement cell : JsonParser.parseString(Files.readString(executed))
                .getAsJsonObject()
                .getAsJsonArray("cells")) {
            if (cell.getAsJsonObject().has("outputs")) {
                for (JsonElement output : cell.getAsJsonObject().getAsJsonArray("outputs")) {
                    if (output.getAsJsonObject().has("data")) {
                        found.add(output.getAsJsonObject().getAsJsonObject("data"));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
