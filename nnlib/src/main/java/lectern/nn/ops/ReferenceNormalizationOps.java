package lectern.nn.ops;

import java.util.Arrays;

/// The normalisations as their formulas say them.
final class ReferenceNormalizationOps implements NormalizationOps {

    private static final int PARTIAL_SUMS = ReductionOps.PARTIAL_SUMS;

    @Override
    public void batch(
            Sizes sizes,
            float[] x,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y) {
        float[] partial = new float[PARTIAL_SUMS];
        for (int c = 0; c < sizes.channels(); c++) {
            Arrays.fill(partial, 0);
            for (int n = 0; n < sizes.batch(); n++) {
                for (int i = 0; i < sizes.plane(); i++) {
                    partial[i % PARTIAL_SUMS] += x[sizes.at(n, c) + i];
                }
            }
            mean[c] = ReferenceReductionOps.join(partial) / sizes.each();
            Arrays.fill(partial, 0);
            for (int n = 0; n < sizes.batch(); n++) {
                for (int i = 0; i < sizes.plane(); i++) {
                    float d = x[sizes.at(n, c) + i] - mean[c];
                    partial[i % PARTIAL_SUMS] = Math.fma(d, d, partial[i % PARTIAL_SUMS]);
                }
            }
            variance[c] = ReferenceReductionOps.join(partial) / sizes.each();
        }
        batchBy(sizes, x, gamma, beta, epsilon, mean, variance, y);
    }

    @Override
    public void batchBy(
            Sizes sizes,
            float[] x,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y) {
        for (int n = 0; n < sizes.batch(); n++) {
            for (int c = 0; c < sizes.channels(); c++) {
                float scale = gamma[c] * NormalizationOps.inverse(variance[c], epsilon);
                int at = sizes.at(n, c);
                for (int i = at; i < at + sizes.plane(); i++) {
                    y[i] = Math.fma(x[i] - mean[c], scale, beta[c]);
                }
            }
        }
    }

    @Override
    public void batchPullback(
            Sizes sizes,
            float[] x,
            float[] gamma,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta) {
        float[] sums = new float[PARTIAL_SUMS];
        float[] products = new float[PARTIAL_SUMS];
        for (int c = 0; c < sizes.channels(); c++) {
            Arrays.fill(sums, 0);
            Arrays.fill(products, 0);
            for (int n = 0; n < sizes.batch(); n++) {
                int at = sizes.at(n, c);
                for (int i = 0; i < sizes.plane(); i++) {
                    int part = i % PARTIAL_SUMS;
                    sums[part] += dy[at + i];
                    products[part] = Math.fma(dy[at + i], x[at + i] - mean[c], products[part]);
                }
            }
            float r = NormalizationOps.inverse(variance[c], epsilon);
            dBeta[c] = ReferenceReductionOps.join(sums);
            dGamma[c] = r * ReferenceReductionOps.join(products);
            float shift = dBeta[c] / sizes.each();
            float slope = r * dGamma[c] / sizes.each();
            for (int n = 0; n < sizes.batch(); n++) {
                int at = sizes.at(n, c);
                for (int i = at; i < at + sizes.plane(); i++) {
                    dx[i] = gamma[c] * r * Math.fma(x[i] - mean[c], -slope, dy[i] - shift);
                }
            }
        }
    }

    @Override
    public void layer(
            int columns,
            float[] x,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y) {
        float[] partial = new float[PARTIAL_SUMS];
        for (int row = 0; row < mean.length; row++) {
            int at = row * columns;
            Arrays.fill(partial, 0);
            for (int j = 0; j < columns; j++) {
                partial[j % PARTIAL_SUMS] += x[at + j];
            }
            mean[row] = ReferenceReductionOps.join(partial) / columns;
            Arrays.fill(partial, 0);
            for (int j = 0; j < columns; j++) {
                float d = x[at + j] - mean[row];
                partial[j % PARTIAL_SUMS] = Math.fma(d, d, partial[j % PARTIAL_SUMS]);
            }
            variance[row] = ReferenceReductionOps.join(partial) / columns;
            float r = NormalizationOps.inverse(variance[row], epsilon);
            for (int j = 0; j < columns; j++) {
                y[at + j] = Math.fma((x[at + j] - mean[row]) * r, gamma[j], beta[j]);
            }
        }
    }

    @Override
    public void layerPullback(
            int columns,
            float[] x,
            float[] gamma,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta) {
        float[] sums = new float[PARTIAL_SUMS];
        float[] products = new float[PARTIAL_SUMS];
        Arrays.fill(dGamma, 0);
        Arrays.fill(dBeta, 0);
        for (int row = 0; row < mean.length; row++) {
            int at = row * columns;
            float r = NormalizationOps.inverse(variance[row], epsilon);
            Arrays.fill(sums, 0);
            Arrays.fill(products, 0);
            for (int j = 0; j < columns; j++) {
                int part = j % PARTIAL_SUMS;
                float d = x[at + j] - mean[row];
                float g = dy[at + j] * gamma[j];
                sums[part] += g;
                products[part] = Math.fma(g, d, products[part]);
                dBeta[j] += dy[at + j];
                dGamma[j] = Math.fma(dy[at + j], d * r, dGamma[j]);
            }
            float shift = ReferenceReductionOps.join(sums) / columns;
            float slope = r * r * ReferenceReductionOps.join(products) / columns;
            for (int j = 0; j < columns; j++) {
                float g = dy[at + j] * gamma[j];
                dx[at + j] = r * Math.fma(x[at + j] - mean[row], -slope, g - shift);
            }
        }
    }
}
