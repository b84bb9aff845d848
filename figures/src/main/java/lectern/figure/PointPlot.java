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

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    /// Above this many points a line needs no markers, and markers would hide it.
    private static final int MOST_MARKED = 40;

    /// Points of a cloud let those behind shine through.
    private static final int CLOUD_OPACITY = 190;

    PointPlot {
        series = List.copyOf(series);
    }

    @Override
    public Drawing drawing() {
        var chart = new XYChart(WIDTH, HEIGHT);
        Theme.apply(chart.getStyler());
        List<Series> placed = Series.on(series, xAxis, yAxis);
        Legend.place(chart.getStyler(), series.stream().map(Series::name).toList(), labels.y());
        chart.setTitle(labels.title());
        chart.getStyler().setChartTitleVisible(!labels.title().isEmpty());
        chart.setXAxisTitle(labels.x());
        chart.setYAxisTitle(yLabel());
        axes(chart.getStyler(), placed);
        boolean empty = true;
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).count() > 0) {
                add(chart, placed.get(i), i);
                empty = false;
            }
        }
        if (empty) {
            addFrame(chart);
        }
        return Drawing.of(WIDTH, HEIGHT, g -> chart.paint(g, WIDTH, HEIGHT));
    }

    /// A single series names the axis it is measured on, unless that has a name already.
    private String yLabel() {
        return labels.y().isEmpty() && series.size() == 1 ? series.getFirst().name() : labels.y();
    }

    private void axes(XYStyler styler, List<Series> placed) {
        Range x = range(Range.of(placed, Series::xs), xAxis);
        Range y = range(Range.of(placed, Series::ys), yAxis);
        styler.setXAxisMin(x.min()).setXAxisMax(x.max());
        styler.setYAxisMin(y.min()).setYAxisMax(y.max());
        if (xAxis == Axis.LOGARITHMIC) {
            styler.setXAxisTickLabelsFormattingFunction(Numbers::power);
        }
        if (yAxis == Axis.LOGARITHMIC) {
            styler.setYAxisTickLabelsFormattingFunction(Numbers::power);
            styler.setYAxisTickMarkSpacingHint(wholeSteps(y, HEIGHT, 40));
        }
        if (xAxis == Axis.LOGARITHMIC || wholeNumbers(placed)) {
            styler.setXAxisTickMarkSpacingHint(wholeSteps(x, WIDTH, 80));
        }
    }

    private static Range range(Range data, Axis axis) {
        return axis == Axis.LOGARITHMIC ? data.whole() : data.drawable();
    }

    /// The spacing of ticks, in pixels, that XChart rounds to steps of at least 1.
    private static int wholeSteps(Range range, int pixels, int least) {
        return (int) Math.max(least, 0.8 * pixels / range.length());
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

    /// XChart draws no axes without data, so an empty chart gets a series that is not seen.
    private static void addFrame(XYChart chart) {
        chart.addSeries("frame", new double[] {0, 1}, new double[] {0, 1})
                .setShowInLegend(false)
                .setEnabled(true);
        chart.getSeries("frame").setLineStyle(SeriesLines.NONE).setLineColor(Theme.PAPER);
        chart.getSeries("frame").setMarker(SeriesMarkers.NONE);
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
