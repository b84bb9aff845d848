package lectern.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Lines over a common horizontal axis, such as a loss over epochs.
///
/// A number that is NaN or infinite makes a gap in its line; so does one that is not positive on a logarithmic axis.
public final class LineChart extends Chart<LineChart> {

    /// The series that were named first: what [#add] takes a value for.
    private final List<Points> named = new ArrayList<>();

    private final Map<String, Points> lines = new LinkedHashMap<>();
    private Axis xAxis = Axis.LINEAR;
    private Axis yAxis = Axis.LINEAR;

    LineChart(String... names) {
        for (String name : names) {
            if (lines.containsKey(name)) {
                throw new IllegalArgumentException("chart: expected each series named once, found " + name + " twice");
            }
            var points = new Points(name);
            lines.put(name, points);
            named.add(points);
        }
    }

    /// Makes the horizontal axis logarithmic.
    public LineChart logX() {
        return change(() -> xAxis = Axis.LOGARITHMIC);
    }

    /// Makes the vertical axis logarithmic.
    public LineChart logY() {
        return change(() -> yAxis = Axis.LOGARITHMIC);
    }

    /// Adds one point to each series that the chart was made with, in that order.
    ///
    /// @throws IllegalArgumentException if there is not one value for each of them
    public LineChart add(double x, double... values) {
        if (named.isEmpty()) {
            throw new IllegalArgumentException("chart: expected series to add to, found none; name them first, as in"
                    + " chart(\"training loss\"), or use line(name, xs, ys)");
        }
        if (values.length != named.size()) {
            throw new IllegalArgumentException("chart: expected " + named.size()
                    + (named.size() == 1 ? " value" : " values") + " after x ("
                    + named.stream().map(Points::name).collect(Collectors.joining(", ")) + "), found "
                    + values.length);
        }
        return change(() -> {
            for (int i = 0; i < values.length; i++) {
                named.get(i).add(x, values[i]);
            }
        });
    }

    /// Draws a whole line; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if there is not one y for each x
    public LineChart line(String name, double[] xs, double[] ys) {
        Columns.requireSameLength("chart", name, xs.length, ys.length);
        return change(() -> lines.computeIfAbsent(name, Points::new).set(xs, ys));
    }

    /// As with `double`.
    public LineChart line(String name, float[] xs, float[] ys) {
        return line(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// As with arrays.
    public LineChart line(String name, List<? extends Number> xs, List<? extends Number> ys) {
        return line(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// Draws a whole line over x = 1, 2, 3, …, as epochs, steps and time steps are counted.
    public LineChart line(String name, double[] ys) {
        return line(name, Columns.counted(ys.length), ys);
    }

    /// As with `double`.
    public LineChart line(String name, float[] ys) {
        return line(name, Columns.doubles(ys));
    }

    /// As with an array.
    public LineChart line(String name, List<? extends Number> ys) {
        return line(name, Columns.doubles(ys));
    }

    @Override
    LineChart self() {
        return this;
    }

    @Override
    Snapshot snapshot(Labels labels) {
        var series = lines.values().stream().map(Points::series).toList();
        return new PointPlot(labels, xAxis, yAxis, true, series);
    }
}
