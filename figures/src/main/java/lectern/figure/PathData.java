package lectern.figure;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/// Writes SVG path data in its shortest form: relative commands, rounded numbers, no digit or blank too many.
///
/// Rounding errors do not add up: each step is the difference of two rounded positions.
final class PathData {

    private final StringBuilder out = new StringBuilder();
    private final int decimals;
    private final int scale;
    private char command;
    private boolean fresh = true;
    private long x;
    private long y;
    private long startX;
    private long startY;
    private int firstMoveEnd;

    PathData(int decimals) {
        this.decimals = decimals;
        this.scale = (int) StrictMath.pow(10, decimals);
    }

    /// The path data of a whole shape.
    static String of(Shape shape, int decimals) {
        var data = new PathData(decimals);
        double[] c = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            data.add(i.currentSegment(c), c);
        }
        return data.out.toString();
    }

    /// A number as SVG takes it: `-.5`, `12`, `3.4`.
    static String number(double value, int decimals) {
        var out = new StringBuilder();
        append(out, Math.round(value * StrictMath.pow(10, decimals)), decimals);
        return out.toString();
    }

    /// How many points a segment of a path has.
    static int points(int segmentType) {
        return switch (segmentType) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 1;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 3;
            default -> 0;
        };
    }

    void add(int segmentType, double[] c) {
        switch (segmentType) {
            case PathIterator.SEG_MOVETO -> move(c[0], c[1]);
            case PathIterator.SEG_LINETO -> line(c[0], c[1]);
            case PathIterator.SEG_QUADTO -> curve('q', c, 2);
            case PathIterator.SEG_CUBICTO -> curve('c', c, 3);
            default -> close();
        }
    }

    private void move(double toX, double toY) {
        boolean first = out.isEmpty();
        long dx = rounded(toX) - x;
        long dy = rounded(toY) - y;
        command(first ? 'M' : 'm');
        coordinate(dx);
        coordinate(dy);
        stepTo(toX, toY);
        startX = x;
        startY = y;
        if (first) {
            firstMoveEnd = out.length();
        }
    }

    private void line(double toX, double toY) {
        long dx = rounded(toX) - x;
        long dy = rounded(toY) - y;
        if (dy == 0) {
            command('h');
            coordinate(dx);
        } else if (dx == 0) {
            command('v');
            coordinate(dy);
        } else {
            command('l');
            coordinate(dx);
            coordinate(dy);
        }
        stepTo(toX, toY);
    }

    private void curve(char letter, double[] c, int points) {
        command(letter);
        for (int k = 0; k < points; k++) {
            coordinate(rounded(c[2 * k]) - x);
            coordinate(rounded(c[2 * k + 1]) - y);
        }
        stepTo(c[2 * points - 2], c[2 * points - 1]);
    }

    private void close() {
        command('z');
        x = startX;
        y = startY;
    }

    private void stepTo(double toX, double toY) {
        x = rounded(toX);
        y = rounded(toY);
    }

    private long rounded(double value) {
        return Math.round(value * scale);
    }

    private void command(char letter) {
        if (letter != command || letter == 'm' || letter == 'M') {
            out.append(letter);
            command = letter;
            fresh = true;
        }
    }

    private void coordinate(long value) {
        if (!fresh && value >= 0) {
            out.append(' ');
        }
        append(out, value, decimals);
        fresh = false;
    }

    private static void append(StringBuilder out, long value, int decimals) {
        if (value < 0) {
            out.append('-');
        }
        String digits = Long.toString(Math.abs(value));
        int whole = digits.length() - decimals;
        if (whole > 0) {
            out.append(digits, 0, whole);
        }
        String fraction = whole >= 0 ? digits.substring(whole) : "0".repeat(-whole) + digits;
        fraction = fraction.replaceFirst("0+$", "");
        if (!fraction.isEmpty()) {
            out.append('.').append(fraction);
        } else if (whole <= 0) {
            out.append('0');
        }
    }

    /// What follows the first `M` and its point.
    String afterFirstMove() {
        return out.substring(firstMoveEnd);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
