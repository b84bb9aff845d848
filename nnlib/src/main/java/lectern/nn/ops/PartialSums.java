package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The 16 partial sums of a reduction over lanes: they lie in one, two or four vectors.
///
/// The scratch of a thread holds them between the loops, so that a vector never lives longer than a loop. What is left
/// after the last 16 numbers of a row is added there number by number.
final class PartialSums {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int COUNT = ReductionOps.PARTIAL_SUMS;

    private PartialSums() {}

    /// The end of the last whole group of 16 in a row.
    static int whole(int from, int to) {
        return from + (to - from) / COUNT * COUNT;
    }

    /// partial = 0.
    static void clear(float[] partial) {
        FloatVector zero = FloatVector.zero(SPECIES);
        for (int start = 0; start < COUNT; start += LANES) {
            zero.intoArray(partial, start);
        }
    }

    /// partial += x.
    static void add(float[] x, int from, int to, float[] partial) {
        int whole = whole(from, to);
        if (whole > from) {
            for (int start = 0; start < COUNT; start += LANES) {
                add(x, from + start, whole, partial, start);
            }
        }
        for (int i = whole; i < to; i++) {
            partial[i - whole] += x[i];
        }
    }

    private static void add(float[] x, int from, int whole, float[] partial, int start) {
        FloatVector sum = FloatVector.fromArray(SPECIES, partial, start);
        for (int i = from; i < whole; i += COUNT) {
            sum = sum.add(FloatVector.fromArray(SPECIES, x, i));
        }
        sum.intoArray(partial, start);
    }

    /// The sum of the partial sums, in the fixed tree.
    static float join(float[] p) {
        float a = p[0] + p[8] + (p[4] + p[12]);
        float b = p[2] + p[10] + (p[6] + p[14]);
        float c = p[1] + p[9] + (p[5] + p[13]);
        float d = p[3] + p[11] + (p[7] + p[15]);
        return a + b + (c + d);
    }
}
