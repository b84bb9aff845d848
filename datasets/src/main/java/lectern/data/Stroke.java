package lectern.data;

/// The way of a pen over the paper: points (x, y), x to the right, y downwards.
final class Stroke {

    private final double[] x;
    private final double[] y;

    Stroke(int count) {
        this.x = new double[count];
        this.y = new double[count];
    }

    int count() {
        return x.length;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    void put(int i, double newX, double newY) {
        x[i] = newX;
        y[i] = newY;
    }

    /// The smooth curve through these points, as a polygon with `steps` edges between two of them: a uniform
    /// Catmull–Rom spline whose ends are their own neighbours.
    Stroke smooth(int steps) {
        int pieces = count() - 1;
        var curve = new Stroke(pieces * steps + 1);
        for (int i = 0; i < pieces; i++) {
            int before = Math.max(i - 1, 0);
            int after = Math.min(i + 2, pieces);
            for (int s = 0; s < steps; s++) {
                double t = (double) s / steps;
                curve.put(
                        i * steps + s,
                        between(x[before], x[i], x[i + 1], x[after], t),
                        between(y[before], y[i], y[i + 1], y[after], t));
            }
        }
        curve.put(pieces * steps, x[pieces], y[pieces]);
        return curve;
    }

    private static double between(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
