package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Larger images, each pixel becoming `scale` × `scale`: **y = R x Cᵀ** for each map, where a row of R, and
/// likewise of C, says of which rows of x a row of y is made. Pullback: dx += Rᵀ dy C.
///
/// Shapes: x (batch, channels, height, width), y (batch, channels, scale · height, scale · width).
///
/// Source: R. Szeliski, *Computer Vision* (2nd ed. 2022), section 3.5.1.
///
/// @param scale 1 or more
/// @param blend of what a pixel is made
public record Upsample(int scale, Blend blend) implements Layer {

    /// Of which pixels of x one of y is made, and where the two images lie over each other. Pixel i of y has
    /// its place on the pixels of x, whose centres are 0, 1, …, size − 1; nothing lies beyond the first and
    /// the last.
    public enum Blend {
        /// Of the pixel that it lies in.
        NEAREST,
        /// Of the two pixels that it lies between, weighted by nearness; the edges of the images are at the
        /// same places: (i + ½) / scale − ½.
        BILINEAR,
        /// The same, but the centres of the corner pixels are at the same places: i (size − 1) / (scale · size
        /// − 1).
        BILINEAR_ALIGNED
    }

    /// @throws IllegalArgumentException if the scale is below 1
    public Upsample {
        if (scale < 1) {
            throw new IllegalArgumentException("Upsample: expected a scale of 1 or more, found " + scale);
        }
    }

    /// Pixels repeated.
    public static Upsample nearest(int scale) {
        return new Upsample(scale, Blend.NEAREST);
    }

    /// Pixels blended into each other.
    public static Upsample bilinear(int scale) {
        return new Upsample(scale, Blend.BILINEAR);
    }

    /// Pixels blended into each other, those at the corners left as they are.
    public static Upsample bilinearAligned(int scale) {
        return new Upsample(scale, Blend.BILINEAR_ALIGNED);
    }

    /// @throws ShapeException if x is not images
    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        if (shape.rank() != 4) {
            throw new ShapeException("Upsample", "images (batch, channels, height, width)", shape);
        }
        Weights rows = new Weights(shape.size(2), scale, blend);
        Weights columns = new Weights(shape.size(3), scale, blend);
        Tensor y = Arena.tensor(shape.size(0), shape.size(1), rows.count(), columns.count());
        enlarge(shape, rows, columns, x.borrow().array(), y.array());
        return Var.operation(
                "upsample",
                y,
                dy -> {
                    Tensor dx = Arena.zeros(shape);
                    reduce(shape, rows, columns, dy.array(), dx.array());
                    x.addGradient(dx);
                },
                x);
    }

    private static void enlarge(Shape shape, Weights rows, Weights columns, float[] x, float[] y) {
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
                    float above = mix(x[upper + left], x[upper + right], along);
                    float below = mix(x[lower + left], x[lower + right], along);
                    y[at] = mix(above, below, down);
                }
            }
        }
    }

    /// What has no part is not touched: 0 times an infinite number is not a number.
    private static float mix(float a, float b, float part) {
        return part == 0 ? a : (1 - part) * a + part * b;
    }

    private static void reduce(Shape shape, Weights rows, Weights columns, float[] dy, float[] dx) {
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
        String name = switch (blend) {
            case NEAREST -> "nearest";
            case BILINEAR -> "bilinear";
            case BILINEAR_ALIGNED -> "aligned bilinear";
        };
        return name + " upsample ×" + scale;
    }

    /// Of which two rows, or columns, of x each one of y is made, and which part the second has.
    private static final class Weights {

        final int[] first;
        final int[] second;
        final float[] part;

        Weights(int size, int scale, Blend blend) {
            first = new int[size * scale];
            second = new int[size * scale];
            part = new float[size * scale];
            for (int i = 0; i < part.length; i++) {
                float place = place(i, size, scale, blend);
                first[i] = (int) place;
                part[i] = place - first[i];
                second[i] = part[i] == 0 ? first[i] : Math.min(size - 1, first[i] + 1);
            }
        }

        private static float place(int i, int size, int scale, Blend blend) {
            return switch (blend) {
                case NEAREST -> Math.floorDiv(i, scale);
                case BILINEAR -> Math.max(0, (i + 0.5f) / scale - 0.5f);
                case BILINEAR_ALIGNED -> i * (size - 1f) / Math.max(1, scale * size - 1);
            };
        }

        int count() {
            return part.length;
        }
    }
}
