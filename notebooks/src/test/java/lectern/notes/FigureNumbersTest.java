package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import lectern.figure.Figures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FigureNumbersTest {

    private static final String PICTURE = "<figure class=output><img alt='' src='data:,'></figure>";

    @Test
    void figuresAreCountedAndLinkedTo() {
        var page = numbered(cell("", PICTURE) + "<section class=code>x</section>"
                + cell("", PICTURE + "<pre class=output>text</pre>" + PICTURE));
        assertEquals(
                List.of("Figure 1", "Figure 2", "Figure 3"),
                page.select("figcaption").eachText());
        assertEquals(
                List.of("#figure-1", "#figure-2", "#figure-3"),
                page.select("figcaption a").eachAttr("href"));
        assertEquals("3", page.expectFirst("#figure-3").attr("data-number"));
    }

    @Test
    void theTitleOfAFigureMovesIntoItsCaption() {
        String title = "A line & its end";
        String svg =
                Figures.chart().title(title).line("", new double[] {1, 2, 4}).svg();
        var page = numbered(cell("", "<figure class=output>" + svg + "</figure>"));
        assertEquals("Figure 1 " + title, page.select("figcaption").text());
        assertEquals(List.of(title), page.select("svg > title:first-child").eachText());
        assertEquals(0, page.select("svg text:contains(its end)").size());
        var before = Jsoup.parse(svg).expectFirst("svg");
        var after = page.expectFirst("svg");
        double gone = Double.parseDouble(before.attr("height")) - Double.parseDouble(after.attr("height"));
        assertEquals(28, gone, 1e-9);
        assertEquals("0 28 640 372", after.attr("viewBox"));
    }

    @Test
    void everyKindOfFigureGivesItsTitleAway() {
        var figures = List.of(
                Figures.chart().title("T").line("", new double[] {1, 2}),
                Figures.bars().title("T").add("a", 1),
                Figures.heatMap(new double[][] {{1, 2}}).title("T"),
                Figures.contour((x, y) -> x * y, -1, 1, -1, 1).title("T"),
                Figures.panels(
                                Figures.chart().line("", new double[] {1, 2}),
                                Figures.bars().add("a", 1))
                        .title("T"),
                Figures.diagram().title("T").node("a"));
        for (var figure : figures) {
            var page = numbered(cell("", "<figure class=output>" + figure.svg() + "</figure>"));
            assertEquals("Figure 1 T", page.select("figcaption").text(), figure.toString());
            assertEquals(0, page.select("svg text:matchesOwn(^T$)").size(), figure.toString());
        }
    }

    @Test
    void aTitleThatIsDrawnInAnotherWayStaysInThePicture() {
        var page = numbered(
                cell("", "<figure class=output><svg><title>T</title><rect/><g><text y=9>T</text></g></svg></figure>"));
        assertEquals("Figure 1", page.select("figcaption").text());
        assertEquals("T", page.select("svg text").text());
    }

    @Test
    void theCellsOwnCaptionComesFirst() {
        var page = numbered(cell("", PICTURE + PICTURE + "<div class=caption><p>All <em>mistakes</em></p></div>"));
        assertEquals(
                List.of("Figure 1", "Figure 2 All mistakes"),
                page.select("figcaption").eachText());
        assertEquals("mistakes", page.select("figcaption em").text());
        assertEquals(0, page.select(".caption").size());
    }

    @Test
    void picturesToLeafThroughAreOneFigure() {
        var page = numbered(cell(
                "",
                "<div class='output html'><div class=lectern-frames><figure>1</figure><figure>2</figure></div></div>"));
        assertEquals(
                List.of("Figure 1"), page.select("figure.output > figcaption").eachText());
        assertEquals(
                2, page.select(".lectern-frames figure:not(:has(figcaption))").size());
    }

    @Test
    void linksSayTheNumberOfTheFigureThatTheyName() {
        var page = numbered("<a href='#late'>Figure</a> <a href='#late'>figure</a> <a href='#late'>the last one</a>"
                + cell("", PICTURE) + cell("data-name=late", PICTURE));
        References.complete(page, "01-x");
        assertEquals(
                List.of("Figure 2", "figure 2", "the last one"),
                page.select("body > main > a").eachText());
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() {
        var page = numbered("<a href='#gone'>Figure</a>" + cell("", PICTURE));
        var refusal = assertThrows(NotesException.class, () -> References.complete(page, "01-x"));
        assertEquals(
                "01-x: expected a heading or a figure for the link [Figure](#gone), found none; give the figure's cell"
                        + " \"name\": \"gone\" in its metadata",
                refusal.getMessage());
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        var refusal = assertThrows(
                NotesException.class, () -> numbered(cell("data-name=a", PICTURE) + cell("data-name=a", PICTURE)));
        assertEquals(
                "01-x: expected one place named a, found two; rename the figure in its cell's metadata",
                refusal.getMessage());
    }

    private static String cell(String attributes, String outputs) {
        return "<section class=code " + attributes + ">" + outputs + "</section>";
    }

    private static Document numbered(String content) {
        Document page = Jsoup.parse("<main>" + content + "</main>");
        FigureNumbers.give(page, "01-x");
        return page;
    }
}
