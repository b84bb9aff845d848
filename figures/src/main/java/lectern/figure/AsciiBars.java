package lectern.figure;

/// A bar chart in letters: a row for each bar, with its number.
final class AsciiBars {

    private static final int LONGEST = 40;

    private AsciiBars() {}

    static String of(BarPlot plot) {
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
                                + bar(plot, range, category.values().get(s)));
            }
        }
        if (plot.categories().isEmpty()) {
            line(out, "(no bars)");
        }
        line(out, Ascii.of(plot.labels().x()));
        return out.toString().stripTrailing();
    }

    private static String bar(BarPlot plot, Range range, double value) {
        double position = plot.yAxis().position(value);
        if (Double.isNaN(position)) {
            return Double.toString(value);
        }
        double foot = plot.yAxis() == Axis.LOGARITHMIC ? range.min() : 0;
        double longest = Math.max(range.max() - foot, foot - range.min());
        int length = (int) Math.round(LONGEST * Math.abs(position - foot) / longest);
        return (value < 0 ? "-" : "#").repeat(length) + (length > 0 ? " " : "") + Numbers.text(value);
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
