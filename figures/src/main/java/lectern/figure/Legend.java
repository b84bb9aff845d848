package lectern.figure;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.style.Styler;

/// Where the names of the series stand: under the chart, in as many rows as they need.
///
/// @param rows the names that stand beside one another
record Legend(List<List<PlaneLayer>> rows) {

    static final int ROW_HEIGHT = 20;

    private static final int SIGN = 28;
    private static final int GAP = 18;

    /// About as many letters as fit in a row under a chart of XChart, where the sign of a series takes the room of six.
    private static final int ROW = 70;

    private static final int SIGN_LETTERS = 6;

    /// @param room the width of a row
    static Legend of(List<PlaneLayer> named, double room) {
        var rows = new ArrayList<List<PlaneLayer>>();
        double used = 0;
        for (PlaneLayer layer : named) {
            double width = width(layer) + GAP;
            if (rows.isEmpty() || used + width - GAP > room) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(layer);
            used += width;
        }
        return new Legend(rows);
    }

    private static double width(PlaneLayer layer) {
        return SIGN + Letters.width(layer.name(), Letters.SMALL);
    }

    int height() {
        return rows.size() * ROW_HEIGHT;
    }

    /// Paints the rows one below the other around a middle.
    void paint(Sheet sheet, Theme theme, double middle, double top) {
        double y = top + ROW_HEIGHT / 2.0;
        for (List<PlaneLayer> row : rows) {
            double width = row.stream().mapToDouble(Legend::width).sum() + GAP * (row.size() - 1.0);
            double x = Math.max(4, middle - width / 2);
            for (PlaneLayer layer : row) {
                layer.sign(theme, sheet, x, y);
                sheet.words(layer.name(), x + SIGN, y + 4, Letters.SMALL, theme.ink(), Mark.Anchor.START);
                x += width(layer) + GAP;
            }
            y += ROW_HEIGHT;
        }
    }

    /// What stands at the vertical axis of bars. A single series names it, unless it has a name already.
    static String yLabel(List<String> names, Labels labels) {
        return labels.y().isEmpty() && names.size() == 1 ? names.getFirst() : labels.y();
    }

    /// The legend of a chart of XChart: in one row, or beside the chart if the names are long or many.
    static void place(Styler styler, List<String> names, Labels labels) {
        String only = names.size() == 1 ? names.getFirst() : "";
        boolean needed = names.size() > 1 || (!only.isEmpty() && !only.equals(yLabel(names, labels)));
        styler.setLegendVisible(needed);
        int length =
                names.stream().mapToInt(name -> name.length() + SIGN_LETTERS).sum();
        if (length <= ROW) {
            styler.setLegendPosition(Styler.LegendPosition.OutsideS);
            styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        } else {
            styler.setLegendPosition(Styler.LegendPosition.OutsideE);
            styler.setLegendLayout(Styler.LegendLayout.Vertical);
        }
    }
}
