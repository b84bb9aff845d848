package lectern.figure;

import java.util.Arrays;

/// A series that grows. Not for several threads; its chart holds a lock.
final class Points {

    private final String name;
    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int count;

    Points(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(double x, double y) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
        }
        xs[count] = x;
        ys[count++] = y;
    }

    /// Puts these points in place of those there were.
    void set(double[] newXs, double[] newYs) {
        xs = newXs.length == 0 ? new double[16] : newXs.clone();
        ys = newYs.length == 0 ? new double[16] : newYs.clone();
        count = newXs.length;
    }

    Series series() {
        return new Series(name, Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }
}
