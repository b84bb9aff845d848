package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LecturePageTest {

    @Test
    void theContentsNameTheHeadings() {
        var page = page("<h1>Title</h1><h2>One <code>x</code></h2><h3>Within</h3><h3>Also</h3><h2>Two</h2>");
        assertEquals(
                List.of("One x", "Two"),
                page.select(".contents nav > ol > li > a").eachText());
        assertEquals(
                List.of("Within", "Also"),
                page.select(".contents li:has(> [href=#one]) > ol a").eachText());
        assertEquals(
                "#two", page.select(".contents nav > ol > li:last-child > a").attr("href"));
    }

    @Test
    void headingsOfTheSameWordsHavePlacesOfTheirOwn() {
        assertEquals(
                List.of("#again", "#again-2", "#again-3"),
                page("<h2>Again</h2><h2>Again</h2><h2>Again!</h2>")
                        .select(".contents a")
                        .eachAttr("href"));
    }

    @Test
    void aPageOfOneSectionNeedsNoContents() {
        var page = page("<h1>Title</h1><h2>Only</h2>");
        assertEquals(0, page.select(".contents nav").size());
        assertEquals(0, page.select("#fold-all").size());
    }

    @Test
    void codeCanBeFolded() {
        var page = page("<h1>T</h1>", """
                <section class=code><div class=input><pre>one\ntwo\n</pre></div></section>
                <section class=code data-folded><div class=input><pre>one</pre></div></section>""");
        assertEquals(
                List.of("2 lines of code", "1 line of code"),
                page.select(".fold span").eachText());
        assertEquals(
                List.of("1 line of code"),
                page.select(".fold:has([checked]) span").eachText());
        assertEquals(1, page.select(".contents #fold-all").size());
        assertEquals(List.of(), OutsideReferences.in(page));
    }

    private static Document page(String text, String... cells) {
        try (var formulas = new Formulas()) {
            String html = "<main><section class=text>" + text + "</section>" + String.join("", cells) + "</main>";
            return Jsoup.parse(LecturePage.of(Lecture.of("01-x", html, formulas), null, null));
        }
    }
}
