package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Larger images, each pixel becoming `scale` × `scale`: **y = R x Cᵀ** for each map, where a row of R, and
/// likewise of C,
/// says of which rows of x a row of y is made. Pullback: dx += Rᵀ dy C.
///
/// - [nearest][#nearest]: of one, the pixel that it lies in
/// - [bilinear][#bilinear]: of the two that it lies between, weighted by nearness; with the corners of the
/// images at the
/// same places, the centre of pixel i of y is at (i + ½) / scale − ½, and nothing lies beyond the first and
/// last centres
///
/// Shapes: x (batch, channels, height, width), y (batch, channels, scale · height, scale · width).
///
/// Source: R. Szeliski, *Computer Vision* (2nd ed. 2022), section 3.5.1.
///
/// @param scale 1 or more
/// @param smooth whether bilinear
public record Upsample(int scale, boolean smooth) implements Layer {

    /// @throws IllegalArgumentException if the scale is below 1
    public Upsample {
        if (scale < 1) {
            throw new IllegalArgumentException("Upsample: expected a scale of 1 or more, found " + scale);
        }
    }

    /// Pixels repeated.
    public static Upsample nearest(int scale) {
        return new Upsample(scale, false);
    }

    /// Pixels blended into each other.
    public static Upsample bilinear(int scale) {
        return new Upsample(scale, true);
    }

    /// @throws ShapeException if x is not images
    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        if (shape.rank() != 4) {
            throw new ShapeException("Upsample", "images (batch, channels, height, width)", shape);
        }
        Blend rows = new Blend(shape.size(2), scale, smooth);
        Blend columns = new Blend(shape.size(3), scale, smooth);
        Tensor y = Arena.tensor(shape.size(0), shape.size(1), rows.count(), columns.count());
        enlarge(shape, rows, columns, x.borrow().array(), y.array());
        return Var.operation(
                y,
                dy -> {
                    Tensor dx = Arena.zeros(shape);
                    reduce(shape, rows, columns, dy.array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }

    private static void enlarge(Shape shape, Blend rows, Blend columns, float[] x, float[] y) {
        int width = shape.size(3);
        int at = 0;
        for (int map = 0; map < shape.size(0) * shape.size(1); map++) {
            int from = map * shape.size(2) * width;
            for (int i = 0; i < rows.count(); i++) {
                int upper = from + rows.first[i] * width;
                int lower = from + rows.second[i] * width;
                float down = rows.part[i];
                for (int j = 0; j < columns.count(); j++, at++) {
                    int left = columns.first[j];
                    int right = columns.second[j];
                    float along = columns.part[j];
                    float above = (1 - along) * x[upper + left] + along * x[upper + right];
                    float below = (1 - along) * x[lower + left] + along * x[lower + right];
                    y[at] = (1 - down) * above + down * below;
                }
            }
        }
    }

    private static void reduce(Shape shape, Blend rows, Blend columns, float[] dy, float[] dx) {
        int width = shape.size(3);
        int at = 0;
        for (int map = 0; map < shape.size(0) * shape.size(1); map++) {
            int from = map * shape.size(2) * width;
            for (int i = 0; i < rows.count(); i++) {
                int upper = from + rows.first[i] * width;
                int lower = from + rows.second[i] * width;
                for (int j = 0; j < columns.count(); j++, at++) {
                    float below = rows.part[i] * dy[at];
                    float above = (1 - rows.part[i]) * dy[at];
                    float along = columns.part[j];
                    dx[upper + columns.first[j]] += (1 - along) * above;
                    dx[upper + columns.second[j]] += along * above;
                    dx[lower + columns.first[j]] += (1 - along) * below;
                    dx[lower + columns.second[j]] += along * below;
                }
            }
        }
    }

    @Override
    public String toString() {
        return (smooth ? "bilinear" : "nearest") + " upsample ×" + scale;
    }

    /// Of which two rows, or columns, of x each one of y is made, and which part the second has.
    private static final class Blend {

        final int[] first;
        final int[] second;
        final float[] part;

        Blend(int size, int scale, boolean smooth) {
            first = new int[size * scale];
            second = new int[size * scale];
            part = new float[size * scale];
            for (int i = 0; i < part.length; i++) {
                float place = Math.max(0, (i + 0.5f) / scale - 0.5f);
                int nearest = i / scale;
                first[i] = smooth ? (int) place : nearest;
                second[i] = smooth ? Math.min(size - 1, (int) place + 1) : nearest;
                part[i] = smooth ? place - (int) place : 0;
            }
        }

        int count() {
            return part.length;
        }
    }
}
