package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The reductions over lanes: the 16 partial sums lie in one, two or four vectors.
///
/// A missing last number counts as +0, which changes no sum that began at +0.
final class VectorReductionOps implements ReductionOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    @Override
    public float sum(float[] x) {
        return sum(x, 0, x.length);
    }

    @Override
    public void softmax(int columns, float[] x, float[] y) {
        for (int from = 0; from < x.length; from += columns) {
            int to = from + columns;
            expMinus(max(x, from, to), x, y, from, to);
            float total = sum(y, from, to);
            for (int i = from; i < to; i += LANES) {
                VectorMask<Float> mask = SPECIES.indexInRange(i, to);
                FloatVector.fromArray(SPECIES, y, i, mask).div(total).intoArray(y, i, mask);
            }
        }
    }

    @Override
    public void logSoftmax(int columns, float[] x, float[] y) {
        for (int from = 0; from < x.length; from += columns) {
            int to = from + columns;
            float largest = max(x, from, to);
            expMinus(largest, x, y, from, to);
            float logTotal = Elementary.log(sum(y, from, to));
            for (int i = from; i < to; i += LANES) {
                VectorMask<Float> mask = SPECIES.indexInRange(i, to);
                FloatVector.fromArray(SPECIES, x, i, mask)
                        .sub(largest)
                        .sub(logTotal)
                        .intoArray(y, i, mask);
            }
        }
    }

    /// y = e^(x − shift).
    private static void expMinus(float shift, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, to);
            VectorElementary.exp(FloatVector.fromArray(SPECIES, x, i, mask).sub(shift))
                    .intoArray(y, i, mask);
        }
    }

    private static float max(float[] x, int from, int to) {
        FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int i = from; i < to; i += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(i, to);
            largest = largest.lanewise(VectorOperators.MAX, FloatVector.fromArray(SPECIES, x, i, mask), mask);
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    private static float sum(float[] x, int from, int to) {
        float[] partial = new float[PARTIAL_SUMS];
        for (int start = 0; start < PARTIAL_SUMS; start += LANES) {
            FloatVector lanes = FloatVector.zero(SPECIES);
            for (int i = from + start; i < to; i += PARTIAL_SUMS) {
                lanes = lanes.add(FloatVector.fromArray(SPECIES, x, i, SPECIES.indexInRange(i, to)));
            }
            lanes.intoArray(partial, start);
        }
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }
}
