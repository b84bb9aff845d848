package lectern.figure;

/// The figures, as a notebook asks for them: import these methods statically.
public final class Figures {

    private Figures() {}

    /// A chart of lines: `chart("training loss", "test accuracy").x("epoch")`.
    ///
    /// @param series what [LineChart#add] takes a value for; none if only whole lines are drawn
    /// @throws IllegalArgumentException if a name comes twice
    public static LineChart chart(String... series) {
        return new LineChart(series);
    }

    /// A chart of clouds of points: `scatter().points(twoMoons(200, 0.1, 7).train())`.
    public static ScatterChart scatter() {
        return new ScatterChart();
    }

    /// A chart of bars: `bars("reference", "vector").add("matmul", 210, 12)`.
    ///
    /// @param series what [BarChart#add] takes a value for; none for a single one without a name
    public static BarChart bars(String... series) {
        return new BarChart(series);
    }

    /// A grid of small pictures: `imageGrid(28, 28).row("wrong", images, predictions)`.
    ///
    /// @param height of each picture, in pixels
    /// @param width of each picture, in pixels
    /// @throws lectern.nn.tensor.ShapeException if one of them is not at least 1
    public static ImageGrid imageGrid(int height, int width) {
        return new ImageGrid(height, width);
    }
}
