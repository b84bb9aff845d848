package lectern.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;

/// The signs of the points of a series: another form for each, so that a print without colour can be read too.
final class Markers {

    static final double SIZE = 6;

    /// How long the line is whose thick ends make a square: PDF gives square ends to lines with a direction only.
    private static final double DIRECTED = 0.15;

    private static final List<Marker> FORMS = List.of(
            dot(BasicStroke.CAP_ROUND, 1),
            dot(BasicStroke.CAP_SQUARE, 0.85),
            polygon(0, -1.2, 1.1, 0.8, -1.1, 0.8),
            polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0),
            polygon(0, 1.2, 1.1, -0.8, -1.1, -0.8));

    private Markers() {}

    private static Marker dot(int cap, double size) {
        return new Marker(cap, size, new double[0]);
    }

    private static Marker polygon(double... corners) {
        return new Marker(0, 1, corners);
    }

    /// The marker of a series, counted from 0.
    static Marker of(int series) {
        return FORMS.get(series % FORMS.size());
    }

    /// A sign, painted at all points that are added to one path.
    ///
    /// A disc or a square is a line almost without length and with thick ends, in the fewest characters of SVG.
    ///
    /// @param corners around the middle, in half sizes; none for a disc or a square
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Marker(int cap, double size, double[] corners) {

        void add(Path2D path, double x, double y) {
            if (corners.length == 0) {
                path.moveTo(x, y);
                path.lineTo(cap == BasicStroke.CAP_SQUARE ? x + DIRECTED : x, y);
                return;
            }
            for (int i = 0; i < corners.length; i += 2) {
                double cornerX = x + SIZE / 2 * corners[i];
                double cornerY = y + SIZE / 2 * corners[i + 1];
                if (i == 0) {
                    path.moveTo(cornerX, cornerY);
                } else {
                    path.lineTo(cornerX, cornerY);
                }
            }
            path.closePath();
        }

        /// @param edge how much wider than usual, in pixels
        void paint(Sheet sheet, Path2D path, Color color, double edge) {
            if (corners.length == 0) {
                sheet.line(path, color, new BasicStroke((float) (size * SIZE + edge), cap, BasicStroke.JOIN_ROUND));
                return;
            }
            sheet.fill(path, color);
            if (edge > 0) {
                sheet.line(path, color, Strokes.plain(edge));
            }
        }
    }
}
