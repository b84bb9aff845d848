package lectern.nn.ops;

import static lectern.nn.ops.Elementary.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// [Elementary] lane by lane: the same steps in the same order, choices made by masks.
final class VectorElementary {

    private VectorElementary() {}

    static FloatVector exp(FloatVector x) {
        FloatVector clamped = x.min(EXP_HIGHEST).max(EXP_LOWEST);
        FloatVector rounder = x.broadcast(ROUNDER);
        FloatVector rounded = clamped.fma(x.broadcast(LOG2_E), rounder);
        FloatVector n = rounded.sub(rounder);
        FloatVector r = n.fma(x.broadcast(-LN2_HIGH), clamped);
        r = n.fma(x.broadcast(-LN2_LOW), r);
        FloatVector q = x.broadcast(EXP_6);
        q = q.fma(r, x.broadcast(EXP_5));
        q = q.fma(r, x.broadcast(EXP_4));
        q = q.fma(r, x.broadcast(EXP_3));
        q = q.fma(r, x.broadcast(EXP_2));
        FloatVector y = q.fma(r.mul(r), r).add(1);
        IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
        IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
        return y.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> tiny = x.lt(Float.MIN_NORMAL);
        FloatVector scaled = x.mul(UP, tiny);
        IntVector bits = scaled.reinterpretAsInts();
        FloatVector m = bits.and(MANTISSA_BITS).or(HALF_BITS).reinterpretAsFloats();
        VectorMask<Float> low = m.lt(SQRT_HALF);
        FloatVector f = m.add(m, low).sub(1);
        FloatVector n = toFloat(bits.lanewise(VectorOperators.ASHR, 23).sub(126));
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
        return y.blend(Float.NEGATIVE_INFINITY, x.eq(0));
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector z = x.mul(x);
        FloatVector p = x.broadcast(TANH_11);
        p = p.fma(z, x.broadcast(TANH_9));
        p = p.fma(z, x.broadcast(TANH_7));
        p = p.fma(z, x.broadcast(TANH_5));
        p = p.fma(z, x.broadcast(TANH_3));
        FloatVector small = p.mul(z).fma(x, x);
        FloatVector two = x.broadcast(2);
        FloatVector large = x.broadcast(1).sub(two.div(exp(size.add(size)).add(1)));
        large = large.blend(large.neg(), x.lt(0));
        return large.blend(small, size.compare(VectorOperators.LE, TANH_SMALL));
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector one = x.broadcast(1);
        return one.div(exp(x.neg()).add(one));
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector u = exp(x.abs().neg());
        FloatVector w = u.add(1);
        FloatVector lost = u.sub(w.sub(1)).div(w);
        return x.max(0).add(log(w).add(lost));
    }

    private static FloatVector powerOfTwo(IntVector exponent) {
        return exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector toFloat(IntVector whole) {
        return (FloatVector) whole.convert(VectorOperators.I2F, 0);
    }
}
