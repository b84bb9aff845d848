package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Images with a border of zeros. Pullback: dx += dy within the border.
///
/// Shapes: x (batch, channels, height, width), y (batch, channels, top + height + bottom, left + width +
/// right).
///
/// @param top rows above
/// @param bottom rows below
/// @param left columns before
/// @param right columns after
public record ZeroPad2d(int top, int bottom, int left, int right) implements Layer {

    /// @throws IllegalArgumentException if a border is negative
    public ZeroPad2d {
        if (top < 0 || bottom < 0 || left < 0 || right < 0) {
            throw new IllegalArgumentException("ZeroPad2d: expected borders of 0 or more, found " + top + ", " + bottom
                    + ", " + left + " and " + right);
        }
    }

    /// @throws ShapeException if x is not images
    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        if (shape.rank() != 4) {
            throw new ShapeException("ZeroPad2d", "images (batch, channels, height, width)", shape);
        }
        Tensor y = Arena.zeros(
                Shape.of(shape.size(0), shape.size(1), top + shape.size(2) + bottom, left + shape.size(3) + right));
        copy(shape, x.borrow().array(), y.array(), true);
        return Var.operation(
                "zeroPad2d",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(shape);
                    copy(shape, dx.array(), dy.array(), false);
                    x.addGradient(dx);
                },
                x);
    }

    private void copy(Shape shape, float[] inner, float[] outer, boolean outwards) {
        int height = shape.size(2);
        int width = shape.size(3);
        int wide = left + width + right;
        for (int map = 0; map < shape.size(0) * shape.size(1); map++) {
            for (int i = 0; i < height; i++) {
                int in = (map * height + i) * width;
                int out = (map * (top + height + bottom) + top + i) * wide + left;
                if (outwards) {
                    System.arraycopy(inner, in, outer, out, width);
                } else {
                    System.arraycopy(outer, out, inner, in, width);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "zero pad " + top + ", " + bottom + ", " + left + ", " + right;
    }
}
