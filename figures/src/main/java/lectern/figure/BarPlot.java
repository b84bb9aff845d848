package lectern.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.CategoryStyler;

/// Bars over categories.
///
/// On a logarithmic axis the bars are drawn as linear ones, of the decades above the one at the foot of the axis.
///
/// @param categories each with one value for each series
record BarPlot(Labels labels, Axis yAxis, List<String> series, List<Category> categories) implements Snapshot {

    static final int WIDTH = 640;
    static final int HEIGHT = 400;

    /// How long a name aslant may be, in pixels, so that the first does not reach over the edge.
    private static final double ASLANT_ROOM = 105;

    /// The values of one category, in the order of the series.
    record Category(String name, List<Double> values) {}

    @Override
    public String title() {
        return labels.title();
    }

    @Override
    public Drawing drawing(Theme theme) {
        return drawing(theme, WIDTH, HEIGHT);
    }

    /// The same in another size.
    Drawing drawing(Theme theme, int width, int height) {
        int top = labels.title().isBlank() ? 0 : Letters.TITLE + 9;
        var sheet = new Sheet();
        sheet.title(
                labels.title(),
                width / 2.0,
                XChartStyle.PADDING + Letters.TITLE - 2.0,
                width - 2.0 * XChartStyle.PADDING,
                theme.ink(),
                Mark.Anchor.MIDDLE);
        chart(theme, width, height - top).marks().forEach(mark -> sheet.marks().add(mark.moved(0, top)));
        return new Drawing(width, height, theme.paper(), sheet.marks());
    }

    private Drawing chart(Theme theme, int width, int height) {
        var chart = new CategoryChart(width, height);
        XChartStyle.apply(chart.getStyler(), theme, words());
        chart.getStyler().setAvailableSpaceFill(0.6);
        Legend.place(chart.getStyler(), series, labels);
        chart.setXAxisTitle(labels.x());
        chart.setYAxisTitle(Legend.yLabel(series, labels));
        Range range = range();
        axis(chart.getStyler(), range, height);
        double foot = yAxis == Axis.LOGARITHMIC ? range.min() : 0;
        List<String> all = categories.isEmpty()
                ? List.of(" ")
                : categories.stream().map(Category::name).toList();
        List<String> names = named(chart.getStyler(), all, width);
        for (int s = 0; s < series.size(); s++) {
            var bars = chart.addSeries("series " + s, names, heights(s, foot, range.unit()));
            bars.setLabel(series.get(s).isEmpty() ? " " : series.get(s));
            bars.setFillColor(theme.color(s));
        }
        return Drawing.of(width, height, theme.paper(), g -> chart.paint(g, width, height));
    }

    private String words() {
        var words = new StringBuilder(labels.x()).append(Legend.yLabel(series, labels));
        series.forEach(words::append);
        categories.forEach(category -> words.append(category.name()));
        return words.toString();
    }

    /// Sees to it that every category has its name under it, aslant if there is no room for level ones.
    ///
    /// @return the names, those cut that are too long even so
    private static List<String> named(CategoryStyler styler, List<String> names, int width) {
        double widest = names.stream()
                .mapToDouble(name -> Letters.width(name, Letters.SMALL))
                .max()
                .orElse(0);
        styler.setXAxisTickMarkSpacingHint(1);
        if (widest <= 0.75 * width / names.size()) {
            return names;
        }
        styler.setXAxisLabelRotation(35);
        styler.setXAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setXAxisLabelAlignmentVertical(AxesChartStyler.TextAlignment.Right);
        return names.stream()
                .map(name -> Letters.fitting(name, false, Letters.SMALL, ASLANT_ROOM))
                .toList();
    }

    /// The positions at the ends of the vertical axis. Bars are compared by their length, so a linear one has 0 on it.
    Range range() {
        double min = yAxis == Axis.LOGARITHMIC ? Double.POSITIVE_INFINITY : 0;
        double max = yAxis == Axis.LOGARITHMIC ? Double.NEGATIVE_INFINITY : 0;
        for (Category category : categories) {
            for (double value : category.values()) {
                double position = yAxis.position(value);
                if (!Double.isNaN(position)) {
                    min = Math.min(min, position);
                    max = Math.max(max, position);
                }
            }
        }
        Range range = min < max || (min == max && yAxis == Axis.LOGARITHMIC) ? new Range(min, max) : new Range(0, 1);
        return yAxis == Axis.LOGARITHMIC ? new Range(Math.floor(range.min() - 0.05), Math.ceil(range.max())) : range;
    }

    private void axis(CategoryStyler styler, Range range, int height) {
        // Where values are equally spaced XChart puts its ticks on them instead of on round numbers.
        // A hair of room below makes them unequal.
        double hair = 1e-7;
        double unit = range.unit();
        double foot = yAxis == Axis.LOGARITHMIC ? range.min() : 0;
        // A bar should not end at the edge of the picture; where all are above 0, that is the foot of the axis.
        double room = yAxis == Axis.LOGARITHMIC ? 0 : 0.04 * range.length();
        double below = range.min() < 0 ? room : 0;
        double above = range.max() > 0 ? room : 0;
        styler.setYAxisMin((range.min() - below - foot) / unit - hair).setYAxisMax((range.max() + above - foot) / unit);
        styler.setYAxisTickLabelsFormattingFunction(position -> yAxis.tick(position * unit + foot, range));
        if (yAxis == Axis.LOGARITHMIC) {
            styler.setYAxisTickMarkSpacingHint(XChartStyle.wholeSteps(range, height));
        }
    }

    private List<@Nullable Double> heights(int s, double foot, double unit) {
        var heights = new ArrayList<@Nullable Double>();
        for (Category category : categories) {
            double position = yAxis.position(category.values().get(s));
            heights.add(Double.isNaN(position) ? null : Double.valueOf((position - foot) / unit));
        }
        if (categories.isEmpty()) {
            heights.add(0.0);
        }
        return heights;
    }

    @Override
    public String description() {
        return Descriptions.of(this);
    }

    @Override
    public String text(TextStyle style) {
        return AsciiBars.of(this, style);
    }
}
