package lectern.figure;

import static lectern.figure.Figures.chart;
import static lectern.figure.Figures.histogram;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PlaneChartTest {

    private static String description(Figure figure) {
        return new Svg(figure.svg()).text("desc");
    }

    private static List<String> words(Figure figure) {
        return new Svg(figure.svg())
                .all("text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void aBandIsTheMeanWithADeviationToEachSide() {
        double[][] runs = {{1, 5}, {3, 5}, {5, 5}};
        assertArrayEquals(new double[] {3, 5}, Columns.means(runs, 2));
        assertArrayEquals(new double[] {2, 0}, Columns.deviations(runs, 2));
        double[] xs = {1, 2};
        assertEquals(
                chart().band("a", xs, new double[] {3, 5}, new double[] {2, 0}).svg(),
                chart().band("a", xs, runs).svg());
        var refused = assertThrows(
                IllegalArgumentException.class, () -> chart().band("a", xs, new double[][] {{1, 2}, {1, 2, 3}}));
        assertEquals("chart: expected as many y as x for a (2), found 3", refused.getMessage());
    }

    @Test
    void dashedAndThinChangeTheLineBeforeThem() {
        double[] ys = {1, 2};
        var svg = new Svg(chart().line("a", ys).dashed().thin().line("b", ys).svg());
        var dashed = svg.all("g").stream()
                .filter(group -> !group.getAttribute("stroke-dasharray").isEmpty())
                .toList();
        assertEquals(2, dashed.size(), "the line and its sign in the legend");
        assertTrue(dashed.stream()
                .allMatch(group -> group.getAttribute("stroke").equals("#0072b2")
                        && group.getAttribute("stroke-width").equals("1")));
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> Figures.scatter().points("p", ys, ys).dashed());
        assertEquals(
                "dashed: expected a line drawn before it, found none; call it after line(name, xs, ys)",
                refused.getMessage());
    }

    @Test
    void notesAndRulesAreWordsAndAreSeenWhole() {
        var chart = chart("a")
                .add(0, 0)
                .add(1, 1)
                .vertical(4, "N = 2D")
                .horizontal(-1, "floor")
                .note(2, 3, "here")
                .highlight(1, 1, "best");
        assertTrue(words(chart).containsAll(List.of("N = 2D", "floor", "here", "best")));
        assertEquals(
                "Line chart of 1 series. a: 2 points, x 0 to 1, y 0 to 1, from 0 to 1. Line at x = 4, N = 2D."
                        + " Line at y = -1, floor. Note at 2, 3: here. Ring at 1, 1: best.",
                description(chart));
    }

    @Test
    void wordsStandWhereTheyCoverNoLine() {
        double[] falling = {5, 1, 0.3, 0.25, 0.25};
        var drawing =
                chart().line("a", falling).horizontal(0.1, "floor").snapshot().drawing(Theme.LIGHT);
        var floor = drawing.marks().stream()
                .filter(mark ->
                        mark instanceof Mark.Words words && words.words().equals("floor"))
                .map(Mark.Words.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(Mark.Anchor.START, floor.anchor(), "at the left, as the line is low at the right");
    }

    @Test
    void aLogarithmicAxisSaysHowManyPointsItLeavesOut() {
        var chart = chart().logX().logY().line("a", new double[] {1, 10, 100}, new double[] {1, 0, -5});
        assertTrue(words(chart).contains("2 points ≤ 0 not shown"));
        assertTrue(chart.text().endsWith("\n2 points <= 0 not shown"), chart.text());
    }

    @Test
    void theRangeOfAnAxisCanBeSet() {
        var chart = chart().line("a", new double[] {1, 2, 3}, new double[] {1, 50, 3})
                .yRange(0, 10);
        assertTrue(words(chart).contains("10") && !words(chart).contains("50"));
        assertEquals(3, new Svg(chart.svg()).all("svg").size(), "the line and its markers, cut off at the edge");
        var order = assertThrows(IllegalArgumentException.class, () -> chart.xRange(2, 1));
        assertEquals("xRange: expected two numbers, the larger one last, found 2.0, 1.0", order.getMessage());
        var sign =
                assertThrows(IllegalArgumentException.class, () -> chart.logY().svg());
        assertEquals("yRange: expected positive numbers on a logarithmic axis, found [0.0, 10.0]", sign.getMessage());
    }

    @Test
    void aHistogramCountsEveryNumberOnce() {
        double[] values = {0, 0.1, 0.9, 1, 1, 2, Double.NaN};
        var bins = BinsLayer.of("", 0, values, 2);
        assertArrayEquals(new double[] {0, 1, 2}, bins.edges());
        assertArrayEquals(new int[] {3, 3}, bins.counts());
        assertEquals(6, Arrays.stream(BinsLayer.of("", 0, values, 0).counts()).sum());
        assertEquals(
                0, Arrays.stream(BinsLayer.of("", 0, new double[0], 0).counts()).sum());
        assertEquals(
                histogram(new float[] {1, 2, 3}).svg(),
                histogram(Tensor.of(1, 2, 3)).svg());
        assertThrows(IllegalArgumentException.class, () -> chart().histogram("a", values, 0));
        var counts = (PlanePlot) chart().histogram("", values, 2).logY().snapshot();
        assertEquals(Math.log10(0.5), counts.extent().y().min(), 1e-12, "below a bar of one");
    }

    @Test
    void brailleTextHasEightDotsToACharacter() {
        var lines =
                chart("a").add(0, 0).add(1, 1).text(TextStyle.BRAILLE).lines().toList();
        assertEquals("a", lines.get(0).strip().substring(2));
        assertTrue(lines.get(1).endsWith("⣀⡠⠤⠔⠒⠊⠉".substring(6)), lines.get(1));
        int dots = lines.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c >= 0x2800 && c < 0x2900)
                .map(c -> Integer.bitCount(c - 0x2800))
                .sum();
        assertEquals(120, dots, "one in each column of dots");
    }

    @Test
    void ofManyPointsOnlyThoseAreKeptThatCanBeSeen() {
        double[] ys = new double[100_000];
        for (int i = 0; i < ys.length; i++) {
            ys[i] = Math.sin(i);
        }
        ys[51_234] = 40;
        ys[70_000] = Double.NaN;
        var chart = chart().line("a", ys);
        assertTrue(chart.svg().length() < 60_000);
        assertTrue(description(chart).contains("99999 points")
                && description(chart).contains("to 40"));
        var series = new Series("", new double[5000], new double[5000]);
        Arrays.setAll(series.xs(), i -> i / 5000.0);
        Arrays.setAll(series.ys(), i -> i == 2500 ? 1 : 0.5);
        var plane = new Plane(
                Theme.LIGHT,
                new Rectangle2D.Double(0, 0, 100, 100),
                Axis.LINEAR,
                Axis.LINEAR,
                new Range(0, 1),
                new Range(0, 1),
                false,
                Taken.NOTHING);
        assertEquals(0, Polyline.of(series, plane).path().getBounds2D().getMinY(), "the spike");
    }

    @Test
    void aPathHasAHeadAtItsEnd() {
        Tensor points = Tensor.of(new float[][] {{0, 0}, {1, 1}, {2, 0}});
        var drawing = Figures.scatter().path("p", points).snapshot().drawing(Theme.LIGHT);
        long heads = drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Fill fill && fill.color().equals(Theme.LIGHT.color(0)))
                .count();
        assertEquals(2, heads, "one at each point after the first; a single series has no legend");
    }
}
