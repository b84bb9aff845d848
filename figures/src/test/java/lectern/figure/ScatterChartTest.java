package lectern.figure;

import static lectern.figure.Figures.scatter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScatterChartTest {

    private static final Tensor CORNERS = Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

    private static String description(Figure figure) {
        return new Svg(figure.svg()).text("desc");
    }

    @Test
    void examplesGiveACloudPerClassInTheOrderOfTheLabels() {
        var chart = scatter().points(Examples.labelled(CORNERS, 1, 0, 0, 1), "different");
        assertEquals(
                "Scatter chart of 2 series. different: 2 points, x 0 to 1, y 0 to 1."
                        + " class 1: 2 points, x 0 to 1, y 0 to 1.",
                description(chart));
    }

    /// In PDF, which pages are printed to, a line without length has no square ends.
    @Test
    void squaresAreLinesWithADirection() {
        double[] xs = IntStream.range(0, 500).mapToDouble(i -> i * 0.01).toArray();
        String svg = scatter().points("a", xs, xs).points("b", xs, xs).svg();
        String squares = svg.substring(svg.indexOf("stroke-linecap=\"square\""));
        assertTrue(squares.contains("h.1\"") || squares.contains("h.2\""), squares);
        assertFalse(squares.substring(0, squares.indexOf("</g>")).contains("h0"), squares);
    }

    @Test
    void aCloudIsTheSameFromArraysListsAndMatrices() {
        String expected = scatter()
                .points("a", new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1})
                .svg();
        assertEquals(expected, scatter().points("a", CORNERS).svg());
        assertEquals(
                expected,
                scatter()
                        .points("a", new float[] {0, 0, 1, 1}, new float[] {0, 1, 0, 1})
                        .svg());
        assertEquals(
                expected,
                scatter().points("a", List.of(0, 0, 1, 1), List.of(0, 1, 0, 1)).svg());
    }

    @Test
    void refusesWhatIsNotAPlane() {
        var points = assertThrows(ShapeException.class, () -> scatter().points("a", Tensor.zeros(4, 3)));
        assertEquals("scatter: expected points (count, 2), found (4, 3)", points.getMessage());
        var labels = assertThrows(
                ShapeException.class, () -> scatter().points(new Examples(Tensor.zeros(4, 2), Tensor.zeros(4, 1))));
        assertEquals("scatter: expected labels (count), found (4, 1)", labels.getMessage());
        var columns =
                assertThrows(IllegalArgumentException.class, () -> scatter().points("a", new double[1], new double[2]));
        assertEquals("scatter: expected as many y as x for a (1), found 2", columns.getMessage());
    }

    @Test
    void pointsWithoutAPlaceAreLeftOut() {
        var chart = scatter().logX().points("a", new double[] {-1, 10, 100}, new double[] {1, Double.NaN, 3});
        assertEquals(
                "Scatter chart of 1 series. The horizontal axis shows the numbers, logarithmic."
                        + " a: 1 point, x 100, y 3, and 2 without a place on the axes.",
                description(chart));
    }

    @Test
    void emptyChartsAreDrawn() {
        assertTrue(scatter().png().length > 0);
        assertEquals("Scatter chart of 0 series.", description(scatter()));
    }
}
