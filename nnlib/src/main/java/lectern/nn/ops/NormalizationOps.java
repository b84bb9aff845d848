package lectern.nn.ops;

import java.util.Arrays;

/// Numbers brought to mean 0 and variance 1, then scaled and shifted by what is learned.
///
/// A sum keeps the 16 partial sums of [ReductionOps], products added by fused multiply-add. In a channel of
/// images they begin anew with partial sum 0 at the start of each plane, are carried on from example to
/// example, and are joined once. The variance is the biased one, Σ (x − μ)² / n; **r = 1 / √(σ² + ε)**.
public interface NormalizationOps {

    /// Each channel over the examples of a batch and the pixels of a plane: y = (x − μ) (γ r) + β.
    ///
    /// @param x (batch, channels, plane)
    /// @param gamma γ, (channels)
    /// @param beta β, (channels)
    /// @param mean (channels), becomes μ
    /// @param variance (channels), becomes σ²
    /// @param y (batch, channels, plane), may be x
    void batch(
            Sizes sizes,
            float[] x,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y);

    /// As [#batch], with a mean and a variance that are given.
    void batchBy(
            Sizes sizes,
            float[] x,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y);

    /// Back through [#batch]: dβ = Σ dy, dγ = r Σ dy (x − μ), dx = γ r (dy − dβ / n − (x − μ) r dγ / n).
    ///
    /// @param mean μ, (channels)
    /// @param variance σ², (channels)
    /// @param dx (batch, channels, plane), may be dy
    /// @param dGamma (channels), set
    /// @param dBeta (channels), set
    void batchPullback(
            Sizes sizes,
            float[] x,
            float[] gamma,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta);

    /// Back through [#batchBy], where μ and σ² do not depend on x: dβ = Σ dy, dγ = r Σ dy (x − μ), dx = γ r
    /// dy.
    ///
    /// Rarely a part of training, and so the same plain loops for every machine.
    ///
    /// @param dx (batch, channels, plane), may be dy
    /// @param dGamma (channels), set
    /// @param dBeta (channels), set
    default void batchByPullback(
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
        float[] sums = new float[ReductionOps.PARTIAL_SUMS];
        float[] products = new float[ReductionOps.PARTIAL_SUMS];
        for (int c = 0; c < sizes.channels(); c++) {
            Arrays.fill(sums, 0);
            Arrays.fill(products, 0);
            float r = inverse(variance[c], epsilon);
            float scale = gamma[c] * r;
            for (int n = 0; n < sizes.batch(); n++) {
                int at = sizes.at(n, c);
                for (int i = 0; i < sizes.plane(); i++) {
                    int part = i % ReductionOps.PARTIAL_SUMS;
                    float g = dy[at + i];
                    sums[part] += g;
                    products[part] = Math.fma(g, x[at + i] - mean[c], products[part]);
                    dx[at + i] = scale * g;
                }
            }
            dBeta[c] = ReferenceReductionOps.join(sums);
            dGamma[c] = r * ReferenceReductionOps.join(products);
        }
    }

    /// Each row by itself: y = (x − μ) r γ + β.
    ///
    /// @param columns numbers in a row
    /// @param x (rows, columns)
    /// @param gamma γ, (columns)
    /// @param beta β, (columns)
    /// @param mean (rows), becomes μ
    /// @param variance (rows), becomes σ²
    /// @param y (rows, columns), may be x
    void layer(
            int columns,
            float[] x,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y);

    /// Back through [#layer]: with g = dy γ, dx = r (g − Σ g / n − (x − μ) r² Σ g (x − μ) / n); over the rows
    /// in their order, dβ = Σ dy and dγ = Σ dy (x − μ) r.
    ///
    /// @param mean μ, (rows)
    /// @param variance σ², (rows)
    /// @param dx (rows, columns), not dy
    /// @param dGamma (columns), set
    /// @param dBeta (columns), set
    void layerPullback(
            int columns,
            float[] x,
            float[] gamma,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta);

    /// 1 / √(σ² + ε).
    static float inverse(float variance, float epsilon) {
        return 1 / (float) Math.sqrt(variance + epsilon);
    }

    /// The sizes of a batch of images; for vectors, each feature is a channel with a plane of one.
    ///
    /// @param batch examples
    /// @param channels of an example
    /// @param plane pixels of a channel, height times width
    record Sizes(int batch, int channels, int plane) {

        /// Numbers in a channel.
        int each() {
            return batch * plane;
        }

        /// Where a plane begins.
        int at(int example, int channel) {
            return (example * channels + channel) * plane;
        }
    }
}
