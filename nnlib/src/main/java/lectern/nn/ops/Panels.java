package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Copies of a matrix in the order in which a product reads it: in panels two vectors wide, each with its terms
/// one after the other, so that the innermost loop reads memory in one direction and without gaps.
///
/// What stands in a last panel beyond the columns has no meaning; nothing is made of it.
final class Panels {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Columns of a panel.
    static final int WIDTH = 2 * LANES;

    private Panels() {}

    /// The numbers that the panels of so many columns and terms take.
    static int size(int columns, int terms) {
        return count(columns) * WIDTH * terms;
    }

    /// How many panels so many columns take.
    static int count(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    /// Copies some columns and terms of B into panels.
    ///
    /// @param b where the first number copied is at `at`; stored by columns if it is to be turned
    /// @param stride how far it is in b from one stored row, or column, to the next
    /// @param panels where the first panel begins at `to`
    static void copy(
            float[] b, int at, int stride, boolean transposed, int terms, int columns, float[] panels, int to) {
        for (int from = 0, panel = to; from < columns; from += WIDTH, panel += WIDTH * terms) {
            int width = Math.min(WIDTH, columns - from);
            if (transposed) {
                Transposition.transposeWide(b, at + from * stride, stride, width, terms, panels, panel, WIDTH);
            } else {
                copyPanel(b, at + from, stride, width, panels, panel, terms);
            }
        }
    }

    private static void copyPanel(float[] b, int at, int stride, int width, float[] panels, int to, int terms) {
        if (width == WIDTH) {
            for (int k = 0; k < terms; k++) {
                int source = at + k * stride;
                int target = to + k * WIDTH;
                FloatVector.fromArray(SPECIES, b, source).intoArray(panels, target);
                FloatVector.fromArray(SPECIES, b, source + LANES).intoArray(panels, target + LANES);
            }
        } else {
            VectorMask<Float> first = SPECIES.indexInRange(0, Math.min(width, LANES));
            VectorMask<Float> second = SPECIES.indexInRange(0, Math.max(width - LANES, 0));
            for (int k = 0; k < terms; k++) {
                int source = at + k * stride;
                int target = to + k * WIDTH;
                FloatVector.fromArray(SPECIES, b, source, first).intoArray(panels, target);
                FloatVector.fromArray(SPECIES, b, source + LANES, second).intoArray(panels, target + LANES);
            }
        }
    }

    /// Copies the first numbers of each row of a tile to where they belong.
    static void copyOut(float[] tile, int rows, int width, float[] c, int out, int stride) {
        if (width >= LANES) {
            VectorMask<Float> rest = SPECIES.indexInRange(0, width - LANES);
            for (int r = 0; r < rows; r++) {
                int to = out + r * stride;
                FloatVector.fromArray(SPECIES, tile, r * WIDTH).intoArray(c, to);
                FloatVector.fromArray(SPECIES, tile, r * WIDTH + LANES).intoArray(c, to + LANES, rest);
            }
        } else {
            VectorMask<Float> some = SPECIES.indexInRange(0, width);
            for (int r = 0; r < rows; r++) {
                FloatVector.fromArray(SPECIES, tile, r * WIDTH).intoArray(c, out + r * stride, some);
            }
        }
    }
}
