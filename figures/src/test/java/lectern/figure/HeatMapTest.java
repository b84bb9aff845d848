package lectern.figure;

import static lectern.figure.Figures.heatMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HeatMapTest {

    private static final double[][] FOUR = {{1, -2}, {0.5, Double.NaN}};

    @Test
    void cellsHaveTheColoursOfTheirNumbers() throws IOException {
        var plot = heatMap(FOUR).diverging().snapshot().drawing(Theme.LIGHT);
        BufferedImage image = plot.marks().stream()
                .filter(Mark.Picture.class::isInstance)
                .map(mark -> ((Mark.Picture) mark).image())
                .findFirst()
                .orElseThrow();
        assertEquals(ColorMap.DIVERGING.at(0).getRGB(), image.getRGB(1, 0));
        assertEquals(ColorMap.DIVERGING.at(0.75).getRGB(), image.getRGB(0, 0));
        assertEquals(Theme.LIGHT.grid().getRGB(), image.getRGB(1, 1));
        var png =
                ImageIO.read(new ByteArrayInputStream(heatMap(FOUR).diverging().png()));
        assertEquals(2 * plot.width(), png.getWidth());
    }

    @Test
    void textShowsFewNumbersAsNumbers() {
        assertEquals(
                """
                weights
                     x    y
                a    1   -2
                b  0.5  NaN
                rows: unit, columns: input""",
                heatMap(FOUR)
                        .title("weights")
                        .rows("a", "b")
                        .columns("x", "y")
                        .x("input")
                        .y("unit")
                        .text());
    }

    @Test
    void textShowsManyNumbersAsShades() {
        double[][] steps = new double[2][20];
        for (int i = 0; i < 20; i++) {
            steps[0][i] = i < 10 ? 0 : 1;
            steps[1][i] = 0.5;
        }
        assertEquals(
                "|" + " ".repeat(20) + "@".repeat(20) + "|\n|" + "+".repeat(40) + "|\nfrom 0 ( ) to 1 (@)",
                heatMap(steps).text());
        assertTrue(heatMap(steps).text(TextStyle.BRAILLE).startsWith("|" + " ".repeat(20) + "█".repeat(20) + "|"));
    }

    @Test
    void aConfusionMatrixSaysItsCounts() {
        var matrix = ConfusionMatrix.of(2, new int[] {0, 0, 1}, new int[] {0, 1, 1});
        var svg = new Svg(heatMap(matrix).svg());
        var words = svg.all("text").stream().map(Element::getTextContent).toList();
        assertTrue(words.containsAll(List.of("predicted class", "true class", "examples")));
        assertEquals(3, words.stream().filter("1"::equals).count() - 3, "three counts, two names and a tick");
        assertEquals(
                "Heat map of 2 rows and 2 columns, colours from 0 to 1. The rows show true class. The columns show"
                        + " predicted class.",
                svg.text("desc"));
    }

    @Test
    void aMatrixIsTheSameFromArraysAndTensors() {
        assertEquals(
                heatMap(new double[][] {{1, 2, 3}}).svg(),
                heatMap(new float[][] {{1, 2, 3}}).svg());
        assertEquals(
                heatMap(new double[][] {{1, 2, 3}}).svg(),
                heatMap(Tensor.of(new float[][] {{1, 2, 3}})).svg());
    }

    @Test
    void laterChangesOfAnArrayDoNotReachTheMap() {
        double[][] values = {{1, 2}};
        var map = heatMap(values);
        String before = map.svg();
        values[0][0] = 7;
        assertEquals(before, map.svg());
    }

    @Test
    void everyShapeHasRoomToBeSeen() {
        for (int[] size : new int[][] {{1, 1}, {1, 300}, {300, 1}, {600, 900}, {2, 50}}) {
            var drawing =
                    heatMap(new double[size[0]][size[1]]).title("t").snapshot().drawing(Theme.LIGHT);
            var place = drawing.marks().stream()
                    .filter(Mark.Picture.class::isInstance)
                    .map(mark -> ((Mark.Picture) mark).place())
                    .findFirst()
                    .orElseThrow();
            assertTrue(place.getWidth() >= 14 && place.getHeight() >= 14, size[0] + " by " + size[1] + ": " + place);
            assertTrue(drawing.width() < 700 && drawing.height() < 500 && drawing.height() > 120);
        }
    }

    @Test
    void wordsBesideFewRowsAreNotCut() {
        var drawing = heatMap(new double[2][50])
                .title("two rows")
                .y("which of the two sequences was read")
                .key("mean activation of the hidden units over all steps")
                .snapshot()
                .drawing(Theme.LIGHT);
        var page = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
        for (Mark mark : drawing.marks()) {
            if (mark instanceof Mark.Words words) {
                assertTrue(page.contains(Letters.outline(words).getBounds2D()), words.words());
            }
        }
    }

    @Test
    void refusesWhatIsNoMatrix() {
        assertRefused(
                "heatMap: expected a matrix of at least one row and column, all rows of one length, found rows of"
                        + " lengths [2, 1]",
                () -> heatMap(new double[][] {{1, 2}, {3}}));
        assertRefused(
                "heatMap: expected a matrix (rows, columns), found (2, 2, 2)", () -> heatMap(Tensor.zeros(2, 2, 2)));
        assertRefused(
                "heatMap: expected 2 names of rows, found 1",
                () -> heatMap(FOUR).rows("a"));
        assertThrows(IllegalArgumentException.class, () -> heatMap(FOUR).range(1, 1));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(message, assertThrows(ShapeException.class, call::run).getMessage());
    }
}
