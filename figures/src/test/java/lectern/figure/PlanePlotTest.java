package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanePlotTest {

    private static PlanePlot plot(Axis xAxis, Axis yAxis, double[] xs, double[] ys) {
        var look = new SeriesLayer.Look(0, true, false, false, false);
        var layer = new SeriesLayer(new Series("", xs, ys), look);
        return new PlanePlot("Line chart", Labels.NONE, xAxis, yAxis, null, null, null, List.of(layer));
    }

    private static List<Rectangle2D> ticks(PlanePlot plot) {
        return plot.drawing(Theme.LIGHT).marks().stream()
                .filter(mark ->
                        mark instanceof Mark.Words words && words.color().equals(Theme.LIGHT.quietInk()))
                .map(mark -> Letters.outline((Mark.Words) mark).getBounds2D())
                .toList();
    }

    /// The labels below the plot: those in the lowest line.
    private static List<Rectangle2D> xTicks(PlanePlot plot) {
        double lowest =
                ticks(plot).stream().mapToDouble(Rectangle2D::getCenterY).max().orElseThrow();
        return ticks(plot).stream().filter(box -> lowest - box.getCenterY() < 6).toList();
    }

    private static double[] counted(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 6})
    void fewEpochsHaveATickEach(int epochs) {
        var plot = plot(
                Axis.LINEAR,
                Axis.LINEAR,
                counted(epochs),
                new Random(1).doubles(epochs).toArray());
        assertEquals(epochs, xTicks(plot).size());
    }

    @Test
    void ticksAreFewAndApartWhateverTheRange() {
        var random = new Random(7);
        for (Axis axis : Axis.values()) {
            for (int i = 0; i < 100; i++) {
                double scale = Math.pow(10, random.nextInt(24) - 12);
                double[] xs = random.doubles(20, scale, 10 * scale).toArray();
                double[] ys = random.doubles(20, scale, (2 + random.nextInt(1000)) * scale)
                        .toArray();
                var plot = plot(axis, axis, xs, ys);
                var xTicks = xTicks(plot);
                int yTicks = ticks(plot).size() - xTicks.size();
                assertTrue(xTicks.size() >= 2 && xTicks.size() <= 12, xTicks.size() + " on x, " + axis + " " + scale);
                assertTrue(yTicks >= 2 && yTicks <= 12, yTicks + " on y, " + axis + " " + scale);
                for (int k = 1; k < xTicks.size(); k++) {
                    assertTrue(xTicks.get(k).getMinX() > xTicks.get(k - 1).getMaxX(), "overlap, " + axis + " " + scale);
                }
            }
        }
    }

    @Test
    void thirtyDecadesHaveAFewTicks() {
        var plot = plot(
                Axis.LINEAR,
                Axis.LOGARITHMIC,
                counted(31),
                IntStream.range(0, 31).mapToDouble(i -> Math.pow(10, -i)).toArray());
        int yTicks = ticks(plot).size() - xTicks(plot).size();
        assertTrue(yTicks >= 4 && yTicks <= 12, yTicks + " ticks");
    }

    @Test
    void nothingIsDrawnOutsideThePicture() {
        var plot = plot(Axis.LINEAR, Axis.LINEAR, counted(9), new double[] {-1e9, 3, 1e9, 0, 5, 7, 8, 1, 2});
        var page = new Rectangle2D.Double(0, 0, 640, 400);
        assertTrue(ticks(plot).stream().allMatch(page::contains));
    }

    @Test
    void longWordsAreCutAndDoNotMeet() {
        String name = "a name that is much too long for the picture, ".repeat(4);
        var chart = Figures.chart()
                .title(name)
                .x(name)
                .y(name)
                .line("a", new double[] {1, 2})
                .line("b", new double[] {2, 3});
        var page = new Rectangle2D.Double(0, 0, 640, 400);
        var boxes = chart.snapshot().drawing(Theme.LIGHT).marks().stream()
                .filter(Mark.Words.class::isInstance)
                .map(mark -> Letters.outline((Mark.Words) mark).getBounds2D())
                .toList();
        for (int i = 0; i < boxes.size(); i++) {
            assertTrue(page.contains(boxes.get(i)), boxes.get(i).toString());
            for (int k = 0; k < i; k++) {
                assertTrue(!boxes.get(i).intersects(boxes.get(k)), i + " and " + k);
            }
        }
    }
}
