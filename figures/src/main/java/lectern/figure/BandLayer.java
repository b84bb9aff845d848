package lectern.figure;

import java.awt.Color;
import java.awt.geom.Path2D;

/// A band between two lines, such as a mean plus and minus a deviation. Its name stands at the line in its middle.
///
/// @param index of the series whose colour it has
@SuppressWarnings("ArrayRecordComponent") // never compared
record BandLayer(int index, double[] xs, double[] lows, double[] highs) implements PlaneLayer {

    private static final int OPACITY = 56;

    @Override
    public Depth depth() {
        return Depth.GROUND;
    }

    @Override
    public void extend(Extent extent) {
        for (int i = 0; i < xs.length; i++) {
            extent.point(xs[i], lows[i]);
            extent.point(xs[i], highs[i]);
        }
    }

    /// A band that reaches down to where a logarithmic axis has no place goes to the lower edge.
    @Override
    public void paint(Plane plane, Sheet sheet) {
        var path = new Path2D.Double();
        int from = 0;
        for (int i = 0; i <= xs.length; i++) {
            if (i == xs.length || Double.isNaN(plane.px(xs[i])) || Double.isNaN(plane.py(highs[i]))) {
                add(path, plane, from, i);
                from = i + 1;
            }
        }
        Color color = plane.theme().color(index);
        sheet.clip(plane.area());
        sheet.fill(path, new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
        sheet.clip(null);
    }

    private void add(Path2D path, Plane plane, int from, int end) {
        for (int i = from; i < end; i++) {
            if (i == from) {
                path.moveTo(plane.px(xs[i]), plane.py(highs[i]));
            } else {
                path.lineTo(plane.px(xs[i]), plane.py(highs[i]));
            }
        }
        for (int i = end - 1; i >= from; i--) {
            double low = plane.py(lows[i]);
            path.lineTo(plane.px(xs[i]), Double.isNaN(low) ? plane.area().getMaxY() : low);
        }
        if (end > from) {
            path.closePath();
        }
    }

    @Override
    public void text(TextPlane text) {
        for (int i = 0; i < xs.length; i++) {
            text.dot(xs[i], lows[i], ':');
            text.dot(xs[i], highs[i], ':');
        }
    }

    @Override
    public String description(Axis xAxis, Axis yAxis) {
        return "";
    }
}
