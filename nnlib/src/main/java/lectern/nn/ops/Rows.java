package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Copies many short rows: a call of the system's copy takes longer than a row of an image.
final class Rows {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private Rows() {}

    /// Copies rows of some width, `distance` apart, to rows that are `toDistance` apart.
    static void copy(float[] from, int at, int distance, int rows, int width, float[] to, int out, int toDistance) {
        int whole = SPECIES.loopBound(width);
        VectorMask<Float> rest = SPECIES.indexInRange(whole, width);
        for (int row = 0, source = at, target = out; row < rows; row++, source += distance, target += toDistance) {
            for (int j = 0; j < whole; j += LANES) {
                FloatVector.fromArray(SPECIES, from, source + j).intoArray(to, target + j);
            }
            FloatVector.fromArray(SPECIES, from, source + whole, rest).intoArray(to, target + whole, rest);
        }
    }
}
