package lectern.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Clouds of points, each with a colour and a marker of its own, such as the classes of a data set.
///
/// A point with a NaN or infinite coordinate is left out; so is one that is not positive on a logarithmic axis.
public final class ScatterChart extends Chart<ScatterChart> {

    private final Map<String, Points> clouds = new LinkedHashMap<>();
    private Axis xAxis = Axis.LINEAR;
    private Axis yAxis = Axis.LINEAR;

    ScatterChart() {}

    /// Makes the horizontal axis logarithmic.
    public ScatterChart logX() {
        return change(() -> xAxis = Axis.LOGARITHMIC);
    }

    /// Makes the vertical axis logarithmic.
    public ScatterChart logY() {
        return change(() -> yAxis = Axis.LOGARITHMIC);
    }

    /// Draws a cloud; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if there is not one y for each x
    public ScatterChart points(String name, double[] xs, double[] ys) {
        Columns.requireSameLength("scatter", name, xs.length, ys.length);
        return change(() -> clouds.computeIfAbsent(name, Points::new).set(xs, ys));
    }

    /// As with `double`.
    public ScatterChart points(String name, float[] xs, float[] ys) {
        return points(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// As with arrays.
    public ScatterChart points(String name, List<? extends Number> xs, List<? extends Number> ys) {
        return points(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// Draws a cloud from a matrix.
    ///
    /// @param points (count, 2), a point per row
    /// @throws ShapeException if it is not such a matrix
    public ScatterChart points(String name, Tensor points) {
        requirePlane(points);
        int count = points.size(0);
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = points.array()[2 * i];
            ys[i] = points.array()[2 * i + 1];
        }
        return points(name, xs, ys);
    }

    /// Draws a cloud per class.
    ///
    /// @param examples inputs (count, 2), targets (count) with the labels 0, 1, 2, …
    /// @param names what the classes are called, in the order of their labels; without a name, `class 3`
    /// @throws ShapeException if the examples have other shapes
    public ScatterChart points(Examples examples, String... names) {
        requirePlane(examples.inputs());
        if (examples.targets().shape().rank() != 1) {
            throw new ShapeException(
                    "scatter", "labels (count)", examples.targets().shape());
        }
        var classes = new TreeMap<Integer, Points>();
        float[] inputs = examples.inputs().array();
        float[] labels = examples.targets().array();
        for (int i = 0; i < labels.length; i++) {
            int label = Math.round(labels[i]);
            classes.computeIfAbsent(label, k -> new Points(k >= 0 && k < names.length ? names[k] : "class " + k))
                    .add(inputs[2 * i], inputs[2 * i + 1]);
        }
        return change(() -> classes.values().forEach(points -> clouds.put(points.name(), points)));
    }

    private static void requirePlane(Tensor points) {
        if (points.shape().rank() != 2 || points.size(1) != 2) {
            throw new ShapeException("scatter", "points (count, 2)", points.shape());
        }
    }

    @Override
    ScatterChart self() {
        return this;
    }

    @Override
    Snapshot snapshot(Labels labels) {
        var series = clouds.values().stream().map(Points::series).toList();
        return new PointPlot(labels, xAxis, yAxis, false, series);
    }
}
