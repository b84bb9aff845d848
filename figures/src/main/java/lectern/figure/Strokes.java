package lectern.figure;

import java.awt.BasicStroke;

/// The lines of our figures.
final class Strokes {

    private static final float[][] DASHES = {null, {7, 4}, {2, 4}};

    private Strokes() {}

    static BasicStroke plain(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(double width) {
        return dashed(width, DASHES[1]);
    }

    private static BasicStroke dashed(double width, float... dashes) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    /// The line of a series: dashed when the colours start again.
    static BasicStroke series(int round, double width) {
        float[] dashes = DASHES[round % DASHES.length];
        return dashes == null ? plain(width) : dashed(width, dashes);
    }
}
