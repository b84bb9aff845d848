package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class SlidesTest {

    private static final String LONG = "word ".repeat(80).strip();

    @Test
    void whatTheNotebookSaysIsASlideIsOne() {
        assertEquals(List.of("a b c", "d", "g"), slides("""
                        <section class=text><h1>a</h1></section>
                        <section class=code>b</section>
                        <section class=text data-slide=fragment>c</section>
                        <section class=code data-slide=subslide>d</section>
                        <section class=text data-slide=notes>e</section>
                        <section class=code data-slide=skip>f</section>
                        <section class=text data-slide=slide><h2>g</h2></section>"""));
    }

    @Test
    void otherwiseHeadingsBeginSlides() {
        assertEquals(
                List.of("a b", "c d", "e"),
                slides("<section class=text><h1>a</h1><p>b</p><h2>c</h2><p>d</p></section>"
                        + "<section class=text><h3>e</h3></section>"));
    }

    @Test
    void aCellStandsWithTheFewWordsBeforeIt() {
        assertEquals(
                List.of("a b x", "a y", "a c", "d " + LONG, "d z"),
                slides("<section class=text><h1>a</h1><p>b</p></section><section class=code>x</section>"
                        + "<section class=code>y</section><section class=text><p>c</p><h2>d</h2><p>" + LONG
                        + "</p></section><section class=code>z</section>"));
    }

    @Test
    void thePageStandsAloneWithOneScriptOfOurs() {
        var lecture = lecture("<main><section class=text><h1>T</h1><p>one</p></section></main>");
        var page = Jsoup.parse(SlidesPage.of(lecture));
        assertEquals("T - slides", page.title());
        assertEquals(1, page.select(".slide").size());
        assertEquals(List.of("<script>"), OutsideReferences.in(page));
        assertEquals(
                Resource.text("slides.js").strip(), page.select("script").html().strip());
        assertEquals(0, page.select(".anchor").size());
    }

    private static List<String> slides(String content) {
        var main = Jsoup.parse("<main>" + content + "</main>").expectFirst("main");
        return Slides.of(main).select(".slide").eachText();
    }

    private static Lecture lecture(String html) {
        try (var formulas = new Formulas()) {
            return Lecture.of("01-x", html, formulas);
        }
    }
}
