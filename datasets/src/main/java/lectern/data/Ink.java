package lectern.data;

import java.util.List;

/// Paints strokes into an image of 28 by 28 pixels as MNIST has them: fitted into 20 by 20 pixels without being
/// stretched, then moved so that the centre of mass of the ink is the centre of the image.
///
/// A pixel is as dark as the nearest stroke covers it, by its distance alone; with plain arithmetic and square
/// roots this gives the same bytes on every machine, which the platform's own graphics does not promise.
final class Ink {

    static final int SIZE = 28;

    private static final double BOX = 20;
    private static final double EDGE = 0.75;

    private final double radius;
    private final double darkness;

    /// @param radius half the width of the pen, pixels
    /// @param darkness of the middle of a stroke, at most 1
    Ink(double radius, double darkness) {
        this.radius = radius;
        this.darkness = darkness;
    }

    /// Writes the pixels, each k / 255 with a whole k, to `image` from `offset` on.
    void paint(List<Stroke> strokes, float[] image, int offset) {
        var cover = new double[SIZE * SIZE];
        Placement place = place(strokes);
        for (Stroke stroke : strokes) {
            double x = place.x(stroke.x(0));
            double y = place.y(stroke.y(0));
            for (int i = 1; i < stroke.count(); i++) {
                double nextX = place.x(stroke.x(i));
                double nextY = place.y(stroke.y(i));
                line(cover, x, y, nextX, nextY);
                x = nextX;
                y = nextY;
            }
        }
        for (int i = 0; i < cover.length; i++) {
            image[offset + i] = (int) (255 * darkness * cover[i] + 0.5) / 255f;
        }
    }

    /// The ink of a stroke lies evenly along it, so its centre of mass is that of its edges, weighed by length.
    private Placement place(List<Stroke> strokes) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (Stroke stroke : strokes) {
            for (int i = 0; i < stroke.count(); i++) {
                left = Math.min(left, stroke.x(i));
                right = Math.max(right, stroke.x(i));
                top = Math.min(top, stroke.y(i));
                bottom = Math.max(bottom, stroke.y(i));
                if (i > 0) {
                    double dx = stroke.x(i) - stroke.x(i - 1);
                    double dy = stroke.y(i) - stroke.y(i - 1);
                    double length = Math.sqrt(dx * dx + dy * dy);
                    mass += length;
                    massX += length * (stroke.x(i) + stroke.x(i - 1)) / 2;
                    massY += length * (stroke.y(i) + stroke.y(i - 1)) / 2;
                }
            }
        }
        double scale = (BOX - 2 * radius) / Math.max(right - left, bottom - top);
        return new Placement(scale, massX / mass, massY / mass);
    }

    /// From the strokes' coordinates to pixels.
    private record Placement(double scale, double centreX, double centreY) {

        double x(double x) {
            return (x - centreX) * scale + SIZE / 2.0;
        }

        double y(double y) {
            return (y - centreY) * scale + SIZE / 2.0;
        }
    }

    private void line(double[] cover, double x0, double y0, double x1, double y1) {
        double reach = radius + EDGE;
        int left = pixel(Math.min(x0, x1) - reach);
        int right = pixel(Math.max(x0, x1) + reach);
        int top = pixel(Math.min(y0, y1) - reach);
        int bottom = pixel(Math.max(y0, y1) + reach);
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = dx * dx + dy * dy;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double along = squared > 0 ? Math.clamp((px * dx + py * dy) / squared, 0, 1) : 0;
                double ex = px - along * dx;
                double ey = py - along * dy;
                double distance = Math.sqrt(ex * ex + ey * ey);
                double here = Math.clamp((reach - distance) / (2 * EDGE), 0, 1);
                int i = row * SIZE + column;
                cover[i] = Math.max(cover[i], here);
            }
        }
    }

    private static int pixel(double coordinate) {
        return Math.clamp((int) coordinate, 0, SIZE - 1);
    }
}
