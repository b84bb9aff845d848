package lectern.figure;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Lines, points, bands and notes over two axes.
///
/// A number that is NaN or infinite makes a gap in its line and is left out of a cloud; so is one that is not positive
/// on a logarithmic axis, and the chart says how many those are.
///
/// @param <C> the chart itself
public abstract sealed class PlaneChart<C extends PlaneChart<C>> extends Chart<C>
        permits LineChart, ScatterChart, FieldChart {

    final Layers layers = new Layers();
    private final String where;
    private Axis xAxis = Axis.LINEAR;
    private Axis yAxis = Axis.LINEAR;
    private double @Nullable [] xRange;
    private double @Nullable [] yRange;

    /// @param where the method that makes such charts, for messages
    PlaneChart(String where) {
        this.where = where;
    }

    /// Makes the horizontal axis logarithmic.
    public final C logX() {
        return change(() -> xAxis = Axis.LOGARITHMIC);
    }

    /// Makes the vertical axis logarithmic.
    public final C logY() {
        return change(() -> yAxis = Axis.LOGARITHMIC);
    }

    /// Sets where the horizontal axis begins and ends.
    ///
    /// @throws IllegalArgumentException if the numbers are not finite, or the second is not the larger one
    public final C xRange(double from, double to) {
        requireRange("xRange", from, to);
        return change(() -> xRange = new double[] {from, to});
    }

    /// Sets where the vertical axis begins and ends.
    ///
    /// @throws IllegalArgumentException if the numbers are not finite, or the second is not the larger one
    public final C yRange(double from, double to) {
        requireRange("yRange", from, to);
        return change(() -> yRange = new double[] {from, to});
    }

    /// Draws a whole line; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if there is not one y for each x
    public final C line(String name, double[] xs, double[] ys) {
        return series(name, xs, ys, true, false);
    }

    /// As with `double`.
    public final C line(String name, float[] xs, float[] ys) {
        return line(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// As with arrays.
    public final C line(String name, List<? extends Number> xs, List<? extends Number> ys) {
        return line(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// Draws a whole line over x = 1, 2, 3, …, as epochs, steps and time steps are counted.
    public final C line(String name, double[] ys) {
        return line(name, Columns.counted(ys.length), ys);
    }

    /// As with `double`.
    public final C line(String name, float[] ys) {
        return line(name, Columns.doubles(ys));
    }

    /// As with an array, of all numbers in a tensor.
    public final C line(String name, Tensor ys) {
        return line(name, ys.array());
    }

    /// As with an array.
    public final C line(String name, List<? extends Number> ys) {
        return line(name, Columns.doubles(ys));
    }

    /// Draws the line before it dashed: a bound, a theory, a baseline.
    ///
    /// @throws IllegalArgumentException if no line was drawn before
    public final C dashed() {
        return change(() -> layers.lastLine("dashed").dash());
    }

    /// Draws the line before it thin: one of many.
    ///
    /// @throws IllegalArgumentException if no line was drawn before
    public final C thin() {
        return change(() -> layers.lastLine("thin").thin());
    }

    /// Draws a line of means and around it a band, one deviation to each side.
    ///
    /// @throws IllegalArgumentException if there is not one mean and one deviation for each x
    public final C band(String name, double[] xs, double[] means, double[] deviations) {
        Columns.requireSameLength(where, name, xs.length, means.length);
        Columns.requireSameLength(where, name, xs.length, deviations.length);
        double[] lows = new double[xs.length];
        double[] highs = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            lows[i] = means[i] - deviations[i];
            highs[i] = means[i] + deviations[i];
        }
        return change(() -> {
            Trace trace = layers.trace(name, true, false);
            trace.points().set(xs, means);
            layers.band(name, new BandLayer(trace.index(), xs.clone(), lows, highs));
        });
    }

    /// Draws the mean of some runs, and around it a band of one standard deviation to each side.
    ///
    /// @param runs (runs, count), each with a number for each x
    /// @throws IllegalArgumentException if a run has other than one number for each x
    public final C band(String name, double[] xs, double[][] runs) {
        for (double[] run : runs) {
            Columns.requireSameLength(where, name, xs.length, run.length);
        }
        return band(name, xs, Columns.means(runs, xs.length), Columns.deviations(runs, xs.length));
    }

    /// Draws a cloud of points; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if there is not one y for each x
    public final C points(String name, double[] xs, double[] ys) {
        return series(name, xs, ys, false, false);
    }

    /// As with `double`.
    public final C points(String name, float[] xs, float[] ys) {
        return points(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// As with arrays.
    public final C points(String name, List<? extends Number> xs, List<? extends Number> ys) {
        return points(name, Columns.doubles(xs), Columns.doubles(ys));
    }

    /// Draws a cloud from a matrix.
    ///
    /// @param points (count, 2), a point per row
    /// @throws ShapeException if it is not such a matrix
    public final C points(String name, Tensor points) {
        requirePlane(points);
        return points(name, Columns.column(points, 0), Columns.column(points, 1));
    }

    /// Draws a cloud per class, each in the colour of its label.
    ///
    /// @param examples inputs (count, 2), targets (count) with the labels 0, 1, 2, …
    /// @param names what the classes are called, in the order of their labels; without a name, `class 3`
    /// @throws ShapeException if the examples have other shapes
    public final C points(Examples examples, String... names) {
        requirePlane(examples.inputs());
        if (examples.targets().shape().rank() != 1) {
            throw new ShapeException(where, "labels (count)", examples.targets().shape());
        }
        var classes = new TreeMap<Integer, Points>();
        float[] inputs = examples.inputs().array();
        float[] labels = examples.targets().array();
        for (int i = 0; i < labels.length; i++) {
            int label = Math.round(labels[i]);
            classes.computeIfAbsent(label, k -> new Points(k >= 0 && k < names.length ? names[k] : "class " + k))
                    .add(inputs[2 * i], inputs[2 * i + 1]);
        }
        return change(() -> classes.forEach((label, points) -> {
            Series series = points.series();
            layers.cloud(points.name(), label).points().set(series.xs(), series.ys());
        }));
    }

    /// Draws a line with arrows along it: a trajectory.
    ///
    /// @throws IllegalArgumentException if there is not one y for each x
    public final C path(String name, double[] xs, double[] ys) {
        return series(name, xs, ys, true, true);
    }

    /// As with arrays.
    ///
    /// @param points (count, 2), a point per row
    /// @throws ShapeException if it is not such a matrix
    public final C path(String name, Tensor points) {
        requirePlane(points);
        return path(name, Columns.column(points, 0), Columns.column(points, 1));
    }

    /// Draws how many of some values lie in each of some equal intervals, by the rule of Freedman and Diaconis.
    public final C histogram(String name, double[] values) {
        return bins(name, values, 0);
    }

    /// Draws how many of some values lie in each of so many equal intervals.
    ///
    /// @throws IllegalArgumentException if there is not at least one interval
    public final C histogram(String name, double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("histogram: expected at least 1 interval, found " + bins);
        }
        return bins(name, values, bins);
    }

    /// As with numbers, of everything in a tensor.
    public final C histogram(String name, Tensor values) {
        return histogram(name, Columns.doubles(values.array()));
    }

    private C bins(String name, double[] values, int bins) {
        double[] copy = values.clone();
        return change(() -> layers.add(BinsLayer.of(name, layers.next(), copy, bins)));
    }

    /// Draws a line across the chart at an x, with words beside it.
    public final C vertical(double x, String label) {
        return change(() -> layers.add(new RuleLayer(true, x, label)));
    }

    /// Draws a line across the chart at a y, with words beside it.
    public final C horizontal(double y, String label) {
        return change(() -> layers.add(new RuleLayer(false, y, label)));
    }

    /// Writes words beside a point.
    public final C note(double x, double y, String words) {
        return change(() -> layers.add(new NoteLayer(x, y, words, false)));
    }

    /// Draws a ring around a point, with words beside it.
    public final C highlight(double x, double y, String words) {
        return change(() -> layers.add(new NoteLayer(x, y, words, true)));
    }

    private C series(String name, double[] xs, double[] ys, boolean joined, boolean arrows) {
        Columns.requireSameLength(where, name, xs.length, ys.length);
        return change(() -> layers.trace(name, joined, arrows).points().set(xs, ys));
    }

    private void requirePlane(Tensor points) {
        if (points.shape().rank() != 2 || points.size(1) != 2) {
            throw new ShapeException(where, "points (count, 2)", points.shape());
        }
    }

    private static void requireRange(String where, double from, double to) {
        if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException(
                    where + ": expected two numbers, the larger one last, found " + from + ", " + to);
        }
    }

    private static @Nullable Range positions(String where, Axis axis, double @Nullable [] range) {
        if (range == null) {
            return null;
        }
        double from = axis.position(range[0]);
        double to = axis.position(range[1]);
        if (Double.isNaN(from) || Double.isNaN(to)) {
            throw new IllegalArgumentException(
                    where + ": expected positive numbers on a logarithmic axis, found " + Arrays.toString(range));
        }
        return new Range(from, to).drawable();
    }

    /// What descriptions call it.
    abstract String kind();

    /// What lies below all series.
    List<PlaneLayer> areas() {
        return List.of();
    }

    /// The bar that says which colour is which number; null for none.
    @Nullable
    ColorKey key() {
        return null;
    }

    @Override
    final Snapshot snapshot(Labels labels) {
        return new PlanePlot(
                kind(),
                labels,
                xAxis,
                yAxis,
                positions("xRange", xAxis, xRange),
                positions("yRange", yAxis, yRange),
                key(),
                Stream.concat(areas().stream(), layers.all().stream()).toList());
    }
}
