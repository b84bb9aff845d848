package lectern.figure;

import static lectern.figure.Figures.chart;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LineChartTest {

    private static String description(Figure figure) {
        return new Svg(figure.svg()).text("desc");
    }

    @Test
    void addsOnePointToEachNamedSeries() {
        var chart = chart("training loss", "test accuracy").x("epoch");
        chart.add(1, 0.5, 0.9).add(2, 0.25, 0.95);
        assertEquals(
                "Line chart of 2 series. The horizontal axis shows epoch."
                        + " training loss: 2 points, x 1 to 2, y 0.25 to 0.5, from 0.5 to 0.25."
                        + " test accuracy: 2 points, x 1 to 2, y 0.9 to 0.95, from 0.9 to 0.95.",
                description(chart));
    }

    @Test
    void refusesAnotherNumberOfValuesAndKeepsWhatThereWas() {
        var chart = chart("training loss", "test accuracy").add(1, 0.5, 0.9);
        String before = chart.svg();
        var refused = assertThrows(IllegalArgumentException.class, () -> chart.add(2, 0.25));
        assertEquals("chart: expected 2 values after x (training loss, test accuracy), found 1", refused.getMessage());
        assertEquals(before, chart.svg());
    }

    @Test
    void refusesToAddWhereNoSeriesIsNamed() {
        var refused = assertThrows(IllegalArgumentException.class, () -> chart().add(1, 2));
        assertEquals(
                "chart: expected series to add to, found none; name them first, as in chart(\"training loss\"), or use"
                        + " line(name, xs, ys)",
                refused.getMessage());
    }

    @Test
    void refusesANameTwice() {
        var refused = assertThrows(IllegalArgumentException.class, () -> chart("loss", "loss"));
        assertEquals("chart: expected each series named once, found loss twice", refused.getMessage());
    }

    @Test
    void refusesColumnsOfDifferentLength() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> chart().line("loss", new double[3], new double[2]));
        assertEquals("chart: expected as many y as x for loss (3), found 2", refused.getMessage());
    }

    @Test
    void aLineIsTheSameFromArraysAndLists() {
        String fromDoubles =
                chart().line("a", new double[] {1, 2}, new double[] {0.5, 0.25}).svg();
        assertEquals(
                fromDoubles,
                chart().line("a", new float[] {1, 2}, new float[] {0.5f, 0.25f}).svg());
        assertEquals(
                fromDoubles,
                chart().line("a", List.of(1, 2), List.of(0.5, 0.25)).svg());
        assertEquals(fromDoubles, chart().line("a", new double[] {0.5, 0.25}).svg());
        assertEquals(fromDoubles, chart().line("a", new float[] {0.5f, 0.25f}).svg());
        assertEquals(fromDoubles, chart().line("a", List.of(0.5, 0.25)).svg());
    }

    @Test
    void aLineOfTheSameNameReplacesTheOneBefore() {
        var chart = chart("a").add(1, 1).line("a", new double[] {7});
        assertEquals("Line chart of 1 series. a: 1 point, x 1, y 7.", description(chart));
        chart.add(2, 8);
        assertEquals("Line chart of 1 series. a: 2 points, x 1 to 2, y 7 to 8, from 7 to 8.", description(chart));
    }

    @Test
    void laterChangesOfAnArrayDoNotReachTheChart() {
        double[] ys = {1, 2};
        var chart = chart().line("a", ys);
        String before = chart.svg();
        ys[0] = 5;
        assertEquals(before, chart.svg());
    }

    @Test
    void numbersWithoutAPlaceMakeGaps() {
        var chart = chart().line("a", new double[] {1, Double.NaN, 3, Double.POSITIVE_INFINITY, 5});
        assertEquals(
                "Line chart of 1 series. a: 3 points, x 1 to 5, y 1 to 5, from 1 to 5, and 2 without a place on the"
                        + " axes.",
                description(chart));
        var broken = chart().line("a", new double[] {1, Double.NaN, 2}, new double[] {1, 1, 1});
        assertTrue(description(broken).contains("2 points"));
        assertTrue(broken.png().length > 0);
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatIsNotPositiveAndTicksAtDecades() {
        var chart = chart().logY().line("a", new double[] {0.02, 0, 0.5, -1});
        assertEquals(
                "Line chart of 1 series. The vertical axis shows the numbers, logarithmic."
                        + " a: 2 points, x 1 to 3, y 0.02 to 0.5, from 0.02 to 0.5, and 2 without a place on the axes.",
                description(chart));
    }

    @Test
    void emptyChartsAndSinglePointsAreDrawn() {
        assertEquals("Line chart of 1 series. loss: no points.", description(chart("loss")));
        assertEquals("Line chart of 0 series.", description(chart()));
        assertTrue(chart("loss").add(3, 0.5).png().length > 0);
        assertTrue(chart("loss").logX().logY().add(3, 0.5).png().length > 0);
        assertTrue(chart("loss").add(0, 0).png().length > 0);
        assertTrue(
                chart("", "b").title("").add(1e300, 1e300, -1e300).add(1, 1, 1).png().length > 0);
        assertTrue(chart("a").add(0, Double.MIN_VALUE).png().length > 0);
    }

    @Test
    void textShowsTitleLegendAxesAndPoints() {
        var chart = chart("a", "b").title("‖g‖ at η = 1").x("epoch").y("loss");
        for (int epoch = 1; epoch <= 3; epoch++) {
            chart.add(epoch, epoch, 4 - epoch);
        }
        assertEquals("""
                ||g|| at eta = 1
                * a   o b
                loss
                3 | o..                                                      ..*
                  |    ....                                              ....
                  |        ....                                      ....
                  |            ....                              ....
                  |                .....                     ....
                  |                     ....             ....
                  |                         ....     ....
                2 |                             ..o..
                  |                         ....     ....
                  |                     ....             ....
                  |                 ....                     ....
                  |            .....                             ....
                  |        ....                                      ....
                  |    ....                                              ....
                1 | *..                                                      ..o
                  +-------------------------------------------------------------
                    1                          epoch                           3""", chart.text());
    }

    @Test
    void changesReturnTheChartItself() {
        var chart = chart("a");
        assertSame(chart, chart.title("t").x("x").y("y").logX().logY().add(1, 1));
        assertEquals("t", chart.title());
    }

    @Test
    void oneThreadMayAddWhileAnotherDraws() throws InterruptedException {
        var chart = chart("loss");
        var drawn = new CountDownLatch(1);
        int points = 5000;
        var training = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < points; i++) {
                chart.add(i, 1.0 / (i + 1));
            }
            drawn.countDown();
        });
        do {
            new Svg(chart.svg());
        } while (drawn.getCount() > 0);
        training.join();
        assertTrue(description(chart).contains(points + " points"));
    }
}
