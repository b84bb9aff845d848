package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Batch normalisation of vectors, planes of one: lanes over the features, each sum in the order of the
/// examples.
///
/// Such a sum is the partial sum 0 alone; the 0 added at its end stands for the other fifteen.
final class NormalizedFeatures {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private NormalizedFeatures() {}

    /// The mean and the variance of the features from…to − 1.
    static void statistics(float[] x, int batch, int features, int from, int to, float[] mean, float[] variance) {
        int c = from;
        for (; c <= to - LANES; c += LANES) {
            statistics(x, batch, features, c, mean, variance);
        }
        for (; c < to; c++) {
            float sum = 0;
            for (int n = 0; n < batch; n++) {
                sum += x[n * features + c];
            }
            mean[c] = (sum + 0f) / batch;
            float squares = 0;
            for (int n = 0; n < batch; n++) {
                float d = x[n * features + c] - mean[c];
                squares = Math.fma(d, d, squares);
            }
            variance[c] = (squares + 0f) / batch;
        }
    }

    private static void statistics(float[] x, int batch, int features, int c, float[] mean, float[] variance) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = c; i < batch * features; i += features) {
            sum = sum.add(FloatVector.fromArray(SPECIES, x, i));
        }
        FloatVector middle = sum.add(0).div(batch);
        FloatVector squares = FloatVector.zero(SPECIES);
        for (int i = c; i < batch * features; i += features) {
            FloatVector d = FloatVector.fromArray(SPECIES, x, i).sub(middle);
            squares = d.fma(d, squares);
        }
        middle.intoArray(mean, c);
        squares.add(0).div(batch).intoArray(variance, c);
    }

    static void apply(
            float[] x,
            float[] y,
            int batch,
            int features,
            int from,
            int to,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance) {
        int c = from;
        for (; c <= to - LANES; c += LANES) {
            apply(x, y, batch, features, c, gamma, beta, epsilon, mean, variance);
        }
        for (; c < to; c++) {
            float scale = gamma[c] * NormalizationOps.inverse(variance[c], epsilon);
            for (int i = c; i < batch * features; i += features) {
                y[i] = Math.fma(x[i] - mean[c], scale, beta[c]);
            }
        }
    }

    private static void apply(
            float[] x,
            float[] y,
            int batch,
            int features,
            int c,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance) {
        FloatVector r = FloatVector.broadcast(SPECIES, 1)
                .div(FloatVector.fromArray(SPECIES, variance, c).add(epsilon).lanewise(VectorOperators.SQRT));
        FloatVector scale = FloatVector.fromArray(SPECIES, gamma, c).mul(r);
        FloatVector middle = FloatVector.fromArray(SPECIES, mean, c);
        FloatVector shift = FloatVector.fromArray(SPECIES, beta, c);
        for (int i = c; i < batch * features; i += features) {
            FloatVector.fromArray(SPECIES, x, i).sub(middle).fma(scale, shift).intoArray(y, i);
        }
    }

    static void pullback(
            float[] x,
            int batch,
            int features,
            int from,
            int to,
            float[] gamma,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta) {
        int c = from;
        for (; c <= to - LANES; c += LANES) {
            pullback(x, batch, features, c, gamma, epsilon, mean, variance, dy, dx, dGamma, dBeta);
        }
        for (; c < to; c++) {
            float r = NormalizationOps.inverse(variance[c], epsilon);
            float sum = 0;
            float products = 0;
            for (int i = c; i < batch * features; i += features) {
                sum += dy[i];
                products = Math.fma(dy[i], x[i] - mean[c], products);
            }
            dBeta[c] = sum + 0f;
            dGamma[c] = r * (products + 0f);
            float shift = dBeta[c] / batch;
            float slope = r * dGamma[c] / batch;
            for (int i = c; i < batch * features; i += features) {
                dx[i] = gamma[c] * r * Math.fma(x[i] - mean[c], -slope, dy[i] - shift);
            }
        }
    }

    private static void pullback(
            float[] x,
            int batch,
            int features,
            int c,
            float[] gamma,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta) {
        FloatVector middle = FloatVector.fromArray(SPECIES, mean, c);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector products = FloatVector.zero(SPECIES);
        for (int i = c; i < batch * features; i += features) {
            FloatVector g = FloatVector.fromArray(SPECIES, dy, i);
            sum = sum.add(g);
            products = g.fma(FloatVector.fromArray(SPECIES, x, i).sub(middle), products);
        }
        FloatVector r = FloatVector.broadcast(SPECIES, 1)
                .div(FloatVector.fromArray(SPECIES, variance, c).add(epsilon).lanewise(VectorOperators.SQRT));
        FloatVector byBeta = sum.add(0);
        FloatVector byGamma = r.mul(products.add(0));
        byBeta.intoArray(dBeta, c);
        byGamma.intoArray(dGamma, c);
        FloatVector shift = byBeta.div(batch);
        FloatVector down = r.mul(byGamma).div(batch).neg();
        FloatVector scale = FloatVector.fromArray(SPECIES, gamma, c).mul(r);
        for (int i = c; i < batch * features; i += features) {
            FloatVector rest = FloatVector.fromArray(SPECIES, dy, i).sub(shift);
            FloatVector.fromArray(SPECIES, x, i)
                    .sub(middle)
                    .fma(down, rest)
                    .mul(scale)
                    .intoArray(dx, i);
        }
    }
}
