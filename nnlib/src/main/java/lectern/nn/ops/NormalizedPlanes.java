package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What a batch normalisation does to one plane, lanes over its pixels.
final class NormalizedPlanes {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int GROUP = ReductionOps.PARTIAL_SUMS;

    private NormalizedPlanes() {}

    /// partial += (x − mean)².
    static void addSquares(float[] x, int from, int to, float mean, float[] partial) {
        int whole = PartialSums.whole(from, to);
        for (int start = 0; start < GROUP; start += LANES) {
            addSquares(x, from + start, whole, mean, partial, start);
        }
        for (int i = whole; i < to; i++) {
            float d = x[i] - mean;
            partial[i - whole] = Math.fma(d, d, partial[i - whole]);
        }
    }

    private static void addSquares(float[] x, int from, int whole, float mean, float[] partial, int start) {
        FloatVector sum = FloatVector.fromArray(SPECIES, partial, start);
        for (int i = from; i < whole; i += GROUP) {
            FloatVector d = FloatVector.fromArray(SPECIES, x, i).sub(mean);
            sum = d.fma(d, sum);
        }
        sum.intoArray(partial, start);
    }

    /// sums += dy, products += dy (x − mean).
    static void addGradients(float[] dy, float[] x, int from, int to, float mean, float[] sums, float[] products) {
        int whole = PartialSums.whole(from, to);
        for (int start = 0; start < GROUP; start += LANES) {
            addGradients(dy, x, from + start, whole, mean, sums, products, start);
        }
        for (int i = whole; i < to; i++) {
            sums[i - whole] += dy[i];
            products[i - whole] = Math.fma(dy[i], x[i] - mean, products[i - whole]);
        }
    }

    private static void addGradients(
            float[] dy, float[] x, int from, int whole, float mean, float[] sums, float[] products, int start) {
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, start);
        FloatVector product = FloatVector.fromArray(SPECIES, products, start);
        for (int i = from; i < whole; i += GROUP) {
            FloatVector g = FloatVector.fromArray(SPECIES, dy, i);
            sum = sum.add(g);
            product = g.fma(FloatVector.fromArray(SPECIES, x, i).sub(mean), product);
        }
        sum.intoArray(sums, start);
        product.intoArray(products, start);
    }

    /// y = (x − mean) scale + beta.
    static void apply(float[] x, float[] y, int from, int to, float mean, float scale, float beta) {
        FloatVector scales = FloatVector.broadcast(SPECIES, scale);
        FloatVector betas = FloatVector.broadcast(SPECIES, beta);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, x, i).sub(mean).fma(scales, betas).intoArray(y, i);
        }
        for (; i < to; i++) {
            y[i] = Math.fma(x[i] - mean, scale, beta);
        }
    }

    /// dx = scale (dy − shift − (x − mean) slope).
    static void pullback(
            float[] dy, float[] x, float[] dx, int from, int to, float mean, float scale, float shift, float slope) {
        FloatVector down = FloatVector.broadcast(SPECIES, -slope);
        int i = from;
        for (; i <= to - LANES; i += LANES) {
            FloatVector rest = FloatVector.fromArray(SPECIES, dy, i).sub(shift);
            FloatVector.fromArray(SPECIES, x, i)
                    .sub(mean)
                    .fma(down, rest)
                    .mul(scale)
                    .intoArray(dx, i);
        }
        for (; i < to; i++) {
            dx[i] = scale * Math.fma(x[i] - mean, -slope, dy[i] - shift);
        }
    }
}
