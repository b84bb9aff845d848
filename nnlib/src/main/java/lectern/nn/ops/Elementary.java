package lectern.nn.ops;

/// The elementary functions in `float`, by polynomials of our own: the definition of what the library computes.
///
/// A library function may differ in its last bit from one machine to the next; these use nothing but additions,
/// products, quotients and fused multiply-adds, which IEEE 754 fixes to the bit. The coefficients are minimax fits
/// (Remez exchange, relative error) made for these ranges.
///
/// Largest errors over all floats, in units of the last place: exp 1.03, log 0.87, tanh 2.5, sigmoid 2.41,
/// softplus 2.87, erf 1.81 (`FunctionErrors` in the tests finds them). Where sigmoid and softplus would be less than
/// 8.3e-39, below the smallest normal number, they are 0. tanh and erf are odd to the last bit.
final class Elementary {

    static final float LOG2_E = 1.442695f;
    static final float LN2 = 0.6931472f;
    /// ln 2 in two parts: the first has zeros at its end, so that a whole number times it is exact.
    static final float LN2_HIGH = 0.69314575f;

    static final float LN2_LOW = 1.4286068e-6f;
    /// 1.5 · 2²³ + 127: adding it to a small number rounds that to a whole n and leaves n + 127 in the lowest bits,
    /// which need only be moved to where a `float` has its exponent to make 2ⁿ.
    static final float ROUNDER = 12_582_912f + 127;
    /// The same with twice 127, for 2ⁿ in two factors.
    static final float WIDE_ROUNDER = 12_582_912f + 254;
    /// The place of the exponent.
    static final int EXPONENT_SHIFT = 23;
    /// The sign of a `float`.
    static final int SIGN_BIT = 0x80000000;
    /// Beyond these eˣ is infinite, or rounds to 0.
    static final float EXP_HIGHEST = 89f;

    static final float EXP_LOWEST = -104f;
    /// Below this the sigmoid is 0, and here 2ⁿ, with n = −127, comes out as 0.
    static final float SIGMOID_LOWEST = -88f;
    /// Twice the size from which tanh is 1, with room to spare.
    static final float TANH_LOWEST = -40f;

    // e^r = 1 + r + r² q(r) for |r| <= ln 2 / 2; the fit's relative error is 4.4e-9.
    static final float EXP_2 = 0.5f;
    static final float EXP_3 = 0.16666488f;
    static final float EXP_4 = 0.04166555f;
    static final float EXP_5 = 0.008372289f;
    static final float EXP_6 = 0.001403606f;

    // 2 artanh s = 2 s + s z p(z), z = s², for 0 <= s <= 1/3; the fit's relative error is 4.5e-9.
    static final float ARTANH_3 = 0.6666642f;
    static final float ARTANH_5 = 0.40021437f;
    static final float ARTANH_7 = 0.28003022f;
    static final float ARTANH_9 = 0.2800682f;

    /// From here erf is 1.
    static final float ERF_HIGHEST = 4f;

    // erf a = 1 − e^(−a q(a)) for 0 <= a <= 4; the fit's relative error in erf is 5.8e-9. The first coefficient is
    // 2 / √π, and what rounding took from it.
    static final float ERF_0 = 1.1283792f;
    static final float ERF_0_LOW = -5.8635383e-8f;
    static final float ERF_1 = 0.6366195f;
    static final float ERF_2 = 0.10277688f;
    static final float ERF_3 = -0.019149981f;
    static final float ERF_4 = -1.6550094e-4f;
    static final float ERF_5 = 0.0016716884f;
    static final float ERF_6 = -6.3516747e-4f;
    static final float ERF_7 = 1.1821609e-4f;
    static final float ERF_8 = -9.307622e-6f;

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
        float clamped = x < EXP_LOWEST ? EXP_LOWEST : x;
        clamped = clamped > EXP_HIGHEST ? EXP_HIGHEST : clamped;
        float rounded = Math.fma(clamped, LOG2_E, WIDE_ROUNDER);
        float n = rounded - WIDE_ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, clamped));
        // 2ⁿ in two factors, so that the largest and the smallest results are reached.
        int bits = Float.floatToRawIntBits(rounded);
        int half = bits >> 1;
        float first = Float.intBitsToFloat(half << EXPONENT_SHIFT);
        float second = Float.intBitsToFloat((bits - half) << EXPONENT_SHIFT);
        return Math.fma(expMinusOne(r), first, first) * second;
    }

    /// eʳ − 1 for |r| <= ln 2 / 2.
    private static float expMinusOne(float r) {
        float q = EXP_6;
        q = Math.fma(q, r, EXP_5);
        q = Math.fma(q, r, EXP_4);
        q = Math.fma(q, r, EXP_3);
        q = Math.fma(q, r, EXP_2);
        return Math.fma(q, r * r, r);
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

    /// The size of the first, the sign of the second.
    private static float withSign(float size, float x) {
        int bits = (Float.floatToRawIntBits(size) & ~SIGN_BIT) | (Float.floatToRawIntBits(x) & SIGN_BIT);
        return Float.intBitsToFloat(bits);
    }

    /// tanh x = (1 − u) / (1 + u) with u = e^−2|x|, and the sign of x.
    ///
    /// u − 1 = 2ⁿ (eʳ − 1) + (2ⁿ − 1) loses nothing: for small x is n = 0, and the second part vanishes.
    static float tanh(float x) {
        float t = -2 * Math.abs(x);
        t = t < TANH_LOWEST ? TANH_LOWEST : t;
        float rounded = Math.fma(t, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        // ln 2 in one part will do: where n is large, u is small.
        float r = Math.fma(n, -LN2, t);
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT);
        float v = Math.fma(expMinusOne(r), power, power - 1);
        return withSign(v / (2 + v), x);
    }

    /// 1 / (1 + u) with u = e^−|x| for x >= 0, and u / (1 + u) below.
    static float sigmoid(float x) {
        float t = -Math.abs(x);
        t = t < SIGMOID_LOWEST ? SIGMOID_LOWEST : t;
        float rounded = Math.fma(t, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, t));
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT);
        float u = Math.fma(expMinusOne(r), power, power);
        return (x < 0 ? u : 1) / (1 + u);
    }

    /// erf x = 1 − e^(−a q(a)) with a = |x|, and the sign of x; the exponential is taken as in [#tanh].
    static float erf(float x) {
        float a = Math.abs(x);
        a = a > ERF_HIGHEST ? ERF_HIGHEST : a;
        float q = ERF_8;
        q = Math.fma(q, a, ERF_7);
        q = Math.fma(q, a, ERF_6);
        q = Math.fma(q, a, ERF_5);
        q = Math.fma(q, a, ERF_4);
        q = Math.fma(q, a, ERF_3);
        q = Math.fma(q, a, ERF_2);
        q = Math.fma(q, a, ERF_1);
        q = Math.fma(q, a, ERF_0_LOW);
        float t = -Math.fma(a, ERF_0, q * a);
        float rounded = Math.fma(t, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2, t);
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT);
        return withSign(Math.fma(expMinusOne(r), power, power - 1), x);
    }

    /// max(x, 0) + ln(1 + u) with u = e^−|x|, and ln(1 + u) = 2 artanh s with s = u / (2 + u).
    static float softplus(float x) {
        float t = -Math.abs(x);
        t = t < SIGMOID_LOWEST ? SIGMOID_LOWEST : t;
        float rounded = Math.fma(t, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, t));
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << EXPONENT_SHIFT);
        float u = Math.fma(expMinusOne(r), power, power);
        float s = u / (2 + u);
        float z = s * s;
        float p = ARTANH_9;
        p = Math.fma(p, z, ARTANH_7);
        p = Math.fma(p, z, ARTANH_5);
        p = Math.fma(p, z, ARTANH_3);
        return (x <= 0 ? 0 : x) + Math.fma(p, s * z, s + s);
    }
}
