package lectern.figure;

import static lectern.figure.Figures.chart;
import static lectern.figure.Figures.imageGrid;
import static lectern.figure.Figures.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SvgWriterTest {

    private static LineChart twoLines(int points) {
        double[] x = new double[points];
        double[] a = new double[points];
        double[] b = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i;
            a[i] = 2.3 * Math.exp(-i / 40.0) + 0.1 * Math.sin(7.0 * i);
            b[i] = 2.3 * Math.exp(-i / 60.0) + 0.1 * Math.sin(5.0 * i);
        }
        return chart().title("Loss of two learning rates")
                .x("step")
                .y("loss, nats")
                .line("learning rate 0.1", x, a)
                .line("learning rate 0.01", x, b);
    }

    private static int bytes(Figure figure) {
        return figure.svg().getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void anOrdinaryChartIsSmall() {
        assertTrue(bytes(twoLines(200)) < 30_000, "two lines of 200 points");
        assertTrue(bytes(twoLines(40)) < 30_000, "two lines of 40 points with markers");
    }

    @Test
    void aCloudIsSmallThoughEachPointStandsAlone() {
        var random = new Random(1);
        var cloud = scatter();
        for (String name : List.of("class 0", "class 1")) {
            double[] xs = random.doubles(200).toArray();
            cloud.points(name, xs, random.doubles(200).toArray());
        }
        assertTrue(bytes(cloud) < 30_000, "two clouds of 200 points");
    }

    @Test
    void aLineIsOnePath() {
        var svg = new Svg(twoLines(200).svg());
        long lines = svg.all("path").stream()
                .filter(path -> path.getParentNode() instanceof Element group
                        && group.getAttribute("stroke").equals("#0072b2"))
                .count();
        assertEquals(2, lines, "the line and its sign in the legend");
    }

    @Test
    void saysItsSizeAndWhatItShows() {
        var svg = new Svg(twoLines(200).svg());
        assertEquals("640", svg.root().getAttribute("width"));
        assertEquals("400", svg.root().getAttribute("height"));
        assertEquals("0 0 640 400", svg.root().getAttribute("viewBox"));
        assertEquals("img", svg.root().getAttribute("role"));
        assertEquals("Loss of two learning rates", svg.text("title"));
        assertTrue(svg.text("desc").startsWith("Line chart of 2 series. The horizontal axis shows step. "));
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertEquals(twoLines(200).svg(), twoLines(200).svg());
    }

    @Test
    void leavesNoTraceOnThePageAroundIt() {
        var svg = new Svg(twoLines(200).svg());
        assertTrue(svg.all("style").isEmpty());
        assertTrue(svg.all("script").isEmpty());
        assertTrue(svg.all("*").stream()
                .allMatch(element -> element.getAttribute("class").isEmpty()));
    }

    @Test
    void hasABackgroundOfItsOwn() {
        var first = new Svg(twoLines(200).svg())
                .all("rect").stream()
                        .filter(rect -> rect.getAttribute("width").equals("640"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("#ffffff", first.getAttribute("fill"));
        assertEquals("6", first.getAttribute("rx"));
    }

    @Test
    void wordsMayHoldMarkupAndCharactersThatXmlRefuses() {
        var grid =
                imageGrid(1, 1).title("a < b & \"c\" > \u0001\uD800").row("<&>", Tensor.of(new float[][] {{1}}), "<x>");
        var svg = new Svg(grid.svg());
        assertEquals("a < b & \"c\" > \uFFFD\uFFFD", svg.text("title"));
        assertEquals("a < b & \"c\" > \uFFFD\uFFFD", svg.all("text").getLast().getTextContent());
        assertEquals("<x>", svg.text("text"));
    }

    @Test
    void whatLetsThroughIsNotJoined() {
        var faint = new Color(255, 0, 0, 51);
        var stroke = new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        var drawing = Drawing.of(10, 10, Color.WHITE, g -> {
            g.setColor(faint);
            g.setStroke(stroke);
            g.draw(new Line2D.Double(3, 3, 3, 3));
            g.draw(new Line2D.Double(4, 4, 4, 4));
        });
        String svg = SvgWriter.write(drawing, "", "");
        assertTrue(
                svg.contains("<g fill=\"none\" stroke=\"#ff0000\" stroke-opacity=\".2\" stroke-width=\"4\""
                        + " stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
                        + "<path d=\"M3 3h0\"/>\n<path d=\"M4 4h0\"/>\n</g>"),
                svg);
    }

    @Test
    void aClipIsASvgInTheSvgForAllThatHaveIt() {
        var drawing = Drawing.of(10, 10, Color.WHITE, g -> {
            g.setClip(new Rectangle(1, 2, 3, 4));
            g.fillRect(0, 0, 10, 10);
            g.fillRect(0, 0, 5, 5);
            g.setClip(null);
            g.fillRect(0, 0, 1, 1);
        });
        var svg = new Svg(SvgWriter.write(drawing, "", ""));
        assertEquals(2, svg.all("svg").size());
        Element inner = svg.all("svg").getLast();
        assertEquals("1 2 3 4", inner.getAttribute("viewBox"));
        assertEquals(2, inner.getElementsByTagName("path").getLength());
        assertEquals(3, svg.all("path").size());
    }

    @Test
    void longWordsSayHowWideTheyAreAndTurnedOnesHowFar() {
        var words = new Mark.Words("accuracy", 10, 50, 12, false, Color.BLACK, Mark.Anchor.MIDDLE, -90);
        var text = new Svg(SvgWriter.write(new Drawing(20, 100, Color.WHITE, List.of(words)), "", ""))
                .all("text")
                .getFirst();
        assertEquals(Letters.width("accuracy", 12), Double.parseDouble(text.getAttribute("textLength")), 0.06);
        assertEquals("rotate(-90 10 50)", text.getAttribute("transform"));
    }

    @Test
    void fewPointsSayTheirNumbersToTheMouseManyDoNot() {
        var few = new Svg(chart("loss").add(1, 0.5).add(2, 0.25).svg());
        var hints = few.all("rect").stream()
                .filter(rect -> rect.getElementsByTagName("title").getLength() == 1)
                .map(Element::getTextContent)
                .toList();
        assertEquals(List.of("loss: 1, 0.5", "loss: 2, 0.25"), hints);
        assertEquals(1, new Svg(twoLines(200).svg()).all("title").size());
    }
}
