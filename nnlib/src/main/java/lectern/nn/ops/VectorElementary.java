package lectern.nn.ops;

import static lectern.nn.ops.Elementary.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Elementary] lane by lane, over the whole vectors of arrays from `from` up to `to`: the same steps in the
/// same order, choices made by masks. y may be x.
///
/// Each function is written out in its own loop, without a helper. The compiler stops inlining our methods, though
/// never those of the Vector API, once a loop has grown to two or three such functions, and boxes the vectors
/// that then cross a call: four times slower, in some callers and not in others. Written like this a loop is
/// inlined whole or not at all.
///
/// All have the shape of [VectorElementwiseOps.Kernel], of which most do not need the second and third parameter.
final class VectorElementary {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorElementary() {}

    static FloatVector exp(FloatVector x) {
        FloatVector t = x.blend(EXP_LOWEST, x.lt(EXP_LOWEST));
        t = t.blend(EXP_HIGHEST, t.compare(VectorOperators.GT, EXP_HIGHEST));
        FloatVector rounder = x.broadcast(WIDE_ROUNDER);
        FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
        FloatVector n = rounded.sub(rounder);
        FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), t));
        FloatVector q = x.broadcast(EXP_6);
        q = q.fma(r, x.broadcast(EXP_5));
        q = q.fma(r, x.broadcast(EXP_4));
        q = q.fma(r, x.broadcast(EXP_3));
        q = q.fma(r, x.broadcast(EXP_2));
        q = q.fma(r.mul(r), r);
        IntVector bits = rounded.reinterpretAsInts();
        IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
        FloatVector first = half.lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
        FloatVector second =
                bits.sub(half).lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
        return q.fma(first, first).mul(second);
    }

    static void exp(float[] arguments, float[] same, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            FloatVector t = x.blend(EXP_LOWEST, x.lt(EXP_LOWEST));
            t = t.blend(EXP_HIGHEST, t.compare(VectorOperators.GT, EXP_HIGHEST));
            FloatVector rounder = x.broadcast(WIDE_ROUNDER);
            FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
            FloatVector n = rounded.sub(rounder);
            FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), t));
            FloatVector q = x.broadcast(EXP_6);
            q = q.fma(r, x.broadcast(EXP_5));
            q = q.fma(r, x.broadcast(EXP_4));
            q = q.fma(r, x.broadcast(EXP_3));
            q = q.fma(r, x.broadcast(EXP_2));
            q = q.fma(r.mul(r), r);
            IntVector bits = rounded.reinterpretAsInts();
            IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
            FloatVector first =
                    half.lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
            FloatVector second = bits.sub(half)
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector y = q.fma(first, first).mul(second);
            y.intoArray(results, i);
        }
    }

    static void log(float[] arguments, float[] same, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            VectorMask<Float> tiny = x.lt(Float.MIN_NORMAL);
            FloatVector scaled = x.mul(UP, tiny);
            IntVector bits = scaled.reinterpretAsInts();
            FloatVector m = bits.and(MANTISSA_BITS).or(HALF_BITS).reinterpretAsFloats();
            VectorMask<Float> low = m.lt(SQRT_HALF);
            FloatVector f = m.add(m, low).sub(1);
            FloatVector n = (FloatVector)
                    bits.lanewise(VectorOperators.ASHR, 23).sub(126).convert(VectorOperators.I2F, 0);
            n = n.sub(UP_EXPONENT, tiny).sub(1, low);
            FloatVector p = x.broadcast(LOG_10);
            p = p.fma(f, x.broadcast(LOG_9));
            p = p.fma(f, x.broadcast(LOG_8));
            p = p.fma(f, x.broadcast(LOG_7));
            p = p.fma(f, x.broadcast(LOG_6));
            p = p.fma(f, x.broadcast(LOG_5));
            p = p.fma(f, x.broadcast(LOG_4));
            p = p.fma(f, x.broadcast(LOG_3));
            FloatVector square = f.mul(f);
            FloatVector y = p.fma(f.mul(square), n.mul(LN2_LOW));
            y = square.fma(x.broadcast(-0.5f), y);
            y = n.fma(x.broadcast(LN2_HIGH), f.add(y));
            y = y.blend(x, x.eq(Float.POSITIVE_INFINITY));
            y = y.blend(Float.NaN, x.compare(VectorOperators.GT, 0).not());
            y = y.blend(Float.NEGATIVE_INFINITY, x.eq(0));
            y.intoArray(results, i);
        }
    }

    static void tanh(float[] arguments, float[] same, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            FloatVector t = x.abs().mul(-2);
            t = t.blend(TANH_LOWEST, t.lt(TANH_LOWEST));
            FloatVector rounder = x.broadcast(ROUNDER);
            FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
            FloatVector n = rounded.sub(rounder);
            FloatVector r = n.fma(x.broadcast(-LN2), t);
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector q = x.broadcast(EXP_6);
            q = q.fma(r, x.broadcast(EXP_5));
            q = q.fma(r, x.broadcast(EXP_4));
            q = q.fma(r, x.broadcast(EXP_3));
            q = q.fma(r, x.broadcast(EXP_2));
            q = q.fma(r.mul(r), r);
            FloatVector v = q.fma(power, power.sub(1));
            IntVector size = v.div(v.add(2)).reinterpretAsInts().and(~SIGN_BIT);
            IntVector sign = x.reinterpretAsInts().and(SIGN_BIT);
            FloatVector y = size.or(sign).reinterpretAsFloats();
            y.intoArray(results, i);
        }
    }

    static void sigmoid(float[] arguments, float[] same, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            FloatVector t = x.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            t = t.blend(SIGMOID_LOWEST, t.lt(SIGMOID_LOWEST));
            FloatVector rounder = x.broadcast(ROUNDER);
            FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
            FloatVector n = rounded.sub(rounder);
            FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), t));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector q = x.broadcast(EXP_6);
            q = q.fma(r, x.broadcast(EXP_5));
            q = q.fma(r, x.broadcast(EXP_4));
            q = q.fma(r, x.broadcast(EXP_3));
            q = q.fma(r, x.broadcast(EXP_2));
            q = q.fma(r.mul(r), r);
            FloatVector u = q.fma(power, power);
            FloatVector one = x.broadcast(1);
            FloatVector y = one.blend(u, x.lt(0)).div(u.add(one));
            y.intoArray(results, i);
        }
    }

    static void softplus(float[] arguments, float[] same, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            FloatVector t = x.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            t = t.blend(SIGMOID_LOWEST, t.lt(SIGMOID_LOWEST));
            FloatVector rounder = x.broadcast(ROUNDER);
            FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
            FloatVector n = rounded.sub(rounder);
            FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), t));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector q = x.broadcast(EXP_6);
            q = q.fma(r, x.broadcast(EXP_5));
            q = q.fma(r, x.broadcast(EXP_4));
            q = q.fma(r, x.broadcast(EXP_3));
            q = q.fma(r, x.broadcast(EXP_2));
            q = q.fma(r.mul(r), r);
            FloatVector u = q.fma(power, power);
            FloatVector s = u.div(u.add(2));
            FloatVector z = s.mul(s);
            FloatVector p = x.broadcast(ARTANH_9);
            p = p.fma(z, x.broadcast(ARTANH_7));
            p = p.fma(z, x.broadcast(ARTANH_5));
            p = p.fma(z, x.broadcast(ARTANH_3));
            FloatVector positive = x.blend(0, x.compare(VectorOperators.LE, 0));
            FloatVector y = positive.add(p.fma(s.mul(z), s.add(s)));
            y.intoArray(results, i);
        }
    }

    static void erf(float[] arguments, float[] same, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            FloatVector a = x.abs();
            a = a.blend(ERF_HIGHEST, a.compare(VectorOperators.GT, ERF_HIGHEST));
            FloatVector p = x.broadcast(ERF_8);
            p = p.fma(a, x.broadcast(ERF_7));
            p = p.fma(a, x.broadcast(ERF_6));
            p = p.fma(a, x.broadcast(ERF_5));
            p = p.fma(a, x.broadcast(ERF_4));
            p = p.fma(a, x.broadcast(ERF_3));
            p = p.fma(a, x.broadcast(ERF_2));
            p = p.fma(a, x.broadcast(ERF_1));
            p = p.fma(a, x.broadcast(ERF_0_LOW));
            FloatVector t = a.fma(x.broadcast(ERF_0), p.mul(a)).neg();
            FloatVector rounder = x.broadcast(ROUNDER);
            FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
            FloatVector n = rounded.sub(rounder);
            FloatVector r = n.fma(x.broadcast(-LN2), t);
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector q = x.broadcast(EXP_6);
            q = q.fma(r, x.broadcast(EXP_5));
            q = q.fma(r, x.broadcast(EXP_4));
            q = q.fma(r, x.broadcast(EXP_3));
            q = q.fma(r, x.broadcast(EXP_2));
            q = q.fma(r.mul(r), r);
            IntVector size = q.fma(power, power.sub(1)).reinterpretAsInts().and(~SIGN_BIT);
            IntVector sign = x.reinterpretAsInts().and(SIGN_BIT);
            FloatVector y = size.or(sign).reinterpretAsFloats();
            y.intoArray(results, i);
        }
    }

    static void softplusPullback(float[] arguments, float[] dy, float none, float[] results, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, arguments, i);
            FloatVector t = x.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            t = t.blend(SIGMOID_LOWEST, t.lt(SIGMOID_LOWEST));
            FloatVector rounder = x.broadcast(ROUNDER);
            FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
            FloatVector n = rounded.sub(rounder);
            FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), t));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT_SHIFT)
                    .reinterpretAsFloats();
            FloatVector q = x.broadcast(EXP_6);
            q = q.fma(r, x.broadcast(EXP_5));
            q = q.fma(r, x.broadcast(EXP_4));
            q = q.fma(r, x.broadcast(EXP_3));
            q = q.fma(r, x.broadcast(EXP_2));
            q = q.fma(r.mul(r), r);
            FloatVector u = q.fma(power, power);
            FloatVector one = x.broadcast(1);
            FloatVector slope = one.blend(u, x.lt(0)).div(u.add(one));
            FloatVector y = FloatVector.fromArray(SPECIES, dy, i).mul(slope);
            y.intoArray(results, i);
        }
    }
}
