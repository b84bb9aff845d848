package lectern.figure;

import java.util.Arrays;
import java.util.List;

/// A chart of points in letters: title, legend, a field of 60 by 15, and the ends of both axes.
final class AsciiPlot {

    private static final int COLUMNS = 60;
    private static final int ROWS = 15;

    /// One sign for each series, then the same again.
    private static final String SIGNS = "*o+x#@%&=~";

    private final PointPlot plot;
    private final List<Series> placed;
    private final Range x;
    private final Range y;
    private final char[][] field = new char[ROWS][COLUMNS];

    private AsciiPlot(PointPlot plot) {
        this.plot = plot;
        this.placed = Series.on(plot.series(), plot.xAxis(), plot.yAxis());
        this.x = Range.of(placed, Series::xs).drawable();
        this.y = Range.of(placed, Series::ys).drawable();
        for (char[] row : field) {
            Arrays.fill(row, ' ');
        }
    }

    static String of(PointPlot plot) {
        var ascii = new AsciiPlot(plot);
        for (int s = 0; s < ascii.placed.size(); s++) {
            ascii.put(ascii.placed.get(s), SIGNS.charAt(s % SIGNS.length()));
        }
        return ascii.text();
    }

    private void put(Series series, char sign) {
        int previousColumn = -1;
        int previousRow = -1;
        for (int i = 0; i < series.xs().length; i++) {
            if (Double.isNaN(series.ys()[i])) {
                previousColumn = -1;
                continue;
            }
            int column = cell(series.xs()[i], x, COLUMNS);
            int row = ROWS - 1 - cell(series.ys()[i], y, ROWS);
            if (plot.joined() && previousColumn >= 0) {
                join(previousColumn, previousRow, column, row);
            }
            field[row][column] = sign;
            previousColumn = column;
            previousRow = row;
        }
    }

    /// Dots between two points of a line, where nothing stands yet.
    private void join(int fromColumn, int fromRow, int toColumn, int toRow) {
        int steps = Math.abs(toColumn - fromColumn);
        for (int step = 1; step < steps; step++) {
            double share = (double) step / steps;
            int column = fromColumn + (int) Math.round(share * (toColumn - fromColumn));
            int row = fromRow + (int) Math.round(share * (toRow - fromRow));
            if (field[row][column] == ' ') {
                field[row][column] = '.';
            }
        }
    }

    private static int cell(double value, Range range, int cells) {
        return (int) Math.round((value - range.min()) / range.length() * (cells - 1));
    }

    private String text() {
        var out = new StringBuilder();
        line(out, Ascii.of(plot.labels().title()));
        legend(out);
        String top = Numbers.text(plot.yAxis().value(y.max()));
        String middle = Numbers.text(plot.yAxis().value((y.min() + y.max()) / 2));
        String bottom = Numbers.text(plot.yAxis().value(y.min()));
        int margin = Math.max(top.length(), Math.max(middle.length(), bottom.length()));
        line(out, Ascii.of(plot.labels().y()));
        for (int row = 0; row < ROWS; row++) {
            String label = row == 0 ? top : row == ROWS / 2 ? middle : row == ROWS - 1 ? bottom : "";
            line(out, " ".repeat(margin - label.length()) + label + " | " + new String(field[row]));
        }
        line(out, " ".repeat(margin + 1) + "+" + "-".repeat(COLUMNS + 1));
        out.append(" ".repeat(margin + 3)).append(xLabels()).append('\n');
        return out.toString().stripTrailing();
    }

    private void legend(StringBuilder out) {
        var names = new StringBuilder();
        for (int s = 0; s < placed.size(); s++) {
            names.append(names.isEmpty() ? "" : "   ")
                    .append(SIGNS.charAt(s % SIGNS.length()))
                    .append(' ')
                    .append(Ascii.of(placed.get(s).name()));
        }
        line(out, names.toString());
    }

    /// The left end, the name of the axis in the middle, the right end.
    private String xLabels() {
        String left = Numbers.text(plot.xAxis().value(x.min()));
        String right = Numbers.text(plot.xAxis().value(x.max()));
        String name = Ascii.of(plot.labels().x());
        int room = COLUMNS - left.length() - right.length();
        int before = Math.max(1, (room - name.length()) / 2);
        int after = Math.max(1, room - name.length() - before);
        return left + " ".repeat(before) + name + " ".repeat(after) + right;
    }

    private static void line(StringBuilder out, String line) {
        if (!line.isBlank()) {
            out.append(line.stripTrailing()).append('\n');
        }
    }
}
