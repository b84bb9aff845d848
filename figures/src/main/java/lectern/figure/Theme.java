package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/// How our figures look: calm, and told apart by people who see colours differently.
///
/// The series colours are those of M. Okabe and K. Ito, *Color Universal Design* (2008), without the yellow, which is
/// too pale for lines on white, and with a grey for their black. Only Java's logical fonts are named: they exist
/// on any machine.
final class Theme {

    static final int WIDTH = 640;
    static final int HEIGHT = 400;

    static final Color PAPER = new Color(0xffffff);
    static final Color INK = new Color(0x2b2f36);
    static final Color QUIET_INK = new Color(0x5b626d);
    static final Color GRID = new Color(0xe6e8ec);
    static final int CORNER = 6;
    static final String FONT_FAMILY = "DejaVu Sans, Verdana, sans-serif";

    private static final List<Color> COLORS = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9),
            new Color(0x6b6b6b));

    private static final int PADDING = 16;
    private static final int TITLE_SIZE = 15;
    private static final int SMALLEST_TITLE = 11;
    private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);
    private static final int X_SPACING = 90;
    private static final int Y_SPACING = 60;
    private static final Color NOTHING = new Color(0xff, 0xff, 0xff, 0);

    private Theme() {}

    /// The colour of a series, counted from 0.
    static Color color(int series) {
        return COLORS.get(series % COLORS.size());
    }

    /// The line of a series: dashed when the colours start again.
    static BasicStroke line(int series) {
        float[][] dashes = {null, {7, 4}, {2, 4}};
        return new BasicStroke(
                2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes[series / COLORS.size() % dashes.length], 0);
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    /// How wide words are drawn, in pixels.
    static double width(String words, Font font) {
        return font.getStringBounds(words, FONTS).getWidth();
    }

    /// Words that fit into some room, cut if they have to be.
    static String fitting(String words, Font font, double room) {
        String fitting = words;
        while (fitting.length() > 1 && width(fitting, font) > room) {
            fitting = fitting.substring(0, fitting.length() - 2).strip() + "…";
        }
        return fitting;
    }

    /// Puts a title on a chart: in smaller letters if it is long, and cut if it still does not fit.
    static void title(AxesChart<?, ?> chart, String title) {
        // The title stands over the middle of the plot, right of the labels of the vertical axis.
        double room = WIDTH - 6.0 * PADDING;
        Font font = font(Font.BOLD, TITLE_SIZE);
        double share = room / width(title, font);
        if (share < 1) {
            font = font.deriveFont((float) Math.max(SMALLEST_TITLE, Math.floor(TITLE_SIZE * share)));
        }
        chart.getStyler().setChartTitleFont(font);
        chart.setTitle(fitting(title, font, room));
    }

    /// The spacing of ticks on a horizontal axis, in pixels, that XChart rounds to steps of at least 1.
    static int wholeStepsX(Range range) {
        return (int) Math.max(X_SPACING, 0.7 * WIDTH / range.length());
    }

    /// The spacing of ticks on a vertical axis, in pixels, that XChart rounds to steps of at least 1.
    static int wholeStepsY(Range range) {
        return (int) Math.max(Y_SPACING, 0.6 * HEIGHT / range.length());
    }

    /// Puts the theme on an XChart chart.
    static void apply(AxesChartStyler styler) {
        styler.setChartBackgroundColor(NOTHING);
        styler.setPlotBackgroundColor(NOTHING);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(true);
        styler.setPlotContentSize(0.96);
        styler.setPlotMargin(0);
        styler.setChartPadding(PADDING);

        styler.setBaseFont(font(Font.PLAIN, 12));
        styler.setChartFontColor(INK);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(10);
        styler.setAxisTitleFont(font(Font.PLAIN, 13));
        styler.setXAxisTitleColor(INK);
        styler.setYAxisTitleColor(INK);
        styler.setAxisTitlePadding(10);
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setAxisTickLabelsColor(QUIET_INK);
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTickMarkLength(0);
        styler.setAxisTickPadding(8);
        styler.setXAxisTickMarkSpacingHint(X_SPACING);
        styler.setYAxisTickMarkSpacingHint(Y_SPACING);
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);

        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setLegendBackgroundColor(NOTHING);
        styler.setLegendBorderColor(NOTHING);
        styler.setLegendPadding(8);
        styler.setLegendSeriesLineLength(22);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setMarkerSize(6);
    }
}
