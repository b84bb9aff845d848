package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// The convolutions over lanes, without a matrix of patches: the filters' innermost loops read the images
/// themselves.
///
/// - forward, the lanes run over neighbouring pixels of the results ([PixelTiles])
/// - the gradient by the images is a convolution of the results' gradient with the filters mirrored
/// - for the gradient by the filters, the lanes run over the filters ([TapTiles]), if these are few over their
/// numbers ([FewFilters])
///
/// A first form copied the patches of some rows into the cache for all of them and used the matrix product;
/// copying short runs of pixels took longer than the product (32 × 16 × 14 × 14 → 32: 395 µs forward against
/// 220).
///
/// Threads share the images, for the filters' gradient the filters' numbers: no sum is cut.
final class VectorConvolutionOps implements ConvolutionOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Multiply-adds of a task.
    private static final long TASK = 1 << 18;

    /// What all threads share in a pass; it belongs to the calling thread.
    private static final ThreadLocal<Shared> SHARED = ThreadLocal.withInitial(Shared::new);

    @Override
    public void convolve(Convolution s, float[] x, float[] w, float[] bias, float[] y) {
        int filters = s.filters() / s.groups();
        int terms = s.terms();
        Shared shared = SHARED.get();
        float[] starts = shared.starts(bias);
        ImageLayout layout = ImageLayout.ofImages(s);
        int[] offsets = shared.offsets(s, layout, false);
        overImages(s, (first, last) -> {
            FilteredImage image = FilteredImage.ofThread(layout, offsets, s.outHeight(), s.outWidth());
            image.pitch(s.vertical().stride() * layout.rowSize());
            for (int n = first; n < last; n++) {
                for (int g = 0; g < s.groups(); g++) {
                    Workers.poll();
                    layout.copyImage(s, x, n, g, image.pixels());
                    int to = (n * s.filters() + g * filters) * s.outPixels();
                    image.filter(w, g * filters * terms, filters, terms, starts, g * filters * Panels.WIDTH, y, to);
                }
            }
        });
    }

    @Override
    public void inputGradient(Convolution s, float[] dy, float[] w, float[] dx) {
        int channels = s.channels() / s.groups();
        int terms = s.filters() / s.groups() * s.filterHeight() * s.filterWidth();
        Shared shared = SHARED.get();
        float[] starts = shared.zeros(s.channels());
        float[] turned = shared.byChannels(s, w);
        ImageLayout layout = ImageLayout.ofResults(s);
        int[] offsets = shared.offsets(s, layout, true);
        overImages(s, (first, last) -> {
            FilteredImage image = FilteredImage.ofThread(layout, offsets, s.height(), s.width());
            image.pitch(layout.rowSize());
            for (int n = first; n < last; n++) {
                for (int g = 0; g < s.groups(); g++) {
                    Workers.poll();
                    layout.copyResult(s, dy, n, g, image.pixels());
                    int to = (n * s.channels() + g * channels) * s.height() * s.width();
                    image.filter(turned, g * channels * terms, channels, terms, starts, 0, dx, to);
                }
            }
        });
    }

    private static void overImages(Convolution s, ImageRange range) {
        int tasks = Math.clamp(s.multiplyAdds() / TASK, 1, Workers.threads() == 1 ? 1 : 4 * Workers.threads());
        int part = Math.max(1, (s.batch() + tasks - 1) / tasks);
        int parts = (s.batch() + part - 1) / part;
        Workers.run(parts, p -> range.run(p * part, Math.min((p + 1) * part, s.batch())));
    }

    @Override
    public void filterGradient(Convolution s, float[] x, float[] dy, float[] dw) {
        int filters = s.filters() / s.groups();
        int stride = Panels.count(filters) * Panels.WIDTH;
        int terms = s.terms();
        int tasks = Math.clamp(s.multiplyAdds() / s.groups() / TASK, 1, Workers.threads());
        int part = (terms + Tiles.ROWS * tasks - 1) / (Tiles.ROWS * tasks) * Tiles.ROWS;
        Shared shared = SHARED.get();
        ImageLayout layout = ImageLayout.ofImages(s);
        int[] offsets = shared.offsets(s, layout, false);
        if (FewFilters.pays(s)) {
            Workers.run(s.groups(), group -> FewFilters.gradient(s, layout, offsets, group, x, dy, dw));
            return;
        }
        // The gradient of a group turned: (terms, filters). The threads write different rows.
        float[] sums = shared.sums(terms * stride);
        for (int g = 0; g < s.groups(); g++) {
            int group = g;
            Arrays.fill(sums, 0, terms * stride, 0);
            Workers.run((terms + part - 1) / part, p -> {
                FilteredImage image = FilteredImage.ofThread(layout, offsets, s.outHeight(), s.outWidth());
                image.pitch(s.vertical().stride() * layout.rowSize());
                for (int n = 0; n < s.batch(); n++) {
                    Workers.poll();
                    layout.copyImage(s, x, n, group, image.pixels());
                    int at = (n * s.filters() + group * filters) * s.outPixels();
                    image.addTaps(dy, at, filters, p * part, Math.min(part, terms - p * part), sums, stride);
                }
            });
            Transposition.transpose(sums, 0, stride, terms, filters, dw, g * filters * terms, terms);
        }
    }

    @Override
    public void biasGradient(Convolution s, float[] dy, float[] db) {
        float[] partial = SHARED.get().partial;
        int pixels = s.outPixels();
        for (int o = 0; o < s.filters(); o++) {
            Arrays.fill(partial, 0);
            for (int n = 0; n < s.batch(); n++) {
                int from = (n * s.filters() + o) * pixels;
                for (int lane = 0; lane < ReductionOps.PARTIAL_SUMS; lane += LANES) {
                    addTo(partial, lane, dy, from + lane, from + pixels);
                }
            }
            db[o] = ReferenceReductionOps.join(partial);
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

    /// What is done for some images.
    @FunctionalInterface
    private interface ImageRange {

        void run(int first, int last);
    }

    /// Tables and weights in the order in which they are needed. The rooms grow only.
    private static final class Shared {

        private final float[] partial = new float[ReductionOps.PARTIAL_SUMS];
        private float[] starts = {};
        private float[] sums = {};
        private float[] turned = {};
        private int[] offsets = {};

        /// Each number of the bias spread over the width of a panel: what the sums of its filter start from.
        float[] starts(float[] bias) {
            zeros(bias.length);
            for (int o = 0; o < bias.length; o++) {
                Arrays.fill(starts, o * Panels.WIDTH, (o + 1) * Panels.WIDTH, bias[o]);
            }
            return starts;
        }

        float[] zeros(int filters) {
            if (starts.length < filters * Panels.WIDTH) {
                starts = new float[filters * Panels.WIDTH];
            }
            Arrays.fill(starts, 0);
            return starts;
        }

        float[] sums(int size) {
            if (sums.length < size) {
                sums = new float[size];
            }
            return sums;
        }

        int[] offsets(Convolution s, ImageLayout layout, boolean mirrored) {
            int size = layout.channels() * s.filterHeight() * s.filterWidth();
            if (offsets.length < size) {
                offsets = new int[size];
            }
            layout.offsets(s, mirrored, offsets);
            return offsets;
        }

        /// The filters with their first two dimensions exchanged within each group: (channels, filters /
        /// groups, k, l).
        float[] byChannels(Convolution s, float[] w) {
            if (turned.length < w.length) {
                turned = new float[w.length];
            }
            int area = s.filterHeight() * s.filterWidth();
            int filters = s.filters() / s.groups();
            int channels = s.channels() / s.groups();
            for (int o = 0; o < s.filters(); o++) {
                for (int c = 0; c < channels; c++) {
                    int channel = o / filters * channels + c;
                    int to = (channel * filters + o % filters) * area;
                    System.arraycopy(w, (o * channels + c) * area, turned, to, area);
                }
            }
            return turned;
        }
    }
}
