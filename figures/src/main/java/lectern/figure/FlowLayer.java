package lectern.figure;

import java.awt.geom.Path2D;

/// Arrows at points: a vector field. All are scaled alike, so that the longest do not reach their neighbours.
@SuppressWarnings("ArrayRecordComponent") // never compared
record FlowLayer(String name, int index, double[] xs, double[] ys, double[] us, double[] vs) implements PlaneLayer {

    @Override
    public Depth depth() {
        return Depth.LINE;
    }

    @Override
    public void extend(Extent extent) {
        for (int i = 0; i < xs.length; i++) {
            extent.point(xs[i], ys[i]);
        }
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        double longest = 0;
        for (int i = 0; i < xs.length; i++) {
            longest = Math.max(
                    longest, finite(dx(plane, i), dy(plane, i)) ? StrictMath.hypot(dx(plane, i), dy(plane, i)) : 0);
        }
        double scale = spacing(plane) / longest;
        var shafts = new Path2D.Double();
        var heads = new Path2D.Double();
        for (int i = 0; i < xs.length; i++) {
            double x = plane.px(xs[i]);
            double y = plane.py(ys[i]);
            double dx = scale * dx(plane, i);
            double dy = scale * dy(plane, i);
            if (plane.holds(x, y) && finite(dx, dy) && StrictMath.hypot(dx, dy) > 0.5) {
                double size = Math.min(6, 0.6 * StrictMath.hypot(dx, dy));
                // In the middle of the arrow is the point that it stands for.
                shafts.moveTo(x - dx / 2, y - dy / 2);
                shafts.lineTo(x + dx / 2, y + dy / 2);
                Arrow.add(heads, x - dx / 2, y - dy / 2, x + dx / 2, y + dy / 2, size);
            }
        }
        var color = plane.covered() ? plane.theme().ink() : plane.theme().color(index);
        sheet.line(shafts, color, Strokes.plain(1.2));
        sheet.fill(heads, color);
    }

    private double dx(Plane plane, int i) {
        return us[i] / plane.x().length() * plane.area().getWidth();
    }

    private double dy(Plane plane, int i) {
        return -vs[i] / plane.y().length() * plane.area().getHeight();
    }

    private static boolean finite(double dx, double dy) {
        return Double.isFinite(dx) && Double.isFinite(dy);
    }

    /// The side of the square that each arrow would have if they were spread evenly.
    private double spacing(Plane plane) {
        return Math.sqrt(plane.area().getWidth() * plane.area().getHeight() / Math.max(1, xs.length));
    }

    @Override
    public void sign(Theme theme, Sheet sheet, double x, double y) {
        sheet.line(x + 2, y, x + 20, y, theme.color(index), 1.2);
        Arrow.head(sheet, x + 2, y, x + 20, y, 6, theme.color(index));
    }

    @Override
    public void text(TextPlane text) {
        for (int i = 0; i < xs.length; i++) {
            if (finite(us[i], vs[i])) {
                text.put(xs[i], ys[i], text.arrow(us[i], vs[i]));
            }
        }
    }

    @Override
    public String textSign(TextStyle style) {
        return style == TextStyle.ASCII ? ">" : "→";
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        double longest = 0;
        for (int i = 0; i < xs.length; i++) {
            longest = Math.max(longest, finite(us[i], vs[i]) ? StrictMath.hypot(us[i], vs[i]) : 0);
        }
        return xs.length + " arrows, the longest of length " + Numbers.text(longest);
    }
}
