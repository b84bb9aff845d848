package lectern.figure;

import java.util.ArrayList;

/// Charts in words.
final class Descriptions {

    private Descriptions() {}

    static String of(PlanePlot plot) {
        long series = plot.layers().stream()
                .filter(layer -> layer instanceof SeriesLayer)
                .count();
        var out = new StringBuilder(plot.kind());
        out.append(" of ").append(series).append(" series. ");
        axis(out, "horizontal", plot.labels().x(), plot.xAxis());
        axis(out, "vertical", plot.labels().y(), plot.yAxis());
        for (PlaneLayer layer : plot.layers()) {
            String words = layer.description(plot.xAxis(), plot.yAxis());
            if (!words.isEmpty()) {
                boolean named = layer instanceof SeriesLayer || !layer.name().isEmpty();
                out.append(named ? layer.name() + ": " : "").append(words).append(". ");
            }
        }
        return out.toString().strip();
    }

    static String of(BarPlot plot) {
        var out = new StringBuilder("Bar chart of " + plot.categories().size() + " categories. ");
        axis(out, "horizontal", plot.labels().x(), Axis.LINEAR);
        axis(out, "vertical", plot.labels().y(), plot.yAxis());
        for (BarPlot.Category category : plot.categories()) {
            var values = new ArrayList<String>();
            for (int s = 0; s < plot.series().size(); s++) {
                String name = plot.series().get(s);
                values.add((name.isEmpty() ? "" : name + " ")
                        + Numbers.text(category.values().get(s)));
            }
            out.append(category.name())
                    .append(": ")
                    .append(String.join(", ", values))
                    .append(". ");
        }
        return out.toString().strip();
    }

    private static void axis(StringBuilder out, String which, String label, Axis axis) {
        if (!label.isEmpty() || axis == Axis.LOGARITHMIC) {
            out.append("The ").append(which).append(" axis shows ").append(label.isEmpty() ? "the numbers" : label);
            out.append(axis == Axis.LOGARITHMIC ? ", logarithmic. " : ". ");
        }
    }

    static String of(Series series, Axis xAxis, Axis yAxis, boolean joined) {
        int first = -1;
        int last = -1;
        int shown = 0;
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < series.xs().length; i++) {
            double x = series.xs()[i];
            double y = series.ys()[i];
            if (Double.isNaN(xAxis.position(x)) || Double.isNaN(yAxis.position(y))) {
                continue;
            }
            first = first < 0 ? i : first;
            last = i;
            shown++;
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        int left = series.xs().length - shown;
        String gaps = left == 0 ? "" : ", and " + left + " without a place on the axes";
        if (shown == 0) {
            return "no points" + gaps;
        }
        String x = minX == maxX ? "x " + Numbers.text(minX) : "x " + Numbers.text(minX) + " to " + Numbers.text(maxX);
        String y = minY == maxY ? "y " + Numbers.text(minY) : "y " + Numbers.text(minY) + " to " + Numbers.text(maxY);
        String ends = joined && shown > 1
                ? ", from " + Numbers.text(series.ys()[first]) + " to " + Numbers.text(series.ys()[last])
                : "";
        return (shown == 1 ? "1 point" : shown + " points") + ", " + x + ", " + y + ends + gaps;
    }
}
