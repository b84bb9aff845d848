package lectern.figure;

import java.util.function.DoubleBinaryOperator;
import lectern.nn.tensor.Tensor;

/// A function of two numbers at the points of a regular grid; between them it is interpolated.
///
/// @param values (height, width), the first row at y0
@SuppressWarnings("ArrayRecordComponent") // never compared
record Samples(int width, int height, double x0, double x1, double y0, double y1, double[] values) {

    static final int WIDTH = 145;
    static final int HEIGHT = 97;

    static Samples of(DoubleBinaryOperator f, double x0, double x1, double y0, double y1) {
        var samples = new Samples(WIDTH, HEIGHT, x0, x1, y0, y1, new double[WIDTH * HEIGHT]);
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                samples.values[row * WIDTH + column] = f.applyAsDouble(samples.x(column), samples.y(row));
            }
        }
        return samples;
    }

    /// All points of the grid, (height·width, 2), in the order of the values.
    static Tensor points(double x0, double x1, double y0, double y1) {
        var grid = new Samples(WIDTH, HEIGHT, x0, x1, y0, y1, new double[0]);
        Tensor points = Tensor.zeros(WIDTH * HEIGHT, 2);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            points.array()[2 * i] = (float) grid.x(i % WIDTH);
            points.array()[2 * i + 1] = (float) grid.y(Math.floorDiv(i, WIDTH));
        }
        return points;
    }

    double x(double column) {
        return x0 + (x1 - x0) * column / (width - 1);
    }

    double y(double row) {
        return y0 + (y1 - y0) * row / (height - 1);
    }

    double value(int column, int row) {
        return values[row * width + column];
    }

    /// The value at a point of the plane; NaN if it is outside, or beside a value that is not finite.
    double at(double x, double y) {
        double u = (x - x0) / (x1 - x0) * (width - 1);
        double v = (y - y0) / (y1 - y0) * (height - 1);
        if (!(u >= -1e-9 && u <= width - 1 + 1e-9 && v >= -1e-9 && v <= height - 1 + 1e-9)) {
            return Double.NaN;
        }
        int column = Math.clamp((int) u, 0, width - 2);
        int row = Math.clamp((int) v, 0, height - 2);
        double right = u - column;
        double above = v - row;
        return (1 - above) * ((1 - right) * value(column, row) + right * value(column + 1, row))
                + above * ((1 - right) * value(column, row + 1) + right * value(column + 1, row + 1));
    }

    /// From the smallest to the largest finite value; 0 … 1 if there is none.
    Range range() {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? new Range(min, max) : new Range(0, 1);
    }
}
