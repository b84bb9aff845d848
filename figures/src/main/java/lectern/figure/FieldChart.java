package lectern.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import lectern.nn.train.Evaluation;
import org.jspecify.annotations.Nullable;

/// What belongs to each point of a plane: the value of a function, a class, a direction; with lines and points on it.
///
/// A function or a model is asked when it is given, at the points of a regular grid, and not again.
public final class FieldChart extends PlaneChart<FieldChart> {

    private static final int MOST_CLASSES = 100;
    private static final int MOST_LEVELS = 60;

    private final double x0;
    private final double x1;
    private final double y0;
    private final double y1;
    private @Nullable Samples function;
    private @Nullable RegionLayer regions;
    private int levels = 10;
    private ColorMap colors = ColorMap.SEQUENTIAL;
    private boolean filled = true;
    private String keyLabel = "";

    FieldChart(String where, double x0, double x1, double y0, double y1) {
        super(where);
        if (!(x0 < x1) || !(y0 < y1) || !Double.isFinite(x1 - x0) || !Double.isFinite(y1 - y0)) {
            throw new IllegalArgumentException(
                    where + ": expected x0 < x1 and y0 < y1, found " + x0 + ", " + x1 + ", " + y0 + ", " + y1);
        }
        this.x0 = x0;
        this.x1 = x1;
        this.y0 = y0;
        this.y1 = y1;
    }

    /// Sets about how many lines of equal value there are.
    ///
    /// @throws IllegalArgumentException if it is not from 1 to 60
    public FieldChart levels(int levels) {
        if (levels < 1 || levels > MOST_LEVELS) {
            throw new IllegalArgumentException("levels: expected 1 to " + MOST_LEVELS + ", found " + levels);
        }
        return change(() -> this.levels = levels);
    }

    /// Colours values below and above zero differently.
    public FieldChart diverging() {
        return change(() -> colors = ColorMap.DIVERGING);
    }

    /// Draws the lines of equal value only.
    public FieldChart linesOnly() {
        return change(() -> filled = false);
    }

    /// Sets what the values are, with their unit.
    public FieldChart key(String label) {
        return change(() -> keyLabel = label);
    }

    /// Draws lines of equal value of a function, and colours between them.
    FieldChart contour(DoubleBinaryOperator f) {
        Samples sampled = Samples.of(f, x0, x1, y0, y1);
        return change(() -> function = sampled);
    }

    /// Draws the class of each point.
    ///
    /// @param classOf gives 0, 1, 2, …
    /// @throws IllegalArgumentException if it gives another number
    FieldChart regions(DoubleBinaryOperator classOf) {
        Samples classes = Samples.of(classOf, x0, x1, y0, y1);
        int most = 0;
        for (double found : classes.values()) {
            if (!(found >= 0 && found < MOST_CLASSES) || found != Math.rint(found)) {
                throw new IllegalArgumentException(
                        "regions: expected classes 0, 1, 2, … up to " + (MOST_CLASSES - 1) + ", found " + found);
            }
            most = Math.max(most, (int) found);
        }
        var scores = new ArrayList<Samples>();
        for (int k = 0; k <= most; k++) {
            double[] own = new double[classes.values().length];
            for (int i = 0; i < own.length; i++) {
                own[i] = classes.values()[i] == k ? 1 : 0;
            }
            scores.add(sampled(own));
        }
        return change(() -> regions = new RegionLayer(scores));
    }

    /// Draws the class that a model would choose at each point.
    ///
    /// @param model puts out a score for each class
    /// @throws ShapeException if it puts out fewer than two for a point
    FieldChart regions(Layer model) {
        Tensor outputs = Evaluation.outputs(model, Samples.points(x0, x1, y0, y1));
        if (outputs.shape().rank() != 2 || outputs.size(1) < 2) {
            throw new ShapeException(
                    "regions",
                    "scores (count, classes) of 2 or more classes",
                    outputs.shape() + "; draw one score with contour");
        }
        int classes = outputs.size(1);
        var scores = new ArrayList<Samples>();
        for (int k = 0; k < classes; k++) {
            double[] own = new double[outputs.size(0)];
            for (int i = 0; i < own.length; i++) {
                own[i] = outputs.array()[i * classes + k];
            }
            scores.add(sampled(own));
        }
        return change(() -> regions = new RegionLayer(scores));
    }

    private Samples sampled(double... values) {
        return new Samples(Samples.WIDTH, Samples.HEIGHT, x0, x1, y0, y1, values);
    }

    /// Draws arrows that show a direction and a strength at the points of a regular grid.
    ///
    /// @param u the part to the right
    /// @param v the part upwards
    public FieldChart arrows(DoubleBinaryOperator u, DoubleBinaryOperator v) {
        int columns = 22;
        int rows = 15;
        double[] xs = new double[columns * rows];
        double[] ys = new double[columns * rows];
        double[] us = new double[columns * rows];
        double[] vs = new double[columns * rows];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x0 + (x1 - x0) * (i % columns + 0.5) / columns;
            ys[i] = y0 + (y1 - y0) * (Math.floorDiv(i, columns) + 0.5) / rows;
            us[i] = u.applyAsDouble(xs[i], ys[i]);
            vs[i] = v.applyAsDouble(xs[i], ys[i]);
        }
        return arrows("", xs, ys, us, vs);
    }

    /// Draws arrows at points.
    ///
    /// @param us the parts to the right
    /// @param vs the parts upwards
    /// @throws IllegalArgumentException if there is not one of each for each point
    public FieldChart arrows(String name, double[] xs, double[] ys, double[] us, double[] vs) {
        Columns.requireSameLength("arrows", name, xs.length, ys.length);
        Columns.requireSameLength("arrows", name, xs.length, us.length);
        Columns.requireSameLength("arrows", name, xs.length, vs.length);
        return change(
                () -> layers.add(new FlowLayer(name, layers.next(), xs.clone(), ys.clone(), us.clone(), vs.clone())));
    }

    @Override
    List<PlaneLayer> areas() {
        var areas = new ArrayList<PlaneLayer>();
        if (regions != null) {
            areas.add(regions);
        }
        if (function != null) {
            areas.add(contours(function));
        }
        return areas;
    }

    private ContourLayer contours(Samples samples) {
        Range range = colors.range(samples.range());
        Range values = samples.range().drawable();
        double[] at = Ticks.of(Axis.LINEAR, values, levels + 1, false).stream()
                .mapToDouble(Ticks.Tick::position)
                .toArray();
        return new ContourLayer(samples, at, colors, range, filled && regions == null);
    }

    @Override
    @Nullable
    ColorKey key() {
        boolean shown = function != null && filled && regions == null;
        return shown && function != null ? new ColorKey(colors, colors.range(function.range()), keyLabel) : null;
    }

    @Override
    String kind() {
        return "Chart of a plane";
    }

    @Override
    FieldChart self() {
        return this;
    }
}
