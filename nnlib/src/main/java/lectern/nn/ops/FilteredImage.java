package lectern.nn.ops;

/// An image in an [ImageLayout], and what filters make of it. It belongs to its thread and is used again.
///
/// The results of several rows of places are computed as one run, the pixels between the rows included, as long
/// as these are few; then the rows are copied to where they belong.
final class FilteredImage {

    /// Results of a run for all filters together: 128 KiB.
    private static final int RUN = 1 << 15;

    private static final ThreadLocal<FilteredImage> OF_THREAD = ThreadLocal.withInitial(FilteredImage::new);

    private float[] pixels = {};
    private float[] results = {};
    private float[] gradients = {};
    private int[] offsets = {};
    private int height;
    private int width;
    private int pitch;

    private FilteredImage() {}

    /// The one of the current thread, cleared.
    ///
    /// @param offsets of the filters' numbers
    /// @param height rows of places
    /// @param width places in a row
    static FilteredImage ofThread(ImageLayout layout, int[] offsets, int height, int width) {
        FilteredImage image = OF_THREAD.get();
        image.pixels = layout.room(image.pixels);
        image.offsets = offsets;
        image.height = height;
        image.width = width;
        return image;
    }

    /// Sets how far it is in memory from one row of places to the next.
    void pitch(int distance) {
        this.pitch = distance;
    }

    /// Where the image is to be copied to.
    float[] pixels() {
        return pixels;
    }

    /// Computes y (filters, height, width), each sum beginning with a number of `starts` and adding `terms`
    /// products.
    ///
    /// @param w (filters, terms), from `at` on
    /// @param starts (filters, panel), from `atStarts` on
    /// @param to where y begins in its array
    void filter(float[] w, int at, int filters, int terms, float[] starts, int atStarts, float[] y, int to) {
        // Where the rows of places lie far apart, each is a run of its own.
        boolean together = 2 * pitch <= 3 * width;
        int most = together ? Math.clamp(RUN / Math.max(1, filters * pitch), 1, Math.max(1, height)) : 1;
        for (int row = 0; row < height; row += most) {
            int rows = Math.min(most, height - row);
            int run = (rows - 1) * pitch + width;
            int stride = Panels.count(run) * Panels.WIDTH;
            if (results.length < filters * stride) {
                results = new float[filters * stride];
            }
            for (int term = 0; term < terms; term += ProductBlock.STRIP) {
                int count = Math.min(ProductBlock.STRIP, terms - term);
                int from = row * pitch;
                for (int q = 0; q < run; q += Panels.WIDTH) {
                    float[] start = term == 0 ? starts : results;
                    int first = term == 0 ? atStarts : q;
                    int startStride = term == 0 ? Panels.WIDTH : stride;
                    Tiles.pixels(
                            filters,
                            w,
                            at + term,
                            terms,
                            pixels,
                            from + q,
                            offsets,
                            term,
                            count,
                            start,
                            first,
                            startStride,
                            results,
                            q,
                            stride);
                }
            }
            for (int o = 0; o < filters; o++) {
                Rows.copy(results, o * stride, pitch, rows, width, y, to + (o * height + row) * width, width);
            }
        }
    }

    /// Adds to the gradient of some numbers of the filters, **sums[t, o] += Σ pixel[t, place] dy[o, place]**.
    ///
    /// @param dy (filters, height, width), from `at` on
    /// @param tap the first number of the filters
    /// @param sums (all taps, stride)
    void addTaps(float[] dy, int at, int filters, int tap, int taps, float[] sums, int stride) {
        int places = height * width;
        int size = Panels.size(filters, places);
        if (gradients.length < size) {
            gradients = new float[size];
        }
        for (int o = 0; o < filters; o += Panels.WIDTH) {
            int columns = Math.min(Panels.WIDTH, filters - o);
            Transposition.transposeWide(dy, at + o * places, places, columns, places, gradients, 0, Panels.WIDTH);
            Tiles.taps(
                    taps,
                    2 * columns > Panels.WIDTH,
                    pixels,
                    pitch,
                    height,
                    width,
                    offsets,
                    tap,
                    gradients,
                    sums,
                    tap * stride + o,
                    stride);
        }
    }
}
