package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/// Points in a plane, joined to a line or not.
record SeriesLayer(Series series, Look look) implements PlaneLayer {

    /// Above this many points a line needs no markers, and markers would hide it.
    private static final int MOST_MARKED = 40;

    /// Up to this many points say their numbers to the mouse.
    private static final int MOST_HINTED = 60;

    /// Points of a cloud let those behind shine through.
    private static final int CLOUD_OPACITY = 190;

    private static final double SIGN_WIDTH = 22;

    /// How a series is drawn.
    ///
    /// @param index which series of the chart it is, for colour and marker
    /// @param arrows whether the pieces of the line say where it goes
    record Look(int index, boolean joined, boolean dashed, boolean thin, boolean arrows) {

        BasicStroke stroke(Theme theme) {
            double width = thin ? 1 : 2;
            return dashed ? Strokes.dashed(width) : Strokes.series(theme.round(index), width);
        }
    }

    @Override
    public String name() {
        return series.name();
    }

    @Override
    public Depth depth() {
        return look.joined() ? Depth.LINE : Depth.TOP;
    }

    @Override
    public void extend(Extent extent) {
        for (int i = 0; i < series.xs().length; i++) {
            extent.point(series.xs()[i], series.ys()[i]);
        }
    }

    @Override
    public void paint(Plane plane, Sheet sheet) {
        Color color = plane.theme().color(look.index());
        Series placed = series.on(plane.xAxis(), plane.yAxis());
        var line = Polyline.of(placed, plane);
        sheet.clip(line.within(plane) ? null : plane.area());
        if (look.joined()) {
            if (plane.covered()) {
                sheet.line(line.path(), plane.theme().paper(), Strokes.plain(look.thin() ? 3 : 4.5));
            }
            sheet.line(line.path(), color, look.stroke(plane.theme()));
        }
        if (look.arrows()) {
            line.arrows(sheet, color, look.thin() ? 6 : 9);
        } else if (marked(line.count())) {
            paintPoints(plane, sheet, line, color);
        }
        sheet.clip(null);
        if (line.count() <= MOST_HINTED) {
            hints(plane, sheet);
        }
    }

    private boolean marked(int count) {
        return !look.joined() || (count <= MOST_MARKED && !look.thin() && !look.dashed());
    }

    private void paintPoints(Plane plane, Sheet sheet, Polyline line, Color color) {
        Markers.Marker marker = Markers.of(look.index());
        if (plane.covered()) {
            marker.paint(sheet, line.points(marker), plane.theme().paper(), 2.5);
        }
        if (look.joined() || plane.covered()) {
            marker.paint(sheet, line.points(marker), color, 0);
            return;
        }
        // Each alone: what lets through is darker where two lie on one another.
        var faint = new Color(color.getRed(), color.getGreen(), color.getBlue(), CLOUD_OPACITY);
        line.each((x, y) -> {
            var path = new Path2D.Double();
            marker.add(path, x, y);
            marker.paint(sheet, path, faint, 0);
        });
    }

    private void hints(Plane plane, Sheet sheet) {
        for (int i = 0; i < series.xs().length; i++) {
            double x = plane.px(series.xs()[i]);
            double y = plane.py(series.ys()[i]);
            if (plane.holds(x, y)) {
                sheet.hint(
                        x,
                        y,
                        7,
                        (name().isEmpty() ? "" : name() + ": ") + Numbers.text(series.xs()[i]) + ", "
                                + Numbers.text(series.ys()[i]));
            }
        }
    }

    @Override
    public void sign(Theme theme, Sheet sheet, double x, double y) {
        Color color = theme.color(look.index());
        if (look.joined()) {
            sheet.line(new Line2D.Double(x, y, x + SIGN_WIDTH, y), color, look.stroke(theme));
        }
        if (look.arrows()) {
            Arrow.head(sheet, x + SIGN_WIDTH / 2 - 4, y, x + SIGN_WIDTH / 2 + 4, y, 8, color);
        } else if (marked(series.count())) {
            Markers.Marker marker = Markers.of(look.index());
            var path = new Path2D.Double();
            marker.add(path, x + SIGN_WIDTH / 2, y);
            marker.paint(sheet, path, color, 0);
        }
    }

    @Override
    public void text(TextPlane text) {
        boolean following = false;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < series.xs().length; i++) {
            double x = series.xs()[i];
            double y = series.ys()[i];
            boolean placed = text.has(x, y);
            if (placed && following && look.joined()) {
                text.join(series.xs()[i - 1], series.ys()[i - 1], x, y);
            }
            if (placed) {
                text.point(x, y, look.index(), look.joined());
                lastX = x;
                lastY = y;
            }
            following = placed;
        }
        if (look.joined()) {
            text.end(lastX, lastY, look.index());
        }
    }

    @Override
    public String textSign(TextStyle style) {
        return String.valueOf(TextPlane.sign(look.index()));
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        return Descriptions.of(series, xAxis, yAxis, look.joined());
    }
}
