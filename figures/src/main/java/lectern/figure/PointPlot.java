package lectern.figure;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Points in a plane, joined to lines or not.
///
/// Logarithmic axes are drawn as linear ones of the logarithms, from decade to decade: XChart's own give no tick at all
/// within a decade, and too many over thirty.
///
/// @param joined whether the points of a series make a line
record PointPlot(Labels labels, Axis xAxis, Axis yAxis, boolean joined, List<Series> series) implements Snapshot {

    /// Above this many points a line needs no markers, and markers would hide it.
    private static final int MOST_MARKED = 40;

    /// Points of a cloud let those behind shine through.
    private static final int CLOUD_OPACITY = 190;

    PointPlot {
        series = List.copyOf(series);
    }

    @Override
    public Drawing drawing() {
        var chart = new XYChart(Theme.WIDTH, Theme.HEIGHT);
        Theme.apply(chart.getStyler());
        List<Series> placed = Series.on(series, xAxis, yAxis);
        List<String> names = series.stream().map(Series::name).toList();
        Legend.place(chart.getStyler(), names, labels);
        Theme.title(chart, labels.title());
        chart.setXAxisTitle(labels.x());
        chart.setYAxisTitle(Legend.yLabel(names, labels));
        Range x = range(Range.of(placed, Series::xs), xAxis);
        Range y = range(Range.of(placed, Series::ys), yAxis);
        axes(chart.getStyler(), x, y, wholeNumbers(placed));
        addFrame(chart, x.per(x.unit()), y.per(y.unit()));
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).count() > 0) {
                add(chart, placed.get(i).per(x.unit(), y.unit()), i);
            }
        }
        return Drawing.of(Theme.WIDTH, Theme.HEIGHT, g -> chart.paint(g, Theme.WIDTH, Theme.HEIGHT));
    }

    /// XChart is given numbers in units in which an axis is from 1 to 10 long: it gives up ticks that are too small.
    private void axes(XYStyler styler, Range x, Range y, boolean wholeNumbers) {
        styler.setXAxisMin(x.min() / x.unit()).setXAxisMax(x.max() / x.unit());
        styler.setYAxisMin(y.min() / y.unit()).setYAxisMax(y.max() / y.unit());
        styler.setXAxisTickLabelsFormattingFunction(position -> xAxis.tick(position * x.unit(), x));
        styler.setYAxisTickLabelsFormattingFunction(position -> yAxis.tick(position * y.unit(), y));
        if (xAxis == Axis.LOGARITHMIC || wholeNumbers) {
            styler.setXAxisTickMarkSpacingHint(Theme.wholeStepsX(x));
        }
        if (yAxis == Axis.LOGARITHMIC) {
            styler.setYAxisTickMarkSpacingHint(Theme.wholeStepsY(y));
        }
    }

    private static Range range(Range data, Axis axis) {
        return axis == Axis.LOGARITHMIC ? data.whole() : data.drawable();
    }

    /// A series that is not seen. XChart draws no axes where there are no points; and where the points are equally
    /// spaced it puts its ticks on them instead of on round numbers, which a first one beside the end of the axes
    /// prevents.
    private static void addFrame(XYChart chart, Range x, Range y) {
        var frame = chart.addSeries(
                "frame", new double[] {Math.nextUp(x.min()), x.max()}, new double[] {Math.nextUp(y.min()), y.max()});
        frame.setLineStyle(SeriesLines.NONE).setShowInLegend(false);
        frame.setMarker(SeriesMarkers.NONE);
    }

    private static boolean wholeNumbers(List<Series> placed) {
        for (Series one : placed) {
            for (double x : one.xs()) {
                if (x != Math.rint(x)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void add(XYChart chart, Series points, int index) {
        var drawn = chart.addSeries("series " + index, points.xs(), points.ys());
        drawn.setLabel(points.name().isEmpty() ? " " : points.name());
        Color color = Theme.color(index);
        drawn.setLineColor(color);
        drawn.setLineStyle(joined ? Theme.line(index) : SeriesLines.NONE);
        boolean marked = !joined || points.count() <= MOST_MARKED;
        drawn.setMarker(marked ? Markers.of(index) : SeriesMarkers.NONE);
        drawn.setMarkerColor(
                joined ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), CLOUD_OPACITY));
    }

    @Override
    public String description() {
        return Descriptions.of(this);
    }

    @Override
    public String text() {
        return AsciiPlot.of(this);
    }
}
