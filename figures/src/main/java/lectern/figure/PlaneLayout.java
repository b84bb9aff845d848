package lectern.figure;

import org.jspecify.annotations.Nullable;

/// What a plane plot is told by those around it.
///
/// @param x the ends of the horizontal axis; null to choose them
/// @param y the ends of the vertical axis; null to choose them
/// @param insets the least room around the plane; null for none
/// @param outerX whether the horizontal axis has its numbers and name here
/// @param outerY whether the vertical axis has its numbers and name here
/// @param legend whether the legend is here
record PlaneLayout(
        int width,
        int height,
        @Nullable Range x,
        @Nullable Range y,
        @Nullable Insets insets,
        boolean outerX,
        boolean outerY,
        boolean legend) {

    /// A chart by itself.
    static final PlaneLayout ALONE = new PlaneLayout(640, 400, null, null, null, true, true, true);

    /// The room around a plane, in pixels.
    record Insets(double left, double top, double right, double bottom) {
        Insets atLeast(Insets other) {
            return new Insets(
                    Math.max(left, other.left),
                    Math.max(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }

    PlaneLayout withInsets(Insets wanted) {
        return new PlaneLayout(width, height, x, y, wanted, outerX, outerY, legend);
    }
}
