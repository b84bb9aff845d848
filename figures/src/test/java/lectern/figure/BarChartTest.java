package lectern.figure;

import static lectern.figure.Figures.bars;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static String description(Figure figure) {
        return new Svg(figure.svg()).text("desc");
    }

    @Test
    void textShowsABarWithItsNumberForEachValue() {
        var chart = bars("reference", "vector")
                .title("One step")
                .y("ms")
                .add("matmul", 200, 10)
                .add("tanh", 50, Double.NaN);
        assertEquals("""
                One step
                ms
                matmul  reference | ######################################## 200
                        vector    | ## 10
                tanh    reference | ########## 50
                        vector    | NaN""", chart.text());
    }

    @Test
    void descriptionNamesEachValue() {
        assertEquals(
                "Bar chart of 2 categories. The vertical axis shows seconds, logarithmic."
                        + " weight perturbation: 83.2. back-propagation: 0.0021.",
                description(bars().logY()
                        .y("seconds")
                        .add("weight perturbation", 83.2)
                        .add("back-propagation", 0.0021)));
    }

    @Test
    void aCategoryOfTheSameNameIsReplaced() {
        assertEquals(
                "a | ######################################## 2",
                bars().add("a", 1).add("a", 2).text());
    }

    @Test
    void refusesAnotherNumberOfValues() {
        var several = assertThrows(
                IllegalArgumentException.class, () -> bars("a", "b").add("c", 1));
        assertEquals("bars: expected 2 values for c (a, b), found 1", several.getMessage());
        var single = assertThrows(IllegalArgumentException.class, () -> bars().add("c"));
        assertEquals("bars: expected 1 value for c, found 0", single.getMessage());
    }

    @Test
    void barsBelowZeroAndEmptyChartsAreDrawn() {
        assertEquals(
                "a | -------------------- -1\nb | ######################################## 2",
                bars().add("a", -1).add("b", 2).text());
        assertTrue(bars().add("a", -1).add("b", 2).png().length > 0);
        assertTrue(bars().add("a", 0).png().length > 0);
        assertTrue(bars().logY().add("a", 0).png().length > 0);
        assertTrue(
                bars().add("a", Double.NaN).add("b", Double.NEGATIVE_INFINITY).png().length > 0);
        assertEquals("(no bars)", bars().text());
        assertEquals("Bar chart of 0 categories.", description(bars()));
    }

    @Test
    void everyCategoryIsNamedThoughNamesAreLong() {
        var categories = IntStream.range(0, 8)
                .mapToObj(i -> new BarPlot.Category("stochastic gradient descent " + i, List.of(1.0 + i)))
                .toList();
        var plot = new BarPlot(Labels.NONE, Axis.LINEAR, List.of(""), categories);
        var names = plot.drawing(Theme.LIGHT).marks().stream()
                .filter(mark -> mark instanceof Mark.Fill fill && fill.color().equals(Theme.LIGHT.quietInk()))
                .map(mark -> ((Mark.Fill) mark).shape().getBounds2D())
                .filter(box -> box.getCenterY() > 300)
                .toList();
        assertEquals(8, names.size());
        assertTrue(names.stream().allMatch(box -> box.getMinX() > 0 && box.getMaxY() < BarPlot.HEIGHT));
    }
}
