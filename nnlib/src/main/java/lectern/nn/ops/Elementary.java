package lectern.nn.ops;

/// The elementary functions in `float`, by polynomials of our own: the definition of what the library computes.
///
/// A library function may differ in its last bit from one machine to the next; these use nothing but additions,
/// products, quotients and fused multiply-adds, which IEEE 754 fixes to the bit. The coefficients are minimax fits
/// (Remez exchange, relative error) made for these ranges.
final class Elementary {

    static final float LOG2_E = 1.442695f;
    /// ln 2 in two parts: the first has zeros at its end, so that a whole number times it is exact.
    static final float LN2_HIGH = 0.69314575f;

    static final float LN2_LOW = 1.4286068e-6f;
    /// 1.5 · 2²³: adding it to a small number rounds that to a whole one, which then stands in the lowest bits.
    static final float ROUNDER = 12_582_912f;

    static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    /// Beyond these eˣ is infinite, or rounds to 0.
    static final float EXP_HIGHEST = 89f;

    static final float EXP_LOWEST = -104f;

    // e^r = 1 + r + r² q(r) for |r| <= ln 2 / 2; the fit's relative error is 2.5e-8.
    static final float EXP_2 = 0.49999982f;
    static final float EXP_3 = 0.16666602f;
    static final float EXP_4 = 0.04167379f;
    static final float EXP_5 = 0.008359174f;
    static final float EXP_6 = 0.0013338634f;

    /// Up to here tanh is its polynomial, beyond it comes from the exponential.
    static final float TANH_SMALL = 0.625f;

    // tanh x = x + x z p(z), z = x², for |x| <= 0.625; the fit's relative error is 4.4e-9.
    static final float TANH_3 = -0.3333328f;
    static final float TANH_5 = 0.13331442f;
    static final float TANH_7 = -0.053739715f;
    static final float TANH_9 = 0.020639088f;
    static final float TANH_11 = -0.005704987f;

    static final float SQRT_HALF = 0.70710677f;
    static final int MANTISSA_BITS = 0x007fffff;
    static final int HALF_BITS = 0x3f000000;
    /// Scales the smallest numbers, which have no leading one, up into the ordinary range: 2²³.
    static final float UP = 8_388_608f;

    static final int UP_EXPONENT = 23;

    // ln(1 + f) = f - f²/2 + f³ p(f) for √½ <= 1 + f <= √2; the fit's relative error is 5.8e-9.
    static final float LOG_3 = 0.3333333f;
    static final float LOG_4 = -0.2500082f;
    static final float LOG_5 = 0.20001227f;
    static final float LOG_6 = -0.16623357f;
    static final float LOG_7 = 0.14201757f;
    static final float LOG_8 = -0.13160181f;
    static final float LOG_9 = 0.12761578f;
    static final float LOG_10 = -0.07634503f;

    private Elementary() {}

    /// eˣ = 2ⁿ eʳ with n whole and |r| <= ln 2 / 2.
    static float exp(float x) {
        float clamped = Math.max(Math.min(x, EXP_HIGHEST), EXP_LOWEST);
        float rounded = Math.fma(clamped, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_HIGH, clamped);
        r = Math.fma(n, -LN2_LOW, r);
        float q = EXP_6;
        q = Math.fma(q, r, EXP_5);
        q = Math.fma(q, r, EXP_4);
        q = Math.fma(q, r, EXP_3);
        q = Math.fma(q, r, EXP_2);
        float y = Math.fma(q, r * r, r) + 1;
        // 2ⁿ in two factors, so that the largest and the smallest results are reached.
        int exponent = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
        int half = exponent >> 1;
        return y * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    /// ln x; −∞ for 0, NaN below.
    static float log(float x) {
        boolean tiny = x < Float.MIN_NORMAL;
        float scaled = tiny ? x * UP : x;
        int bits = Float.floatToRawIntBits(scaled);
        int exponent = (bits >> 23) - 126 - (tiny ? UP_EXPONENT : 0);
        float m = Float.intBitsToFloat((bits & MANTISSA_BITS) | HALF_BITS);
        // m in [1/2, 1) becomes [√½, √2).
        boolean low = m < SQRT_HALF;
        float f = (low ? m + m : m) - 1;
        float n = exponent - (low ? 1 : 0);
        float p = LOG_10;
        p = Math.fma(p, f, LOG_9);
        p = Math.fma(p, f, LOG_8);
        p = Math.fma(p, f, LOG_7);
        p = Math.fma(p, f, LOG_6);
        p = Math.fma(p, f, LOG_5);
        p = Math.fma(p, f, LOG_4);
        p = Math.fma(p, f, LOG_3);
        float square = f * f;
        float y = Math.fma(p, f * square, n * LN2_LOW);
        y = Math.fma(square, -0.5f, y);
        y = Math.fma(n, LN2_HIGH, f + y);
        if (x == 0) {
            return Float.NEGATIVE_INFINITY;
        }
        if (!(x > 0)) {
            return Float.NaN;
        }
        return x == Float.POSITIVE_INFINITY ? x : y;
    }

    /// tanh x = 1 − 2 / (e²ˣ + 1) for large x > 0, an odd polynomial for small.
    static float tanh(float x) {
        float size = Math.abs(x);
        float z = x * x;
        float p = TANH_11;
        p = Math.fma(p, z, TANH_9);
        p = Math.fma(p, z, TANH_7);
        p = Math.fma(p, z, TANH_5);
        p = Math.fma(p, z, TANH_3);
        float small = Math.fma(p * z, x, x);
        float large = 1 - 2 / (exp(size + size) + 1);
        return size <= TANH_SMALL ? small : x < 0 ? -large : large;
    }

    static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    /// max(x, 0) + ln(1 + e^−|x|), which neither overflows nor loses the small values.
    static float softplus(float x) {
        float u = exp(-Math.abs(x));
        float w = 1 + u;
        // What rounding took from 1 + u is given back: ln(1 + u) = ln w + (u − (w − 1)) / w, to first order.
        float lost = (u - (w - 1)) / w;
        return Math.max(x, 0) + (log(w) + lost);
    }

    private static float powerOfTwo(int exponent) {
        return Float.intBitsToFloat((exponent + 127) << 23);
    }
}
