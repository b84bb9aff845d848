package lectern.figure;

import java.util.ArrayList;
import java.util.List;

/// A heat map in characters: the numbers if there are few, else a shade for each cell.
final class HeatText {

    private static final String SHADES = " .:-=+*#%@";
    private static final String BLOCKS = " ░▒▓█";
    private static final int MOST_NUMBERS = 12;
    private static final int COLUMNS = 60;
    private static final int ROWS = 24;

    private HeatText() {}

    static String of(HeatPlot plot, TextStyle style) {
        var lines = new ArrayList<String>();
        lines.add(Ascii.in(style, plot.title()));
        boolean few = plot.rows() <= MOST_NUMBERS && plot.columns() <= MOST_NUMBERS;
        if (few) {
            numbers(lines, plot, style);
        } else {
            shades(lines, plot, style);
        }
        String x = Ascii.in(style, plot.labels().x());
        String y = Ascii.in(style, plot.labels().y());
        lines.add((y.isEmpty() ? "" : "rows: " + y)
                + (x.isEmpty() || y.isEmpty() ? "" : ", ")
                + (x.isEmpty() ? "" : "columns: " + x));
        lines.removeIf(String::isBlank);
        return String.join("\n", lines.stream().map(String::stripTrailing).toList());
    }

    private static void numbers(List<String> lines, HeatPlot plot, TextStyle style) {
        int rowWidth = 0;
        int width = 0;
        for (int row = 0; row < plot.rows(); row++) {
            rowWidth = Math.max(rowWidth, name(plot.rowNames(), row, style).length());
            for (int column = 0; column < plot.columns(); column++) {
                width = Math.max(
                        width, HeatPlot.number(plot.values()[row][column]).length());
                width = Math.max(width, name(plot.columnNames(), column, style).length());
            }
        }
        var head = new StringBuilder(" ".repeat(rowWidth));
        for (int column = 0; column < plot.columns(); column++) {
            head.append("  ").append(padded(name(plot.columnNames(), column, style), width));
        }
        lines.add(head.toString());
        for (int row = 0; row < plot.rows(); row++) {
            var line = new StringBuilder(padded(name(plot.rowNames(), row, style), rowWidth));
            for (int column = 0; column < plot.columns(); column++) {
                line.append("  ").append(padded(HeatPlot.number(plot.values()[row][column]), width));
            }
            lines.add(line.toString());
        }
    }

    private static String name(List<String> names, int i, TextStyle style) {
        return Ascii.in(style, HeatPlot.name(names, i));
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static void shades(List<String> lines, HeatPlot plot, TextStyle style) {
        String shades = style == TextStyle.ASCII ? SHADES : BLOCKS;
        Range range = plot.range();
        int wide = plot.columns() <= COLUMNS / 2 ? 2 : 1;
        int columns = Math.min(plot.columns(), COLUMNS);
        int rows = Math.min(plot.rows(), ROWS);
        for (int row = 0; row < rows; row++) {
            var line = new StringBuilder("|");
            for (int column = 0; column < columns; column++) {
                double mean = mean(plot, row, rows, column, columns);
                double share = Math.clamp((mean - range.min()) / range.length(), 0, 1);
                char shade = Double.isNaN(mean) ? '?' : shades.charAt((int) Math.round(share * (shades.length() - 1)));
                line.append(String.valueOf(shade).repeat(wide));
            }
            lines.add(line.append('|').toString());
        }
        lines.add("from " + Numbers.text(range.min()) + " (" + shades.charAt(0) + ") to " + Numbers.text(range.max())
                + " (" + shades.charAt(shades.length() - 1) + ")");
    }

    /// Of the cells that one character stands for.
    private static double mean(HeatPlot plot, int row, int rows, int column, int columns) {
        double sum = 0;
        int count = 0;
        for (int i = row * plot.rows() / rows; i < (row + 1) * plot.rows() / rows; i++) {
            for (int k = column * plot.columns() / columns; k < (column + 1) * plot.columns() / columns; k++) {
                sum += plot.values()[i][k];
                count++;
            }
        }
        return sum / count;
    }
}
