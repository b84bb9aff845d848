package lectern.data;

import java.util.List;

/// One person's hand at one moment: how a model glyph comes out on paper.
///
/// In this order: each point of the pen's way misses its place a little; the curve is bent by an elastic field, which
/// moves
/// the corners of a coarse grid and what lies between them smoothly along (P. Simard, D. Steinkraus, J. Platt, *Best
/// practices for convolutional neural networks*, 2003, in spirit); it is made slim or wide, slanted and turned.
final class Handwriting {

    private static final int STEPS = 5;
    private static final int GRID = 4;

    private static final double MISS = 0.028;
    private static final double BEND = 0.055;
    private static final double SLANT = 0.22;
    private static final double TURN = 0.11;
    private static final double SLIMMEST = 0.55;
    private static final double WIDEST = 1.0;

    private final StrictRandom random;
    private final double[] bendX = new double[GRID * GRID];
    private final double[] bendY = new double[GRID * GRID];
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;

    Handwriting(StrictRandom random) {
        this.random = random;
        for (int i = 0; i < GRID * GRID; i++) {
            bendX[i] = BEND * random.normal();
            bendY[i] = BEND * random.normal();
        }
        double width = random.uniform(SLIMMEST, WIDEST);
        double slant = SLANT * random.normal() - 0.1;
        double turn = TURN * random.normal();
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
            missed.put(i, stroke.x(i) + MISS * random.normal(), stroke.y(i) + MISS * random.normal());
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

    /// The field at a point of the box, interpolated from the four corners of its cell with slopes of zero there.
    private static double field(double[] corners, double x, double y) {
        double column = Math.clamp(x, 0, 1) * (GRID - 1);
        double row = Math.clamp(y, 0, 1) * (GRID - 1);
        int c = Math.min((int) column, GRID - 2);
        int r = Math.min((int) row, GRID - 2);
        double s = ease(column - c);
        double t = ease(row - r);
        int i = r * GRID + c;
        return (1 - t) * ((1 - s) * corners[i] + s * corners[i + 1])
                + t * ((1 - s) * corners[i + GRID] + s * corners[i + GRID + 1]);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }
}
