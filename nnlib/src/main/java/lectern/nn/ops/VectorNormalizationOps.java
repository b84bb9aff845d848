package lectern.nn.ops;

import java.util.Arrays;

/// The normalisations over lanes, shared by threads: some channels, or some rows, for each.
///
/// All passes over a channel follow one another, so that all but the first find it in the cache.
final class VectorNormalizationOps implements NormalizationOps {

    private static final int LANES_APART = 16;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

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
        int part = part(sizes);
        Workers.run(Ranges.count(sizes.channels(), part), p -> {
            int from = p * part;
            int to = Math.min(sizes.channels(), from + part);
            if (sizes.plane() == 1) {
                int channels = sizes.channels();
                NormalizedFeatures.statistics(x, sizes.batch(), channels, from, to, mean, variance);
                NormalizedFeatures.apply(x, y, sizes.batch(), channels, from, to, gamma, beta, epsilon, mean, variance);
                return;
            }
            for (int c = from; c < to; c++) {
                statistics(sizes, x, c, mean, variance);
                apply(sizes, x, c, gamma, beta, epsilon, mean, variance, y);
            }
        });
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
        int part = part(sizes);
        Workers.run(Ranges.count(sizes.channels(), part), p -> {
            int from = p * part;
            int to = Math.min(sizes.channels(), from + part);
            if (sizes.plane() == 1) {
                NormalizedFeatures.apply(
                        x, y, sizes.batch(), sizes.channels(), from, to, gamma, beta, epsilon, mean, variance);
                return;
            }
            for (int c = from; c < to; c++) {
                apply(sizes, x, c, gamma, beta, epsilon, mean, variance, y);
            }
        });
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
        int part = part(sizes);
        Workers.run(Ranges.count(sizes.channels(), part), p -> {
            int from = p * part;
            int to = Math.min(sizes.channels(), from + part);
            if (sizes.plane() == 1) {
                NormalizedFeatures.pullback(
                        x,
                        sizes.batch(),
                        sizes.channels(),
                        from,
                        to,
                        gamma,
                        epsilon,
                        mean,
                        variance,
                        dy,
                        dx,
                        dGamma,
                        dBeta);
                return;
            }
            for (int c = from; c < to; c++) {
                pullback(sizes, x, c, gamma[c], mean[c], variance[c], epsilon, dy, dx, dGamma, dBeta);
            }
        });
    }

    private static void statistics(Sizes sizes, float[] x, int c, float[] mean, float[] variance) {
        float[] partial = SCRATCH.get().sums;
        PartialSums.clear(partial);
        for (int n = 0; n < sizes.batch(); n++) {
            int at = sizes.at(n, c);
            PartialSums.add(x, at, at + sizes.plane(), partial);
        }
        mean[c] = PartialSums.join(partial) / sizes.each();
        PartialSums.clear(partial);
        for (int n = 0; n < sizes.batch(); n++) {
            int at = sizes.at(n, c);
            NormalizedPlanes.addSquares(x, at, at + sizes.plane(), mean[c], partial);
        }
        variance[c] = PartialSums.join(partial) / sizes.each();
    }

    private static void apply(
            Sizes sizes,
            float[] x,
            int c,
            float[] gamma,
            float[] beta,
            float epsilon,
            float[] mean,
            float[] variance,
            float[] y) {
        float scale = gamma[c] * NormalizationOps.inverse(variance[c], epsilon);
        for (int n = 0; n < sizes.batch(); n++) {
            int at = sizes.at(n, c);
            NormalizedPlanes.apply(x, y, at, at + sizes.plane(), mean[c], scale, beta[c]);
        }
    }

    private static void pullback(
            Sizes sizes,
            float[] x,
            int c,
            float gamma,
            float mean,
            float variance,
            float epsilon,
            float[] dy,
            float[] dx,
            float[] dGamma,
            float[] dBeta) {
        Scratch scratch = SCRATCH.get();
        scratch.clear();
        for (int n = 0; n < sizes.batch(); n++) {
            int at = sizes.at(n, c);
            NormalizedPlanes.addGradients(dy, x, at, at + sizes.plane(), mean, scratch.sums, scratch.products);
        }
        float r = NormalizationOps.inverse(variance, epsilon);
        dBeta[c] = PartialSums.join(scratch.sums);
        dGamma[c] = r * PartialSums.join(scratch.products);
        float shift = dBeta[c] / sizes.each();
        float slope = r * dGamma[c] / sizes.each();
        for (int n = 0; n < sizes.batch(); n++) {
            int at = sizes.at(n, c);
            NormalizedPlanes.pullback(dy, x, dx, at, at + sizes.plane(), mean, gamma * r, shift, slope);
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
        int part = Ranges.pieces(mean.length, columns);
        Workers.run(Ranges.count(mean.length, part), p -> {
            float[] partial = SCRATCH.get().sums;
            for (int row = p * part; row < Math.min(mean.length, p * part + part); row++) {
                int at = row * columns;
                PartialSums.clear(partial);
                PartialSums.add(x, at, at + columns, partial);
                mean[row] = PartialSums.join(partial) / columns;
                PartialSums.clear(partial);
                NormalizedPlanes.addSquares(x, at, at + columns, mean[row], partial);
                variance[row] = PartialSums.join(partial) / columns;
                float r = NormalizationOps.inverse(variance[row], epsilon);
                NormalizedRows.apply(x, y, at, columns, mean[row], r, gamma, beta);
            }
        });
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
        int part = Ranges.pieces(mean.length, columns);
        Workers.run(Ranges.count(mean.length, part), p -> {
            Scratch scratch = SCRATCH.get();
            for (int row = p * part; row < Math.min(mean.length, p * part + part); row++) {
                int at = row * columns;
                float r = NormalizationOps.inverse(variance[row], epsilon);
                scratch.clear();
                NormalizedRows.addGradients(dy, x, at, columns, gamma, mean[row], scratch.sums, scratch.products);
                float shift = PartialSums.join(scratch.sums) / columns;
                float slope = r * r * PartialSums.join(scratch.products) / columns;
                NormalizedRows.pullback(dy, x, dx, at, columns, gamma, mean[row], r, shift, slope);
            }
        });
        // The parameters' sums go down the rows: here the threads share the columns.
        int wide = roundUp(Ranges.pieces(columns, mean.length));
        Workers.run(Ranges.count(columns, wide), p -> {
            int from = p * wide;
            int to = Math.min(columns, from + wide);
            Arrays.fill(dGamma, from, to, 0);
            Arrays.fill(dBeta, from, to, 0);
            for (int row = 0; row < mean.length; row++) {
                float r = NormalizationOps.inverse(variance[row], epsilon);
                NormalizedRows.addParameters(dy, x, row * columns, from, to, mean[row], r, dGamma, dBeta);
            }
        });
    }

    /// Channels for a task; where lanes lie over channels, a multiple of the widest vector.
    private static int part(Sizes sizes) {
        int part = Ranges.pieces(sizes.channels(), sizes.each());
        return sizes.plane() == 1 ? roundUp(part) : part;
    }

    private static int roundUp(int part) {
        return (part + LANES_APART - 1) / LANES_APART * LANES_APART;
    }

    /// The partial sums of a thread.
    private static final class Scratch {

        private final float[] sums = new float[ReductionOps.PARTIAL_SUMS];
        private final float[] products = new float[ReductionOps.PARTIAL_SUMS];

        void clear() {
            PartialSums.clear(sums);
            PartialSums.clear(products);
        }
    }
}
