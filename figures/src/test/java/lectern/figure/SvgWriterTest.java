package lectern.figure;

import static lectern.figure.Figures.chart;
import static lectern.figure.Figures.imageGrid;
import static lectern.figure.Figures.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        assertEquals(
                svg.all("title").getFirst().getAttribute("id") + " "
                        + svg.all("desc").getFirst().getAttribute("id"),
                svg.root().getAttribute("aria-labelledby"));
    }

    @Test
    void everyReferenceLeadsToAnId() {
        var svg = new Svg(twoLines(40).svg());
        List<String> ids = svg.ids();
        assertFalse(svg.all("use").isEmpty());
        svg.all("use")
                .forEach(use -> assertTrue(ids.contains(use.getAttribute("href").substring(1))));
        svg.all("g").stream()
                .map(group -> group.getAttribute("clip-path"))
                .filter(clip -> !clip.isEmpty())
                .forEach(clip -> assertTrue(ids.contains(clip.substring("url(#".length(), clip.length() - 1))));
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        assertEquals(twoLines(200).svg(), twoLines(200).svg());
    }

    @Test
    void differentFiguresShareNoId() {
        var one = new Svg(twoLines(200).svg()).ids();
        var other = new Svg(twoLines(201).svg()).ids();
        assertTrue(one.stream().noneMatch(other::contains));
        var renamed = new Svg(twoLines(200).title("Another").svg()).ids();
        assertTrue(one.stream().noneMatch(renamed::contains));
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
        var drawing = Drawing.of(10, 10, g -> {
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
    void clipsAreKeptAndWrittenOnce() {
        var drawing = Drawing.of(10, 10, g -> {
            g.setClip(new Rectangle(1, 2, 3, 4));
            g.fillRect(0, 0, 10, 10);
            g.setColor(Color.RED);
            g.fillRect(0, 0, 5, 5);
        });
        var svg = new Svg(SvgWriter.write(drawing, "", ""));
        assertEquals(1, svg.all("clipPath").size());
        assertEquals(2, svg.all("g").size());
    }
}
