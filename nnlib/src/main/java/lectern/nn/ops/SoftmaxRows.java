package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The steps of a softmax in one row, over lanes.
///
/// What is left after the last 16 numbers of a row goes through scratch, filled up with −∞: its exponentials are 0 and
/// change no sum.
final class SoftmaxRows {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int GROUP = ReductionOps.PARTIAL_SUMS;

    private static final ThreadLocal<SoftmaxRows> OF_THREAD = ThreadLocal.withInitial(SoftmaxRows::new);

    /// The sums of a row.
    final float[] partial = new float[GROUP];
    /// What is left of a row, and its exponentials.
    private final float[] rest = new float[GROUP];

    private final float[] restExp = new float[GROUP];

    private SoftmaxRows() {}

    /// The scratch of this thread, for rows of one length.
    static SoftmaxRows ofThread() {
        SoftmaxRows rows = OF_THREAD.get();
        Arrays.fill(rows.rest, Float.NEGATIVE_INFINITY);
        return rows;
    }

    /// max x, which has to come before [#exp] of the same row.
    float max(float[] x, int from, int to) {
        int whole = PartialSums.whole(from, to);
        for (int i = whole; i < to; i++) {
            rest[i - whole] = x[i];
        }
        return max(x, from, whole, rest);
    }

    private static float max(float[] x, int from, int whole, float[] rest) {
        FloatVector largest = FloatVector.fromArray(SPECIES, rest, 0);
        for (int i = LANES; i < GROUP; i += LANES) {
            largest = largest.max(FloatVector.fromArray(SPECIES, rest, i));
        }
        FloatVector other = largest;
        int i = from;
        for (; i <= whole - 2 * LANES; i += 2 * LANES) {
            largest = largest.max(FloatVector.fromArray(SPECIES, x, i));
            other = other.max(FloatVector.fromArray(SPECIES, x, i + LANES));
        }
        for (; i < whole; i += LANES) {
            largest = largest.max(FloatVector.fromArray(SPECIES, x, i));
        }
        return largest.max(other).reduceLanes(VectorOperators.MAX);
    }

    /// y = e^(x − shift); gives its sum.
    float exp(float shift, float[] x, float[] y, int from, int to) {
        int whole = PartialSums.whole(from, to);
        for (int start = 0; start < GROUP; start += LANES) {
            exp(shift, x, y, from + start, whole, rest, restExp, partial, start);
        }
        for (int i = whole; i < to; i++) {
            y[i] = restExp[i - whole];
        }
        return PartialSums.join(partial);
    }

    private static void exp(
            float shift,
            float[] x,
            float[] y,
            int from,
            int whole,
            float[] rest,
            float[] restExp,
            float[] partial,
            int start) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = from; i < whole; i += GROUP) {
            FloatVector e =
                    VectorElementary.exp(FloatVector.fromArray(SPECIES, x, i).sub(shift));
            e.intoArray(y, i);
            sum = sum.add(e);
        }
        FloatVector e =
                VectorElementary.exp(FloatVector.fromArray(SPECIES, rest, start).sub(shift));
        e.intoArray(restExp, start);
        sum.add(e).intoArray(partial, start);
    }

    /// y = y / total.
    static void divide(float total, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, y, i).div(total).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] /= total;
        }
    }

    /// y = (y / total) scale.
    static void divide(float total, float scale, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, y, i).div(total).mul(scale).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = y[i] / total * scale;
        }
    }

    /// y = x − a − b.
    static void subtract(float a, float b, float[] x, float[] y, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, i).sub(a).sub(b).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = x[i] - a - b;
        }
    }

    /// dx = y (dy − along).
    static void pullback(float along, float[] y, float[] dy, float[] dx, int from, int to) {
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, y, i)
                    .mul(FloatVector.fromArray(SPECIES, dy, i).sub(along))
                    .intoArray(dx, i);
        }
        for (; i < to; i++) {
            dx[i] = y[i] * (dy[i] - along);
        }
    }
}
