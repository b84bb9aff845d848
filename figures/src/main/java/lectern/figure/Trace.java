package lectern.figure;

/// A series that can grow and change its look. Not for several threads; its chart holds a lock.
final class Trace {

    private final Points points;
    private final int index;
    private final boolean joined;
    private final boolean arrows;
    private boolean dashed;
    private boolean thin;

    Trace(String name, int index, boolean joined, boolean arrows) {
        this.points = new Points(name);
        this.index = index;
        this.joined = joined;
        this.arrows = arrows;
    }

    Points points() {
        return points;
    }

    int index() {
        return index;
    }

    void dash() {
        dashed = true;
    }

    void thin() {
        thin = true;
    }

    boolean joined() {
        return joined;
    }

    SeriesLayer layer() {
        return new SeriesLayer(points.series(), new SeriesLayer.Look(index, joined, dashed, thin, arrows));
    }
}
