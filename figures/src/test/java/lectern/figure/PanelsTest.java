package lectern.figure;

import static lectern.figure.Figures.chart;
import static lectern.figure.Figures.panels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PanelsTest {

    private static LineChart line(double... ys) {
        return chart().x("step").y("loss").line("a", ys).line("b", ys);
    }

    private static List<Element> words(Figure figure, String words) {
        return new Svg(figure.svg())
                .all("text").stream()
                        .filter(text -> text.getTextContent().equals(words))
                        .toList();
    }

    @Test
    void sharedAxesHaveOneRangeAndNamesAtTheOutside() {
        var apart = panels(line(1, 2), line(10, 20), line(1, 2), line(10, 20)).columns(2);
        assertEquals(4, words(apart, "step").size());
        assertEquals(4, words(apart, "loss").size());
        var shared = apart.shareX().shareY();
        assertEquals(2, words(shared, "step").size());
        assertEquals(2, words(shared, "loss").size());
        assertEquals(2, words(shared, "20").size(), "on the first chart of each row, also that of small numbers");
    }

    @Test
    void planesInAColumnAreBelowOneAnother() {
        var drawing =
                panels(line(1, 2), line(100_000, 200_000)).columns(1).snapshot().drawing(Theme.LIGHT);
        var grids = drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Line line
                        && line.color().equals(Theme.LIGHT.grid())
                        && line.stroke().getLineWidth() == 1)
                .map(mark -> ((Mark.Line) mark).shape().getBounds2D())
                .toList();
        assertEquals(2, grids.size());
        assertEquals(grids.get(0).getMinX(), grids.get(1).getMinX());
        assertEquals(grids.get(0).getWidth(), grids.get(1).getWidth());
    }

    @Test
    void theSameLegendStandsOnce() {
        assertEquals(1, words(panels(line(1, 2), line(2, 3)), "a").size());
        assertEquals(
                2,
                words(panels(line(1, 2), line(2, 3).line("c", new double[] {1})), "a")
                        .size());
    }

    @Test
    void textIsThatOfAll() {
        var one = line(1, 2).title("one");
        var other = Gallery.digits();
        assertEquals(
                "both\n\n" + one.text() + "\n\n" + other.text(),
                panels(one, other).title("both").text());
        assertTrue(new Svg(panels(one, other).svg()).text("desc").startsWith("2 panels. one: Line chart of 2 series."));
    }

    @Test
    void refusesToShareAxesOfTwoKindsAndToShowNothing() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> panels(line(1, 2).logY(), line(1, 2)).shareY().svg());
        assertEquals(
                "panels: expected y axes of one kind to share, found a linear and a logarithmic one",
                refused.getMessage());
        assertEquals(
                "panels: expected at least one figure, found none",
                assertThrows(IllegalArgumentException.class, Figures::panels).getMessage());
    }
}
