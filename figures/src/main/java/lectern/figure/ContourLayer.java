package lectern.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Arrays;

/// A function of two numbers: lines of equal value, and between them areas of one colour.
///
/// @param range of the colours
@SuppressWarnings("ArrayRecordComponent") // never compared
record ContourLayer(Samples samples, double[] levels, ColorMap map, Range range, boolean filled) implements PlaneLayer {

    private static final int OPACITY = 110;
    private static final String SHADES = " .:-=+*#%@";
    private static final String BLOCKS = " ░▒▓█";

    @Override
    public Depth depth() {
        return filled ? Depth.AREA : Depth.GROUND;
    }

    @Override
    public void extend(Extent extent) {
        extent.point(samples.x0(), samples.y0());
        extent.point(samples.x1(), samples.y1());
        extent.tight();
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        sheet.clip(plane.area());
        if (filled) {
            Color[] colors = new Color[levels.length + 1];
            for (int i = 0; i < colors.length; i++) {
                colors[i] = map.of(middle(i), range);
            }
            AreaImage.paint(sheet, plane, colors, (x, y) -> band(samples.at(x, y)));
        }
        Color ink = plane.theme().ink();
        var faint = new Color(30, 30, 30, OPACITY);
        for (double level : levels) {
            var path = new Path2D.Double();
            MarchingSquares.add(path, samples, level, plane);
            if (path.getCurrentPoint() != null) {
                Color color = filled ? faint : plane.theme() == Theme.DARK ? ink : map.at(0.75 * shareOf(level));
                sheet.line(path, color, Strokes.plain(filled ? 0.7 : 1.4));
            }
        }
        sheet.clip(null);
    }

    private double shareOf(double level) {
        return Math.clamp((level - range.min()) / range.length(), 0, 1);
    }

    /// Which area a value belongs to; −1 for NaN.
    private int band(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int found = Arrays.binarySearch(levels, value);
        return found < 0 ? -found - 1 : found + 1;
    }

    private double middle(int band) {
        double low = band == 0 ? range.min() : levels[band - 1];
        double high = band == levels.length ? range.max() : levels[band];
        return (low + high) / 2;
    }

    @Override
    public void text(TextPlane text) {
        String shades = text.style() == TextStyle.ASCII ? SHADES : BLOCKS;
        text.fill((x, y) -> {
            double value = samples.at(x, y);
            return Double.isNaN(value) ? ' ' : shades.charAt((int) Math.round(shareOf(value) * (shades.length() - 1)));
        });
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        Range values = samples.range();
        return "Contours of a function with values from " + Numbers.text(values.min()) + " to "
                + Numbers.text(values.max()) + " for x " + Numbers.text(samples.x0()) + " to "
                + Numbers.text(samples.x1()) + ", y " + Numbers.text(samples.y0()) + " to "
                + Numbers.text(samples.y1());
    }
}
