package lectern.figure;

import java.util.List;
import org.knowm.xchart.style.Styler;

/// Where the names of the series stand: under the chart in one row, beside it if they are long or many.
final class Legend {

    /// About as many letters as fit in a row under the chart, where the sign of a series takes the room of six.
    private static final int ROW = 70;

    private static final int SIGN = 6;

    private Legend() {}

    /// What stands at the vertical axis. A single series names it, unless it has a name already.
    static String yLabel(List<String> names, Labels labels) {
        return labels.y().isEmpty() && names.size() == 1 ? names.getFirst() : labels.y();
    }

    static void place(Styler styler, List<String> names, Labels labels) {
        String only = names.size() == 1 ? names.getFirst() : "";
        boolean needed = names.size() > 1 || (!only.isEmpty() && !only.equals(yLabel(names, labels)));
        styler.setLegendVisible(needed);
        int length = names.stream().mapToInt(name -> name.length() + SIGN).sum();
        if (length <= ROW) {
            styler.setLegendPosition(Styler.LegendPosition.OutsideS);
            styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        } else {
            styler.setLegendPosition(Styler.LegendPosition.OutsideE);
            styler.setLegendLayout(Styler.LegendLayout.Vertical);
        }
    }
}
