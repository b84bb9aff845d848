package lectern.figure;

/// A bar chart in letters: a row for each bar, with its number; bars below zero are drawn with another sign.
final class AsciiBars {

    private static final int LONGEST = 40;

    private AsciiBars() {}

    static String of(BarPlot plot, TextStyle style) {
        var out = new StringBuilder();
        line(out, Ascii.of(plot.labels().title()));
        line(out, Ascii.of(plot.labels().y()));
        int categoryWidth = plot.categories().stream()
                .mapToInt(category -> Ascii.of(category.name()).length())
                .max()
                .orElse(0);
        int seriesWidth = plot.series().stream()
                .mapToInt(name -> Ascii.of(name).length())
                .max()
                .orElse(0);
        Range range = plot.range();
        for (BarPlot.Category category : plot.categories()) {
            String name = Ascii.of(category.name());
            for (int s = 0; s < plot.series().size(); s++) {
                String series = Ascii.of(plot.series().get(s));
                line(
                        out,
                        padded(s == 0 ? name : "", categoryWidth) + (seriesWidth > 0 ? "  " : "")
                                + padded(series, seriesWidth) + " | "
                                + bar(plot, style, range, category.values().get(s)));
            }
        }
        if (plot.categories().isEmpty()) {
            line(out, "(no bars)");
        }
        line(out, Ascii.of(plot.labels().x()));
        return out.toString().stripTrailing();
    }

    private static String bar(BarPlot plot, TextStyle style, Range range, double value) {
        double position = plot.yAxis().position(value);
        if (Double.isNaN(position)) {
            return Double.toString(value);
        }
        double foot = plot.yAxis() == Axis.LOGARITHMIC ? range.min() : 0;
        double longest = Math.max(range.max() - foot, foot - range.min());
        int length = (int) Math.round(LONGEST * Math.abs(position - foot) / longest);
        String sign = style == TextStyle.ASCII ? value < 0 ? "-" : "#" : value < 0 ? "░" : "█";
        return sign.repeat(length) + (length > 0 ? " " : "") + Numbers.text(value);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static void line(StringBuilder out, String line) {
        if (!line.isBlank()) {
            out.append(line.stripTrailing()).append('\n');
        }
    }
}
