package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/// Makes a chart of XChart look like one of ours.
final class XChartStyle {

    static final int PADDING = 16;
    private static final int X_SPACING = 90;
    private static final int Y_SPACING = 60;
    private static final Color NOTHING = new Color(0xff, 0xff, 0xff, 0);

    private XChartStyle() {}

    /// The spacing of ticks on a vertical axis, in pixels, that XChart rounds to steps of at least 1.
    static int wholeSteps(Range range, int height) {
        return (int) Math.max(Y_SPACING, 0.6 * height / range.length());
    }

    /// @param words all that the chart says
    static void apply(AxesChartStyler styler, Theme theme, String words) {
        styler.setChartBackgroundColor(NOTHING);
        styler.setPlotBackgroundColor(NOTHING);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(theme.grid());
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotContentSize(0.96);
        styler.setPlotMargin(0);
        styler.setChartPadding(PADDING);

        styler.setBaseFont(Letters.font(words, Letters.SMALL));
        styler.setChartFontColor(theme.ink());
        styler.setAxisTitleFont(Letters.font(words, Letters.LABEL));
        styler.setXAxisTitleColor(theme.ink());
        styler.setYAxisTitleColor(theme.ink());
        styler.setAxisTitlePadding(10);
        styler.setAxisTickLabelsFont(Letters.font(words, Letters.SMALL));
        styler.setAxisTickLabelsColor(theme.quietInk());
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTickMarkLength(0);
        styler.setAxisTickPadding(8);
        styler.setXAxisTickMarkSpacingHint(X_SPACING);
        styler.setYAxisTickMarkSpacingHint(Y_SPACING);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);

        styler.setLegendFont(Letters.font(words, Letters.SMALL));
        styler.setLegendBackgroundColor(NOTHING);
        styler.setLegendBorderColor(NOTHING);
        styler.setLegendPadding(8);
        styler.setLegendSeriesLineLength(22);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    }
}
