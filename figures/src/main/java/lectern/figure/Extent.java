package lectern.figure;

/// What has to be seen of a plane: grows by every point that it is told of.
final class Extent {

    private final Axis xAxis;
    private final Axis yAxis;
    private double minX = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private boolean tight;
    private boolean onFloor;
    private int unplaced;

    Extent(Axis xAxis, Axis yAxis) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /// Takes in a point; one with a number that has no place is left out.
    void point(double x, double y) {
        double px = xAxis.position(x);
        double py = yAxis.position(y);
        if (!Double.isNaN(px) && !Double.isNaN(py)) {
            minX = Math.min(minX, px);
            maxX = Math.max(maxX, px);
            minY = Math.min(minY, py);
            maxY = Math.max(maxY, py);
        } else if (Double.isFinite(x) && Double.isFinite(y)) {
            unplaced++;
        }
    }

    void x(double x) {
        double px = xAxis.position(x);
        if (!Double.isNaN(px)) {
            minX = Math.min(minX, px);
            maxX = Math.max(maxX, px);
        }
    }

    void y(double y) {
        double py = yAxis.position(y);
        if (!Double.isNaN(py)) {
            minY = Math.min(minY, py);
            maxY = Math.max(maxY, py);
        }
    }

    /// Says that the axes end where the content ends, as with an area.
    void tight() {
        tight = true;
    }

    /// Says that the content stands on y = 0, as bars do.
    void onFloor() {
        onFloor = true;
        y(0);
    }

    boolean logarithmicY() {
        return yAxis == Axis.LOGARITHMIC;
    }

    /// How many points of finite numbers have no place: those that are not positive on a logarithmic axis.
    int unplaced() {
        return unplaced;
    }

    Range x() {
        return range(minX, maxX);
    }

    Range y() {
        return range(minY, maxY);
    }

    /// The same with room at the ends, for a drawing.
    Range roomyX() {
        return roomy(x(), tight, false);
    }

    Range roomyY() {
        return roomy(y(), tight, onFloor && minY == 0);
    }

    private static Range range(double min, double max) {
        return (min <= max ? new Range(min, max) : new Range(0, 1)).drawable();
    }

    private static Range roomy(Range range, boolean tight, boolean floor) {
        double room = tight ? 0 : 0.04 * range.length();
        return new Range(floor ? range.min() : range.min() - room, range.max() + room);
    }
}
