package lectern.data;

import java.util.List;
import lectern.nn.tensor.SeededRandom;

/// One person's hand at one moment: how a model glyph comes out on paper.
///
/// In this order: each point that the pen should pass is missed a little; the curve is bent by an elastic
/// field, known by its random values at 3 by 3 places of the box; it is made slim or wide, slanted and turned.
///
/// Source: P. Simard, D. Steinkraus, J. Platt, *Best practices for convolutional neural networks* (2003),
/// section 2, for the idea of affine and elastic distortions; here they move the pen's way and not the pixels.
final class Handwriting {

    private static final int STEPS = 6;
    private static final int GRID = 3;

    private static final double MISS = 0.018;
    private static final double BEND = 0.085;
    private static final double SLANT = 0.28;
    private static final double TURN = 0.15;
    private static final double SLIMMEST = 0.55;
    private static final double WIDEST = 1.3;

    private final SeededRandom random;
    private final double[] bendX = new double[GRID * GRID];
    private final double[] bendY = new double[GRID * GRID];
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;

    Handwriting(SeededRandom random) {
        this.random = random;
        for (int i = 0; i < GRID * GRID; i++) {
            bendX[i] = BEND * random.nextGaussian();
            bendY[i] = BEND * random.nextGaussian();
        }
        double width = random.nextDouble(SLIMMEST, WIDEST);
        double slant = SLANT * random.nextGaussian() - 0.1;
        double turn = TURN * random.nextGaussian();
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        // Turn after slant after width.
        this.xx = cos * width;
        this.xy = cos * slant - sin;
        this.yx = sin * width;
        this.yy = sin * slant + cos;
    }

    /// The curves this hand makes of a glyph, in a box of about its size.
    List<Stroke> write(Glyphs.Glyph glyph) {
        return glyph.strokes().stream()
                .map(this::missed)
                .map(stroke -> stroke.smooth(STEPS))
                .map(this::moved)
                .toList();
    }

    private Stroke missed(Stroke stroke) {
        var missed = new Stroke(stroke.count());
        for (int i = 0; i < stroke.count(); i++) {
            missed.put(i, stroke.x(i) + MISS * random.nextGaussian(), stroke.y(i) + MISS * random.nextGaussian());
        }
        return missed;
    }

    private Stroke moved(Stroke stroke) {
        var moved = new Stroke(stroke.count());
        for (int i = 0; i < stroke.count(); i++) {
            double x = stroke.x(i) + field(bendX, stroke.x(i), stroke.y(i)) - 0.5;
            double y = stroke.y(i) + field(bendY, stroke.x(i), stroke.y(i)) - 0.5;
            moved.put(i, xx * x + xy * y, yx * x + yy * y);
        }
        return moved;
    }

    /// The field at a point of the box: the polynomial of degree 2 in x and in y that has the given values where they
    /// are known. It has no kinks, so that round digits stay round.
    private static double field(double[] values, double x, double y) {
        double sum = 0;
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                sum += values[row * GRID + column] * basis(row, y) * basis(column, x);
            }
        }
        return sum;
    }

    /// The parabola that is 1 at the i-th of the places 0, ½, 1 and 0 at the others.
    private static double basis(int i, double t) {
        return switch (i) {
            case 0 -> (1 - t) * (1 - 2 * t);
            case 1 -> 4 * t * (1 - t);
            default -> t * (2 * t - 1);
        };
    }
}
