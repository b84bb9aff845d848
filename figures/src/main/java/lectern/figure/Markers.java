package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;

/// The signs of the points of a series: another form for each, so that a print without colour can be read too.
final class Markers {

    private static final List<Marker> FORMS = List.of(
            new Dot(BasicStroke.CAP_ROUND, 1),
            new Dot(BasicStroke.CAP_SQUARE, 0.85),
            new Polygon(0, -1.2, 1.1, 0.8, -1.1, 0.8),
            new Polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
            new Polygon(0, 1.2, 1.1, -0.8, -1.1, -0.8));

    private Markers() {}

    /// The marker of a series, counted from 0.
    static Marker of(int series) {
        return FORMS.get(series % FORMS.size());
    }

    /// A line without length and with thick ends: a disc or a square in the fewest characters of SVG.
    private static final class Dot extends Marker {

        private final int cap;
        private final double size;

        Dot(int cap, double size) {
            this.cap = cap;
            this.size = size;
        }

        @Override
        public void paint(Graphics2D g, double x, double y, int markerSize) {
            g.setStroke(new BasicStroke((float) (size * markerSize), cap, BasicStroke.JOIN_ROUND));
            g.draw(new Line2D.Double(x, y, x, y));
        }
    }

    /// Corners around the middle, in half marker sizes.
    private static final class Polygon extends Marker {

        private final double[] corners;

        Polygon(double... corners) {
            this.corners = corners;
        }

        @Override
        public void paint(Graphics2D g, double x, double y, int markerSize) {
            var path = new Path2D.Double();
            double half = markerSize / 2.0;
            for (int i = 0; i < corners.length; i += 2) {
                if (i == 0) {
                    path.moveTo(x + half * corners[0], y + half * corners[1]);
                } else {
                    path.lineTo(x + half * corners[i], y + half * corners[i + 1]);
                }
            }
            path.closePath();
            g.fill(path);
        }
    }
}
