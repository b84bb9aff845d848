package lectern.figure;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a shape that stands by itself, as SVG path data relative to its first point: the letter `e` is one, with
/// its hole, wherever in a text it stands.
///
/// @param x of the first point
/// @param y of the first point
/// @param data the commands after the first `M`, all relative
record Outline(double x, double y, String data) {

    /// The parts of a shape. Contours whose boxes contain one another belong together, as a hole to what is around it.
    ///
    /// @param decimals digits after the point in the path data
    static List<Outline> of(Shape shape, int decimals) {
        var outlines = new ArrayList<Outline>();
        var contours = contours(shape);
        int first = 0;
        while (first < contours.size()) {
            Rectangle2D box = contours.get(first).box;
            int end = first + 1;
            while (end < contours.size() && nested(box, contours.get(end).box)) {
                box = box.createUnion(contours.get(end).box);
                end++;
            }
            outlines.add(joined(contours.subList(first, end), decimals));
            first = end;
        }
        return outlines;
    }

    private static boolean nested(Rectangle2D a, Rectangle2D b) {
        return a.contains(b) || b.contains(a);
    }

    private static Outline joined(List<Contour> contours, int decimals) {
        double x = contours.getFirst().points.getFirst()[0];
        double y = contours.getFirst().points.getFirst()[1];
        var data = new PathData(decimals);
        for (Contour contour : contours) {
            contour.write(data, x, y);
        }
        return new Outline(x, y, data.afterFirstMove());
    }

    private static List<Contour> contours(Shape shape) {
        var contours = new ArrayList<Contour>();
        Contour current = null;
        double[] c = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int type = i.currentSegment(c);
            if (type == PathIterator.SEG_MOVETO || current == null) {
                current = new Contour();
                contours.add(current);
            }
            current.take(type, c);
        }
        contours.removeIf(contour -> contour.types.size() < 2);
        return contours;
    }

    /// From one move to the next.
    private static final class Contour {

        private final List<Integer> types = new ArrayList<>();
        private final List<double[]> points = new ArrayList<>();
        private @Nullable Rectangle2D seen;
        private Rectangle2D box = new Rectangle2D.Double();

        void take(int type, double[] c) {
            types.add(type);
            points.add(c.clone());
            for (int k = 0; k < PathData.points(type); k++) {
                var point = new Rectangle2D.Double(c[2 * k], c[2 * k + 1], 0, 0);
                seen = seen == null ? point : seen.createUnion(point);
                box = seen;
            }
        }

        void write(PathData data, double x, double y) {
            for (int i = 0; i < types.size(); i++) {
                double[] moved = points.get(i);
                for (int k = 0; k < PathData.points(types.get(i)); k++) {
                    moved[2 * k] -= x;
                    moved[2 * k + 1] -= y;
                }
                data.add(types.get(i), moved);
            }
        }
    }
}
