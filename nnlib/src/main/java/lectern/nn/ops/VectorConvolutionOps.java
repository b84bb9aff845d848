package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The convolutions as products with [Patches], image by image and as many places at a time as the cache
/// holds: the matrix
/// of all patches, nine times the images for 3 × 3 filters, never exists.
///
/// - forward, y = W X: the result has the layout of the images
/// - by the images, X = Wᵀ dy: dy is read where it lies, and the product is added to the pixels
/// - by the filters, dWᵀ = X dyᵀ: summed on from image to image
///
/// Threads share the images, for the filters' gradient the filters' numbers: no sum is cut.
final class VectorConvolutionOps implements ConvolutionOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Multiply-adds of a task.
    private static final long TASK = 1 << 18;

    private static final ThreadLocal<Room> ROOM = ThreadLocal.withInitial(Room::new);

    @Override
    public void convolve(Convolution s, float[] x, float[] w, float[] bias, float[] y) {
        int filters = s.filters() / s.groups();
        float[] starts = ROOM.get().starts(bias);
        overImages(s, (n, patches, product) -> {
            for (int g = 0; g < s.groups(); g++) {
                patches.takeImage(s, x, n, g);
                int at = (n * s.filters() + g * filters) * s.outPixels();
                product.left(w, g * filters * s.terms(), s.terms(), false);
                int most = Patches.rowsAtATime(s);
                for (int row = 0; row < s.outHeight(); row += most) {
                    int rows = Math.min(most, s.outHeight() - row);
                    patches.gather(s, 0, s.terms(), row, rows);
                    product.rightInPlace(patches.matrix(s), 0, Patches.stride(s))
                            .result(y, at + row * s.outWidth(), s.outPixels())
                            .startingFrom(starts, g * filters * Panels.WIDTH)
                            .multiply(filters, rows * s.outWidth(), s.terms(), false);
                }
            }
        });
    }

    @Override
    public void inputGradient(Convolution s, float[] dy, float[] w, float[] dx) {
        int filters = s.filters() / s.groups();
        overImages(s, (n, patches, product) -> {
            for (int g = 0; g < s.groups(); g++) {
                patches.takeGradient(s, dx, n, g);
                int at = (n * s.filters() + g * filters) * s.outPixels();
                product.left(w, g * filters * s.terms(), s.terms(), true);
                int most = Patches.rowsAtATime(s);
                for (int row = 0; row < s.outHeight(); row += most) {
                    int rows = Math.min(most, s.outHeight() - row);
                    product.rightInPlace(dy, at + row * s.outWidth(), s.outPixels())
                            .result(patches.matrix(s), 0, Patches.stride(s))
                            .multiply(s.terms(), rows * s.outWidth(), filters, false);
                    patches.scatter(s, row, rows);
                }
                patches.giveGradient(s, dx, n, g);
            }
        });
    }

    @Override
    public void filterGradient(Convolution s, float[] x, float[] dy, float[] dw) {
        int filters = s.filters() / s.groups();
        int tasks = Math.clamp(s.multiplyAdds() / s.groups() / TASK, 1, Workers.threads());
        int part = (s.terms() + tasks - 1) / tasks;
        int parts = (s.terms() + part - 1) / part;
        // dW of a group turned: (terms, filters); the threads write different rows.
        float[] turned = ROOM.get().turned(s.terms() * filters);
        for (int g = 0; g < s.groups(); g++) {
            int group = g;
            Workers.run(
                    parts,
                    p -> filterGradient(s, x, dy, turned, group, p * part, Math.min(part, s.terms() - p * part)));
            Transposition.transpose(turned, 0, filters, s.terms(), filters, dw, g * filters * s.terms(), s.terms());
        }
    }

    /// Some numbers of all filters of a group.
    private static void filterGradient(
            Convolution s, float[] x, float[] dy, float[] turned, int group, int term, int terms) {
        int filters = s.filters() / s.groups();
        Patches patches = Patches.ofThread();
        ProductBlock product = ProductBlock.ofThread().result(turned, term * filters, filters);
        Arrays.fill(turned, term * filters, (term + terms) * filters, 0);
        int most = Patches.rowsAtATime(s);
        for (int n = 0; n < s.batch(); n++) {
            patches.takeImage(s, x, n, group);
            int at = (n * s.filters() + group * filters) * s.outPixels();
            for (int row = 0; row < s.outHeight(); row += most) {
                int rows = Math.min(most, s.outHeight() - row);
                patches.gather(s, term, terms, row, rows);
                product.left(patches.matrix(s), 0, Patches.stride(s), false)
                        .right(dy, at + row * s.outWidth(), s.outPixels(), true)
                        .multiply(terms, filters, rows * s.outWidth(), true);
            }
        }
    }

    @Override
    public void biasGradient(Convolution s, float[] dy, float[] db) {
        float[] partial = ROOM.get().partial;
        int pixels = s.outPixels();
        for (int o = 0; o < s.filters(); o++) {
            Arrays.fill(partial, 0);
            for (int n = 0; n < s.batch(); n++) {
                int from = (n * s.filters() + o) * pixels;
                for (int lane = 0; lane < ReductionOps.PARTIAL_SUMS; lane += LANES) {
                    addTo(partial, lane, dy, from + lane, from + pixels);
                }
            }
            for (int half = ReductionOps.PARTIAL_SUMS / 2; half > 0; half /= 2) {
                for (int p = 0; p < half; p++) {
                    partial[p] += partial[p + half];
                }
            }
            db[o] = partial[0];
        }
    }

    private static void addTo(float[] partial, int lane, float[] dy, int from, int to) {
        FloatVector sums = FloatVector.fromArray(SPECIES, partial, lane);
        int i = from;
        for (; i + LANES <= to; i += ReductionOps.PARTIAL_SUMS) {
            sums = sums.add(FloatVector.fromArray(SPECIES, dy, i));
        }
        if (i < to) {
            VectorMask<Float> rest = SPECIES.indexInRange(i, to);
            sums = sums.add(FloatVector.fromArray(SPECIES, dy, i, rest), rest);
        }
        sums.intoArray(partial, lane);
    }

    private static void overImages(Convolution s, ImageTask task) {
        int tasks = Math.clamp(s.multiplyAdds() / TASK, 1, Math.min(s.batch() + 1, 4 * Workers.threads()));
        int part = (s.batch() + tasks - 1) / tasks;
        if (part == 0) {
            return;
        }
        Workers.run((s.batch() + part - 1) / part, p -> {
            Patches patches = Patches.ofThread();
            ProductBlock product = ProductBlock.ofThread();
            for (int n = p * part; n < Math.min((p + 1) * part, s.batch()); n++) {
                task.image(n, patches, product);
            }
        });
    }

    /// What is done for each image.
    @FunctionalInterface
    private interface ImageTask {

        void image(int n, Patches patches, ProductBlock product);
    }

    /// What the calling thread provides for all; it grows only.
    private static final class Room {

        private final float[] partial = new float[ReductionOps.PARTIAL_SUMS];
        private float[] starts = {};
        private float[] turned = {};

        /// Each number of the bias spread over the width of a panel: what the sums of its filter start from.
        float[] starts(float[] bias) {
            if (starts.length < bias.length * Panels.WIDTH) {
                starts = new float[bias.length * Panels.WIDTH];
            }
            for (int o = 0; o < bias.length; o++) {
                Arrays.fill(starts, o * Panels.WIDTH, (o + 1) * Panels.WIDTH, bias[o]);
            }
            return starts;
        }

        float[] turned(int size) {
            if (turned.length < size) {
                turned = new float[size];
            }
            return turned;
        }
    }
}
