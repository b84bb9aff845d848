package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The functions of [VectorElementary] over arrays; the last, incomplete vector is masked.
///
/// The loops are written out one by one: passed in as a parameter, a function would not be inlined once several are in
/// use, and its vectors would be boxed.
final class VectorElementwiseOps implements ElementwiseOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    @Override
    public void exp(float[] x, float[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += LANES) {
            VectorElementary.exp(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        VectorMask<Float> rest = SPECIES.indexInRange(i, x.length);
        VectorElementary.exp(FloatVector.fromArray(SPECIES, x, i, rest)).intoArray(y, i, rest);
    }

    @Override
    public void log(float[] x, float[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += LANES) {
            VectorElementary.log(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        VectorMask<Float> rest = SPECIES.indexInRange(i, x.length);
        VectorElementary.log(FloatVector.fromArray(SPECIES, x, i, rest)).intoArray(y, i, rest);
    }

    @Override
    public void tanh(float[] x, float[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += LANES) {
            VectorElementary.tanh(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        VectorMask<Float> rest = SPECIES.indexInRange(i, x.length);
        VectorElementary.tanh(FloatVector.fromArray(SPECIES, x, i, rest)).intoArray(y, i, rest);
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += LANES) {
            VectorElementary.sigmoid(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        VectorMask<Float> rest = SPECIES.indexInRange(i, x.length);
        VectorElementary.sigmoid(FloatVector.fromArray(SPECIES, x, i, rest)).intoArray(y, i, rest);
    }

    @Override
    public void softplus(float[] x, float[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += LANES) {
            VectorElementary.softplus(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        VectorMask<Float> rest = SPECIES.indexInRange(i, x.length);
        VectorElementary.softplus(FloatVector.fromArray(SPECIES, x, i, rest)).intoArray(y, i, rest);
    }
}
