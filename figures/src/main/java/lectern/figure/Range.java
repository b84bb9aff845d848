package lectern.figure;

/// From the smallest to the largest of some numbers.
record Range(double min, double max) {

    double length() {
        return max - min;
    }

    /// Wide enough to draw: a single number gets room on both sides.
    Range drawable() {
        double room = Math.max(Math.abs(max), Math.abs(min)) * 1e-9;
        return length() > room ? this : new Range(min - roomAround(), max + roomAround());
    }

    private double roomAround() {
        return min == 0 ? 1 : Math.abs(min) / 2;
    }

    /// The power of ten in which this range is from 1 to 10 long.
    double unit() {
        return StrictMath.pow(10, Math.floor(StrictMath.log10(length())));
    }

    Range union(Range other) {
        return new Range(Math.min(min, other.min), Math.max(max, other.max));
    }
}
