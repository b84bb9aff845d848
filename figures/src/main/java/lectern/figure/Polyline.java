package lectern.figure;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// A series in pixels; NaN is a gap.
///
/// Where there are many more points than pixels, only those are kept that can be seen: in each column of pixels the
/// first, the lowest, the highest and the last.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Polyline(double[] xs, double[] ys, int count) {

    /// Gets a pixel of the drawing.
    interface Place {
        void at(double x, double y);
    }

    private static final int MANY = 2000;

    /// @param placed positions on the axes of the plane
    static Polyline of(Series placed, Plane plane) {
        int length = placed.xs().length;
        double[] xs = new double[length];
        double[] ys = new double[length];
        for (int i = 0; i < length; i++) {
            xs[i] = plane.pixelX(placed.xs()[i]);
            ys[i] = plane.pixelY(placed.ys()[i]);
        }
        return new Polyline(xs, ys, placed.count());
    }

    boolean within(Plane plane) {
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(ys[i]) && !plane.holds(xs[i], ys[i])) {
                return false;
            }
        }
        return true;
    }

    Path2D path() {
        var path = new Path2D.Double();
        boolean following = false;
        for (int i : seen()) {
            if (Double.isNaN(ys[i])) {
                following = false;
            } else if (following) {
                path.lineTo(xs[i], ys[i]);
            } else {
                path.moveTo(xs[i], ys[i]);
                following = true;
            }
        }
        return path;
    }

    /// The points that make a difference, in their order.
    private List<Integer> seen() {
        var seen = new ArrayList<Integer>();
        int from = 0;
        while (from < xs.length) {
            int end = from + 1;
            int low = from;
            int high = from;
            boolean gap = Double.isNaN(ys[from]);
            while (xs.length > MANY && end < xs.length && !gap && Math.rint(xs[end]) == Math.rint(xs[from])) {
                gap = Double.isNaN(ys[end]);
                low = ys[end] < ys[low] ? end : low;
                high = ys[end] > ys[high] ? end : high;
                end++;
            }
            for (int i : new int[] {from, Math.min(low, high), Math.max(low, high), end - 1}) {
                if (seen.isEmpty() || i > seen.getLast()) {
                    seen.add(i);
                }
            }
            from = end;
        }
        return seen;
    }

    void each(Place place) {
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(ys[i])) {
                place.at(xs[i], ys[i]);
            }
        }
    }

    /// The sign of every point, as one path.
    Path2D points(Markers.Marker marker) {
        var path = new Path2D.Double();
        each((x, y) -> marker.add(path, x, y));
        return path;
    }

    /// A head at the end of each piece that is long enough for one, and at the last of all.
    void arrows(Sheet sheet, Color color, double size) {
        for (int i = 1; i < xs.length; i++) {
            double length = StrictMath.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
            if (length > 1.6 * size || (i == xs.length - 1 && length > 0)) {
                Arrow.head(sheet, xs[i - 1], ys[i - 1], xs[i], ys[i], size, color);
            }
        }
    }
}
