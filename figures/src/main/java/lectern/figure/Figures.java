package lectern.figure;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.metric.ConfusionMatrix;
import lectern.nn.metric.RocCurve;
import lectern.nn.recurrent.Recurrent;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.text.WordVectors;
import lectern.nn.train.History;

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

    /// A ROC curve, with the area under it, above the line of chance.
    public static LineChart chart(RocCurve curve) {
        return RocLines.of(curve);
    }

    /// A chart of clouds of points: `scatter().points(twoMoons(200, 0.1, 7))`.
    public static ScatterChart scatter() {
        return new ScatterChart();
    }

    /// A chart of bars: `bars("reference", "vector").add("matmul", 210, 12)`.
    ///
    /// @param series what [BarChart#add] takes a value for; none for a single one without a name
    public static BarChart bars(String... series) {
        return new BarChart(series);
    }

    /// How many of some values lie in each of some equal intervals: `histogram(weights).x("weight")`.
    public static LineChart histogram(double[] values) {
        return new LineChart().histogram("", values).y("count");
    }

    /// As with `double`.
    public static LineChart histogram(float[] values) {
        return histogram(Columns.doubles(values));
    }

    /// As with an array, of everything in a tensor.
    public static LineChart histogram(Tensor values) {
        return histogram(values.array());
    }

    /// Lines of equal value of a function: `contour((x, y) -> x * x + y * y, -1, 1, -1, 1).path("descent", points)`.
    ///
    /// @param f the function, of x and y
    /// @throws IllegalArgumentException if x0 < x1 and y0 < y1 does not hold
    public static FieldChart contour(DoubleBinaryOperator f, double x0, double x1, double y0, double y1) {
        return new FieldChart("contour", x0, x1, y0, y1).contour(f);
    }

    /// The class that a model would choose at each point: `regions(model, -1, 2, -1, 2).points(examples)`.
    ///
    /// @param model takes points (count, 2), puts out a score for each class
    /// @throws IllegalArgumentException if x0 < x1 and y0 < y1 does not hold
    /// @throws ShapeException if the model puts out fewer than two scores for a point
    public static FieldChart regions(Layer model, double x0, double x1, double y0, double y1) {
        return new FieldChart("regions", x0, x1, y0, y1).regions(model);
    }

    /// The class of each point, from a function: `regions((x, y) -> x * y > 0 ? 1 : 0, -1, 1, -1, 1)`.
    ///
    /// @param classOf gives 0, 1, 2, …
    /// @throws IllegalArgumentException if it gives another number, or x0 < x1 and y0 < y1 does not hold
    public static FieldChart regions(DoubleBinaryOperator classOf, double x0, double x1, double y0, double y1) {
        return new FieldChart("regions", x0, x1, y0, y1).regions(classOf);
    }

    /// Arrows that show a direction at each point: `quiver((x, y) -> -y, (x, y) -> x, -1, 1, -1, 1)`.
    ///
    /// @param u the part to the right, of x and y
    /// @param v the part upwards
    /// @throws IllegalArgumentException if x0 < x1 and y0 < y1 does not hold
    public static FieldChart quiver(
            DoubleBinaryOperator u, DoubleBinaryOperator v, double x0, double x1, double y0, double y1) {
        return new FieldChart("quiver", x0, x1, y0, y1).arrows(u, v);
    }

    /// A matrix as coloured cells: `heatMap(attention).rows(words).columns(words)`.
    ///
    /// @throws ShapeException if it is empty, or its rows have other lengths
    public static HeatMap heatMap(double[][] values) {
        return new HeatMap(values);
    }

    /// As with `double`.
    ///
    /// @throws ShapeException if it is empty, or its rows have other lengths
    public static HeatMap heatMap(float[][] values) {
        return new HeatMap(IntStream.range(0, values.length)
                .mapToObj(i -> Columns.doubles(values[i]))
                .toArray(double[][]::new));
    }

    /// As with an array.
    ///
    /// @param values (rows, columns)
    /// @throws ShapeException if it is no matrix, or empty
    public static HeatMap heatMap(Tensor values) {
        if (values.shape().rank() != 2) {
            throw new ShapeException("heatMap", "a matrix (rows, columns)", values.shape());
        }
        int columns = values.size(1);
        return new HeatMap(IntStream.range(0, values.size(0))
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToDouble(column -> values.array()[row * columns + column])
                        .toArray())
                .toArray(double[][]::new));
    }

    /// How often each class was taken for each, with the counts in the cells.
    public static HeatMap heatMap(ConfusionMatrix matrix) {
        return heatMap(matrix.counts())
                .numbers()
                .x("predicted class")
                .y("true class")
                .key("examples");
    }

    /// A grid of small pictures: `imageGrid(28, 28).row("wrong", images, predictions)`.
    ///
    /// @param height of each picture, in pixels
    /// @param width of each picture, in pixels
    /// @throws ShapeException if one of them is not at least 1
    public static ImageGrid imageGrid(int height, int width) {
        return new ImageGrid(height, width);
    }

    /// Figures side by side: `panels(loss, accuracy).columns(1).shareX()`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Panels panels(Exhibit<?>... figures) {
        return new Panels(figures);
    }

    /// The losses and metrics of a training, and what its gauges showed: `curves(history)`.
    public static TrainingCurves curves(History history) {
        return TrainingCurves.of(history);
    }

    /// Boxes and arrows: `diagram().node("x").operation("f", "tanh").edge("x", "f")`.
    public static Diagram diagram() {
        return new Diagram();
    }

    /// How much attention each word pays to each, a heat map for each head: `attention(result.weights(), words)`.
    ///
    /// @param weights (queries, keys), (heads, queries, keys) or (batch, heads, queries, keys), of which the first
    ///     example is shown
    /// @param words as many as there are queries and keys, or none
    /// @throws ShapeException if the weights have another shape, or there are other than so many words
    public static Panels attention(Tensor weights, String... words) {
        return AttentionMaps.of(weights, words, words);
    }

    /// How much attention each word of one text pays to each of another.
    ///
    /// @param weights as for one text
    /// @param queries the words that pay attention, in the rows
    /// @param keys the words that it is paid to, in the columns
    /// @throws ShapeException as for one text
    public static Panels attention(Tensor weights, List<String> queries, List<String> keys) {
        return AttentionMaps.of(weights, queries.toArray(String[]::new), keys.toArray(String[]::new));
    }

    /// Words as points, similar ones near one another, as far as two dimensions can show it: those of the first two
    /// principal components.
    ///
    /// @param words which of the vocabulary; if none are named, the most frequent ones
    /// @throws IllegalArgumentException if a word is not in the vocabulary, or there are less than two
    public static ScatterChart wordMap(WordVectors vectors, String... words) {
        return WordMap.of(vectors, words);
    }

    /// What a variable was computed from: `graph(loss)`. Of a long computation the last steps.
    public static Diagram graph(Var result) {
        return ComputationGraph.of(result);
    }

    /// A recurrent layer unrolled in time: `unrolled(rnn(1, 32, random(7)), 4)`.
    ///
    /// @throws IllegalArgumentException if there are more time steps than can be drawn, or none
    public static Diagram unrolled(Recurrent layer, int steps) {
        return UnrolledDiagram.of(layer, steps);
    }

    /// What a painter paints in lines and shapes, of plain colours: `painting(400, 300, g -> g.drawOval(10, 10, 80,
    /// 80))`.
    ///
    /// @param width in pixels
    /// @param height in pixels
    /// @param painter is called whenever the figure is drawn; what is no shape, such as an image, is refused
    /// @throws IllegalArgumentException if width and height are not at least 1
    public static Painting painting(int width, int height, Consumer<Graphics2D> painter) {
        return new Painting(width, height, painter);
    }

    /// Chooses the colours of all figures that have not chosen their own, also of those that there are already.
    public static void theme(Theme theme) {
        Theme.use(theme);
    }
}
