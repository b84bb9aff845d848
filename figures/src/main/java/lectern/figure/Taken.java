package lectern.figure;

import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Where lines and points are, so that words can stand beside them.
///
/// @param points on all lines, a few pixels apart, and those of clouds
record Taken(List<Point2D> points) {

    static final Taken NOTHING = new Taken(List.of());

    private static final double STEP = 5;

    /// A place for words.
    ///
    /// @param y of the baseline
    record Place(double x, double y, Mark.Anchor anchor) {

        Rectangle2D box(double width) {
            return new Rectangle2D.Double(x - anchor.share() * width - 2, y - 11, width + 4, 15);
        }
    }

    static Taken by(List<PlaneLayer> layers, Plane plane) {
        var points = new ArrayList<Point2D>();
        for (PlaneLayer layer : layers) {
            if (layer instanceof SeriesLayer series) {
                var line = Polyline.of(series.series().on(plane.xAxis(), plane.yAxis()), plane);
                add(points, line.path().getPathIterator(null), series.look().joined());
            }
        }
        return new Taken(points);
    }

    private static void add(List<Point2D> points, PathIterator path, boolean joined) {
        double[] c = new double[6];
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            boolean follows = path.currentSegment(c) == PathIterator.SEG_LINETO && joined;
            int steps = follows ? (int) Math.ceil(Math.min(400, StrictMath.hypot(c[0] - x, c[1] - y) / STEP)) : 0;
            for (int step = 1; step < steps; step++) {
                double share = (double) step / steps;
                points.add(new Point2D.Double(x + share * (c[0] - x), y + share * (c[1] - y)));
            }
            points.add(new Point2D.Double(c[0], c[1]));
            x = c[0];
            y = c[1];
        }
    }

    /// The place that covers least, of those inside the plane; of equal ones the first.
    Place best(String words, Rectangle2D area, List<Place> places) {
        double width = Letters.width(words, Letters.SMALL);
        Place best = places.getFirst();
        long least = Long.MAX_VALUE;
        for (Place place : places) {
            Rectangle2D box = place.box(width);
            long covered = points.stream().filter(box::contains).count() + (area.contains(box) ? 0 : 1_000_000);
            if (covered < least) {
                least = covered;
                best = place;
            }
        }
        return best;
    }
}
