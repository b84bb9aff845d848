package lectern.figure;

import java.util.List;
import org.knowm.xchart.style.Styler;

/// Where the names of the series stand: under the chart in one row, beside it if they are long or many.
final class Legend {

    /// About as many letters as fit in a row under the chart, where the sign of a series takes the room of six.
    private static final int ROW = 70;

    private static final int SIGN = 6;

    private Legend() {}

    static void place(Styler styler, List<String> names, String yLabel) {
        boolean needed =
                names.size() > 1 || (names.size() == 1 && !yLabel.isEmpty() && !yLabel.equals(names.getFirst()));
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
