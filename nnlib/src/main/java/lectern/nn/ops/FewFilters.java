package lectern.nn.ops;

import java.util.Arrays;
import lectern.nn.ops.ConvolutionOps.Convolution;

/// The gradient of few filters, **dw[o, k, l] = Σ dy[o, i, j] x[i + k, j + l]**, with the lanes over l.
///
/// Where there are fewer filters than half of the lanes, lanes over the filters ([TapTiles]) are mostly idle,
/// and turning dy for them takes longer than the sums. Here each place in turn multiplies two rows of the patch
/// below it, read where they lie, by its dy of all filters ([RowPairTiles]).
final class FewFilters {

    private static final int LANES = Panels.WIDTH / 2;

    private static final ThreadLocal<FewFilters> OF_THREAD = ThreadLocal.withInitial(FewFilters::new);

    private float[] sums = {};
    private int[] places = {};

    private FewFilters() {}

    /// Whether this way is the shorter one, and can be gone: a row of a filter meets neighbouring pixels.
    static boolean pays(Convolution s) {
        return 2 * s.filters() / s.groups() <= LANES
                && 4 * s.filterWidth() >= LANES - 4
                && s.filterWidth() <= LANES
                && s.horizontal().stride() == 1
                && s.horizontal().dilation() == 1;
    }

    /// Computes the gradient of one group's filters.
    ///
    /// @param offsets of the filters' numbers in an image that lies as `layout` says
    static void gradient(
            Convolution s, ImageLayout layout, int[] offsets, int group, float[] x, float[] dy, float[] dw) {
        OF_THREAD.get().compute(s, layout, offsets, group, x, dy, dw);
    }

    private void compute(
            Convolution s, ImageLayout layout, int[] offsets, int group, float[] x, float[] dy, float[] dw) {
        int filters = s.filters() / s.groups();
        int width = s.filterWidth();
        int rows = s.terms() / width;
        int stride = (rows + 1) / 2 * Panels.WIDTH;
        int pixels = s.outPixels();
        makeRoom(filters * stride, pixels);
        placeAll(s, s.vertical().stride() * layout.rowSize());
        FilteredImage image = FilteredImage.ofThread(layout, offsets, s.outHeight(), s.outWidth());
        for (int n = 0; n < s.batch(); n++) {
            Workers.poll();
            layout.copyImage(s, x, n, group, image.pixels());
            int at = (n * s.filters() + group * filters) * pixels;
            for (int row = 0; row < rows; row += 2) {
                int from = offsets[row * width];
                int second = row + 1 < rows ? offsets[(row + 1) * width] - from : 0;
                int sum = row * LANES;
                Tiles.rowPairs(
                        filters,
                        dy,
                        at,
                        pixels,
                        image.pixels(),
                        from,
                        second,
                        places,
                        0,
                        pixels,
                        sums,
                        sum,
                        stride,
                        sums,
                        sum,
                        stride);
            }
        }
        for (int o = 0; o < filters; o++) {
            for (int row = 0; row < rows; row++) {
                int to = ((group * filters + o) * rows + row) * width;
                System.arraycopy(sums, o * stride + row * LANES, dw, to, width);
            }
        }
    }

    private void makeRoom(int size, int pixels) {
        if (sums.length < size) {
            sums = new float[size];
        }
        Arrays.fill(sums, 0, size, 0);
        if (places.length < pixels) {
            places = new int[pixels];
        }
    }

    /// How far each place is from the first.
    private void placeAll(Convolution s, int pitch) {
        for (int i = 0; i < s.outHeight(); i++) {
            for (int j = 0; j < s.outWidth(); j++) {
                places[i * s.outWidth() + j] = i * pitch + j;
            }
        }
    }
}
