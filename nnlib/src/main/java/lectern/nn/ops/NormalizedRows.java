package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What a layer normalisation does to one row, lanes over its columns.
final class NormalizedRows {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int GROUP = ReductionOps.PARTIAL_SUMS;

    private NormalizedRows() {}

    /// y = (x − mean) r gamma + beta.
    static void apply(float[] x, float[] y, int at, int columns, float mean, float r, float[] gamma, float[] beta) {
        int j = 0;
        for (; j <= columns - LANES; j += LANES) {
            FloatVector.fromArray(SPECIES, x, at + j)
                    .sub(mean)
                    .mul(r)
                    .fma(FloatVector.fromArray(SPECIES, gamma, j), FloatVector.fromArray(SPECIES, beta, j))
                    .intoArray(y, at + j);
        }
        for (; j < columns; j++) {
            y[at + j] = Math.fma((x[at + j] - mean) * r, gamma[j], beta[j]);
        }
    }

    /// sums += dy gamma, products += dy gamma (x − mean).
    static void addGradients(
            float[] dy, float[] x, int at, int columns, float[] gamma, float mean, float[] sums, float[] products) {
        int whole = PartialSums.whole(0, columns);
        for (int start = 0; start < GROUP; start += LANES) {
            addGradients(dy, x, at, whole, gamma, mean, sums, products, start);
        }
        for (int j = whole; j < columns; j++) {
            float g = dy[at + j] * gamma[j];
            sums[j - whole] += g;
            products[j - whole] = Math.fma(g, x[at + j] - mean, products[j - whole]);
        }
    }

    private static void addGradients(
            float[] dy,
            float[] x,
            int at,
            int whole,
            float[] gamma,
            float mean,
            float[] sums,
            float[] products,
            int start) {
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, start);
        FloatVector product = FloatVector.fromArray(SPECIES, products, start);
        for (int j = start; j < whole; j += GROUP) {
            FloatVector g = FloatVector.fromArray(SPECIES, dy, at + j).mul(FloatVector.fromArray(SPECIES, gamma, j));
            sum = sum.add(g);
            product = g.fma(FloatVector.fromArray(SPECIES, x, at + j).sub(mean), product);
        }
        sum.intoArray(sums, start);
        product.intoArray(products, start);
    }

    /// dx = r (dy gamma − shift − (x − mean) slope).
    static void pullback(
            float[] dy,
            float[] x,
            float[] dx,
            int at,
            int columns,
            float[] gamma,
            float mean,
            float r,
            float shift,
            float slope) {
        FloatVector down = FloatVector.broadcast(SPECIES, -slope);
        int j = 0;
        for (; j <= columns - LANES; j += LANES) {
            FloatVector rest = FloatVector.fromArray(SPECIES, dy, at + j)
                    .mul(FloatVector.fromArray(SPECIES, gamma, j))
                    .sub(shift);
            FloatVector.fromArray(SPECIES, x, at + j)
                    .sub(mean)
                    .fma(down, rest)
                    .mul(r)
                    .intoArray(dx, at + j);
        }
        for (; j < columns; j++) {
            dx[at + j] = r * Math.fma(x[at + j] - mean, -slope, dy[at + j] * gamma[j] - shift);
        }
    }

    /// For some columns: dBeta += dy, dGamma += dy (x − mean) r.
    static void addParameters(
            float[] dy, float[] x, int at, int from, int to, float mean, float r, float[] dGamma, float[] dBeta) {
        int j = from;
        for (; j <= to - LANES; j += LANES) {
            FloatVector g = FloatVector.fromArray(SPECIES, dy, at + j);
            FloatVector.fromArray(SPECIES, dBeta, j).add(g).intoArray(dBeta, j);
            FloatVector normal =
                    FloatVector.fromArray(SPECIES, x, at + j).sub(mean).mul(r);
            g.fma(normal, FloatVector.fromArray(SPECIES, dGamma, j)).intoArray(dGamma, j);
        }
        for (; j < to; j++) {
            dBeta[j] += dy[at + j];
            dGamma[j] = Math.fma(dy[at + j], (x[at + j] - mean) * r, dGamma[j]);
        }
    }
}
