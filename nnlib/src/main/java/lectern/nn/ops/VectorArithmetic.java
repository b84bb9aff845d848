package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Arithmetic over whole vectors of arrays, `from…to`; the result may be one of the arguments.
///
/// Each has the shape of [VectorElementwiseOps.Kernel], whose parameters it may not all need.
final class VectorArithmetic {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorArithmetic() {}

    static void add(float[] a, float[] b, float none, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector.fromArray(SPECIES, a, i)
                    .add(FloatVector.fromArray(SPECIES, b, i))
                    .intoArray(y, i);
        }
    }

    static void subtract(float[] a, float[] b, float none, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector.fromArray(SPECIES, a, i)
                    .sub(FloatVector.fromArray(SPECIES, b, i))
                    .intoArray(y, i);
        }
    }

    static void multiply(float[] a, float[] b, float none, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector.fromArray(SPECIES, a, i)
                    .mul(FloatVector.fromArray(SPECIES, b, i))
                    .intoArray(y, i);
        }
    }

    static void scale(float[] x, float[] same, float c, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector.fromArray(SPECIES, x, i).mul(c).intoArray(y, i);
        }
    }

    static void addScaled(float[] a, float[] b, float c, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector scaled = FloatVector.fromArray(SPECIES, b, i);
            scaled.fma(scaled.broadcast(c), FloatVector.fromArray(SPECIES, a, i))
                    .intoArray(y, i);
        }
    }

    static void relu(float[] x, float[] same, float none, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            v.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(y, i);
        }
    }

    static void leakyRelu(float[] x, float[] same, float slope, float[] y, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            v.mul(slope).blend(v, v.compare(VectorOperators.GT, 0)).intoArray(y, i);
        }
    }

    static void reluPullback(float[] y, float[] dy, float none, float[] dx, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, dy, i);
            FloatVector.zero(SPECIES)
                    .blend(v, FloatVector.fromArray(SPECIES, y, i).compare(VectorOperators.GT, 0))
                    .intoArray(dx, i);
        }
    }

    static void leakyReluPullback(float[] x, float[] dy, float slope, float[] dx, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, dy, i);
            v.mul(slope)
                    .blend(v, FloatVector.fromArray(SPECIES, x, i).compare(VectorOperators.GT, 0))
                    .intoArray(dx, i);
        }
    }

    static void tanhPullback(float[] y, float[] dy, float none, float[] dx, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, i);
            FloatVector slope = v.broadcast(1).sub(v.mul(v));
            FloatVector.fromArray(SPECIES, dy, i).mul(slope).intoArray(dx, i);
        }
    }

    static void sigmoidPullback(float[] y, float[] dy, float none, float[] dx, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, y, i);
            FloatVector slope = v.mul(v.broadcast(1).sub(v));
            FloatVector.fromArray(SPECIES, dy, i).mul(slope).intoArray(dx, i);
        }
    }

    /// y += x, the numbers of x from `from` on.
    static void addInto(float[] y, float[] x, int from, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(SPECIES, y, i)
                    .add(FloatVector.fromArray(SPECIES, x, from + i))
                    .intoArray(y, i);
        }
    }

    /// x ← c x for some numbers from `from` on.
    static void scaleRange(float c, float[] x, int from, int count) {
        int i = 0;
        for (; i < SPECIES.loopBound(count); i += LANES) {
            FloatVector.fromArray(SPECIES, x, from + i).mul(c).intoArray(x, from + i);
        }
        for (; i < count; i++) {
            x[from + i] *= c;
        }
    }
}
