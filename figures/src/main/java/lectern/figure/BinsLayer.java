package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;

/// How many of some values lie in each of some equal intervals.
@SuppressWarnings("ArrayRecordComponent") // never compared
record BinsLayer(String name, int index, double[] edges, int[] counts) implements PlaneLayer {

    private static final int OPACITY = 150;

    /// @param values of which the finite ones are counted
    /// @param bins how many intervals; 0 for the rule of Freedman and Diaconis (1981)
    static BinsLayer of(String name, int index, double[] values, int bins) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        Range range = sorted.length == 0 ? new Range(0, 1) : new Range(sorted[0], sorted[sorted.length - 1]).drawable();
        int count = bins > 0 ? bins : bins(sorted, range);
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = range.min() + range.length() * i / count;
        }
        int[] counts = new int[count];
        for (double value : sorted) {
            int bin = (int) Math.floor((value - range.min()) / range.length() * count);
            counts[Math.clamp(bin, 0, count - 1)]++;
        }
        return new BinsLayer(name, index, edges, counts);
    }

    private static int bins(double[] sorted, Range range) {
        if (sorted.length < 2) {
            return 1;
        }
        double quartiles = sorted[3 * sorted.length / 4] - sorted[sorted.length / 4];
        double width = 2 * quartiles / StrictMath.cbrt(sorted.length);
        return width > 0 ? Math.clamp((long) Math.ceil(range.length() / width), 5, 80) : 10;
    }

    @Override
    public Depth depth() {
        return Depth.GROUND;
    }

    @Override
    public void extend(Extent extent) {
        extent.x(edges[0]);
        extent.x(edges[edges.length - 1]);
        extent.onFloor();
        // On a logarithmic axis there is no 0; a bar of 1 is to be seen there too.
        if (extent.logarithmicY()) {
            extent.y(0.5);
        }
        for (int count : counts) {
            extent.y(count);
        }
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        Color color = plane.theme().color(index);
        var faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY);
        var bars = new Path2D.Double();
        double floor = plane.area().getMaxY();
        for (int i = 0; i < counts.length; i++) {
            double top = plane.py(counts[i]);
            if (counts[i] > 0 && !Double.isNaN(top)) {
                double left = plane.px(edges[i]);
                double width = plane.px(edges[i + 1]) - left;
                var bar = new Rectangle2D.Double(left, top, width, Math.max(0, floor - top));
                bars.append(bar, false);
                sheet.hint(bar, Numbers.text(edges[i]) + " to " + Numbers.text(edges[i + 1]) + ": " + counts[i]);
            }
        }
        sheet.clip(plane.area());
        sheet.fill(bars, faint);
        sheet.line(bars, plane.theme().paper(), new BasicStroke(0.7f));
        sheet.clip(null);
    }

    @Override
    public void sign(Theme theme, Sheet sheet, double x, double y) {
        Color color = theme.color(index);
        sheet.fill(
                new Rectangle2D.Double(x + 4, y - 6, 14, 12),
                new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
    }

    @Override
    public void text(TextPlane text) {
        for (int i = 0; i < counts.length; i++) {
            text.column(edges[i], edges[i + 1], counts[i], text.style() == TextStyle.ASCII ? '#' : '█');
        }
    }

    @Override
    public String textSign(TextStyle style) {
        return style == TextStyle.ASCII ? "#" : "█";
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return Arrays.stream(counts).sum() + " values in " + counts.length + " intervals from "
                + Numbers.text(edges[0]) + " to " + Numbers.text(edges[edges.length - 1]) + ", most ("
                + counts[most] + ") from " + Numbers.text(edges[most]) + " to " + Numbers.text(edges[most + 1]);
    }
}
