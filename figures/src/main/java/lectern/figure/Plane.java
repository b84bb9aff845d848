package lectern.figure;

import java.awt.geom.Rectangle2D;

/// A part of a drawing with two axes: from numbers to pixels.
///
/// @param area in pixels
/// @param x the positions at its left and right end
/// @param y the positions at its lower and upper end
/// @param covered whether the area is painted over, so that what stands on it needs an edge
/// @param taken where words should rather not stand
record Plane(Theme theme, Rectangle2D area, Axis xAxis, Axis yAxis, Range x, Range y, boolean covered, Taken taken) {

    /// The same with places that are taken.
    Plane with(Taken places) {
        return new Plane(theme, area, xAxis, yAxis, x, y, covered, places);
    }

    /// The pixel of a number; NaN if it has no place.
    double px(double value) {
        return pixelX(xAxis.position(value));
    }

    double py(double value) {
        return pixelY(yAxis.position(value));
    }

    double pixelX(double position) {
        return area.getX() + (position - x.min()) / x.length() * area.getWidth();
    }

    double pixelY(double position) {
        return area.getMaxY() - (position - y.min()) / y.length() * area.getHeight();
    }

    /// Whether a pixel is in the area or at its edge.
    boolean holds(double px, double py) {
        double hair = 0.01;
        return px >= area.getMinX() - hair
                && px <= area.getMaxX() + hair
                && py >= area.getMinY() - hair
                && py <= area.getMaxY() + hair;
    }
}
