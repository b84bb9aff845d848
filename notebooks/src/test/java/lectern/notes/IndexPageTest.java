package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class IndexPageTest {

    @Test
    void listsTheLecturesWithNumberTitleAndQuestion() {
        var page = Jsoup.parse(IndexPage.of(List.of(
                lecture(
                        "01-linear-models",
                        "<h1>Linear models</h1><p>What can <em>one</em> unit do?</p><p>Not this.</p>"),
                lecture("10-pretraining", "<h1>Pretraining</h1><h2>No question</h2>"))));
        assertEquals(List.of("1", "10"), page.select(".lectures .number").eachText());
        assertEquals(
                List.of("Linear models", "Pretraining"),
                page.select(".lectures a").eachText());
        assertEquals(
                List.of("01-linear-models.html", "10-pretraining.html"),
                page.select(".lectures a").eachAttr("href"));
        assertEquals(
                "What can <em>one</em> unit do?",
                page.expectFirst(".lectures p").html());
        assertEquals(List.of(), OutsideReferences.in(page));
    }

    @Test
    void aFormulaInATitleIsDrawnThereToo() {
        var page = Jsoup.parse(IndexPage.of(
                List.of(lecture("02-x", "<h1>The <span class='tex' data-tex='XHNpZ21h'></span> function</h1>"))));
        assertEquals("\\sigma", page.select(".lectures a annotation").text());
        assertTrue(page.select("style").html().contains("@font-face"));
    }

    @Test
    void aNotebookWithoutHeadingIsListedByName() {
        var page = Jsoup.parse(IndexPage.of(List.of(lecture("draft", "<p>Words.</p>"))));
        assertEquals("draft", page.select(".lectures a").text());
        assertEquals("", page.select(".lectures .number").text());
    }

    private static Lecture lecture(String name, String text) {
        try (var formulas = new Formulas()) {
            return Lecture.of(name, "<main><section class=text>" + text + "</section></main>", formulas);
        }
    }
}
