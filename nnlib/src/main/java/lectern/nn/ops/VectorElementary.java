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
        FloatVector clamped = x.blend(EXP_LOWEST, x.lt(EXP_LOWEST));
        clamped = clamped.blend(EXP_HIGHEST, clamped.compare(VectorOperators.GT, EXP_HIGHEST));
        FloatVector rounder = x.broadcast(WIDE_ROUNDER);
        FloatVector rounded = clamped.fma(x.broadcast(LOG2_E), rounder);
        FloatVector n = rounded.sub(rounder);
        FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), clamped));
        IntVector bits = rounded.reinterpretAsInts();
        IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
        FloatVector first = toExponent(half);
        return expMinusOne(r).fma(first, first).mul(toExponent(bits.sub(half)));
    }

    private static FloatVector expMinusOne(FloatVector r) {
        FloatVector q = r.broadcast(EXP_6);
        q = q.fma(r, r.broadcast(EXP_5));
        q = q.fma(r, r.broadcast(EXP_4));
        q = q.fma(r, r.broadcast(EXP_3));
        q = q.fma(r, r.broadcast(EXP_2));
        return q.fma(r.mul(r), r);
    }

    private static FloatVector toExponent(IntVector bits) {
        return bits.lanewise(VectorOperators.LSHL, EXPONENT_SHIFT).reinterpretAsFloats();
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
        FloatVector t = x.abs().mul(-2);
        t = t.blend(TANH_LOWEST, t.lt(TANH_LOWEST));
        FloatVector rounder = x.broadcast(ROUNDER);
        FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
        FloatVector n = rounded.sub(rounder);
        FloatVector r = n.fma(x.broadcast(-LN2), t);
        FloatVector power = toExponent(rounded.reinterpretAsInts());
        FloatVector v = expMinusOne(r).fma(power, power.sub(1));
        FloatVector size = v.div(x.broadcast(-2).sub(v));
        IntVector sign = x.reinterpretAsInts().and(SIGN_BIT);
        return size.reinterpretAsInts().or(sign).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector t = x.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
        t = t.blend(SIGMOID_LOWEST, t.lt(SIGMOID_LOWEST));
        FloatVector rounder = x.broadcast(ROUNDER);
        FloatVector rounded = t.fma(x.broadcast(LOG2_E), rounder);
        FloatVector n = rounded.sub(rounder);
        FloatVector r = n.fma(x.broadcast(-LN2_LOW), n.fma(x.broadcast(-LN2_HIGH), t));
        FloatVector power = toExponent(rounded.reinterpretAsInts());
        FloatVector u = expMinusOne(r).fma(power, power);
        FloatVector one = x.broadcast(1);
        return one.blend(u, x.lt(0)).div(u.add(one));
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector u = exp(x.abs().neg());
        FloatVector w = u.add(1);
        FloatVector lost = u.sub(w.sub(1)).div(w);
        return x.max(0).add(log(w).add(lost));
    }

    private static FloatVector toFloat(IntVector whole) {
        return (FloatVector) whole.convert(VectorOperators.I2F, 0);
    }
}
