package lectern.figure;

import java.awt.Color;
import java.awt.geom.Path2D;

/// Heads of arrows.
final class Arrow {

    private Arrow() {}

    /// Paints a head whose tip is at the end of a line.
    static void head(Sheet sheet, double fromX, double fromY, double toX, double toY, double size, Color color) {
        var path = new Path2D.Double();
        add(path, fromX, fromY, toX, toY, size);
        sheet.fill(path, color);
    }

    /// Adds a head to a path that will be filled.
    static void add(Path2D path, double fromX, double fromY, double toX, double toY, double size) {
        double length = StrictMath.hypot(toX - fromX, toY - fromY);
        if (!(length > 0)) {
            return;
        }
        double dx = size * (toX - fromX) / length;
        double dy = size * (toY - fromY) / length;
        double slim = 0.4;
        path.moveTo(toX, toY);
        path.lineTo(toX - dx - slim * dy, toY - dy + slim * dx);
        path.lineTo(toX - 0.75 * dx, toY - 0.75 * dy);
        path.lineTo(toX - dx + slim * dy, toY - dy - slim * dx);
        path.closePath();
    }
}
