package lectern.figure;

import java.util.Arrays;

/// Named points, in the order in which they were given.
@SuppressWarnings("ArrayRecordComponent") // never compared, and lists would box each number
record Series(String name, double[] xs, double[] ys) {

    /// Points of which both numbers are finite on the axes they are drawn on; a gap is a point with y = NaN.
    Series on(Axis xAxis, Axis yAxis) {
        double[] x = new double[xs.length];
        double[] y = new double[xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            double px = xAxis.position(xs[i]);
            double py = yAxis.position(ys[i]);
            if (!Double.isNaN(px)) {
                x[count] = px;
                y[count++] = py;
            } else if (count > 0) {
                // A line does not lead over a point that has no place, and a gap needs some x.
                x[count] = x[count - 1];
                y[count++] = Double.NaN;
            }
        }
        return new Series(name, Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    /// How many points are no gap.
    int count() {
        int count = 0;
        for (double y : ys) {
            count += Double.isNaN(y) ? 0 : 1;
        }
        return count;
    }
}
