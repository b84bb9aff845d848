package lectern.figure;

import java.util.List;
import java.util.function.Function;

/// From the smallest to the largest of some numbers.
record Range(double min, double max) {

    /// The range of the finite numbers; 0 … 1 if there are none.
    static Range of(List<Series> all, Function<Series, double[]> numbers) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Series series : all) {
            double[] values = numbers.apply(series);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(series.ys()[i])) {
                    min = Math.min(min, values[i]);
                    max = Math.max(max, values[i]);
                }
            }
        }
        return min <= max ? new Range(min, max) : new Range(0, 1);
    }

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

    /// From one whole number to another, for decades.
    Range whole() {
        double low = Math.floor(min + 1e-9);
        double high = Math.ceil(max - 1e-9);
        return low < high ? new Range(low, high) : new Range(low - 1, high + 1);
    }

    /// The power of ten in which this range is from 1 to 10 long.
    double unit() {
        return Math.pow(10, Math.floor(Math.log10(length())));
    }

    /// The same range counted in another unit.
    Range per(double unit) {
        return new Range(min / unit, max / unit);
    }
}
