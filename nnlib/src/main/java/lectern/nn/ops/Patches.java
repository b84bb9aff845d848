package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import lectern.nn.ops.ConvolutionOps.Convolution;

/// What the filters of a convolution see, as a matrix: a row for each number of a filter, a column for each
/// place.
///
/// Only so many places at a time as fit the second-level cache; a convolution is then a product of the
/// filters with this
/// matrix. A row of places is one run of pixels, which is copied by whole vectors: the last one writes over
/// the beginning
/// of what is copied next. That takes about a tenth of the time of the product, for 64 filters.
///
/// It belongs to its thread and is used again.
final class Patches {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Numbers of the matrix: 256 KiB of them.
    private static final int MOST = 1 << 16;

    private static final ThreadLocal<Patches> OF_THREAD = ThreadLocal.withInitial(Patches::new);

    private float[] matrix = {};
    private float[] padded = {};

    // The image in hand, with its padding.
    private float[] image = {};
    private int atImage;

    private Patches() {}

    /// The one that belongs to the current thread.
    static Patches ofThread() {
        return OF_THREAD.get();
    }

    /// How many rows of places fit at a time.
    static int rowsAtATime(Convolution s) {
        return Math.clamp(MOST / Math.max(1, s.terms() * s.outWidth()), 1, Math.max(1, s.outHeight()));
    }

    /// The matrix, as [#gather] fills it; also a place for a matrix that is to be [scattered][#scatter].
    float[] matrix(Convolution s) {
        int size = s.terms() * stride(s) + 2 * LANES;
        if (matrix.length < size) {
            matrix = new float[size];
        }
        return matrix;
    }

    /// The distance from one row of the matrix to the next.
    static int stride(Convolution s) {
        return rowsAtATime(s) * s.outWidth() + LANES;
    }

    /// Takes up one group of channels of an image.
    void takeImage(Convolution s, float[] x, int n, int group) {
        int channels = s.channels() / s.groups();
        int from = n * s.imageSize() + group * channels * s.height() * s.width();
        if (!s.isPadded()) {
            image = x;
            atImage = from;
            return;
        }
        image = clearPadded(s);
        atImage = 0;
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < s.height(); row++) {
                System.arraycopy(x, from + (c * s.height() + row) * s.width(), image, inside(s, c, row), s.width());
            }
        }
    }

    /// Takes up one group of channels of an image whose gradient is to be summed, beginning with 0.
    void takeGradient(Convolution s, float[] dx, int n, int group) {
        int channels = s.channels() / s.groups();
        int from = n * s.imageSize() + group * channels * s.height() * s.width();
        if (s.isPadded()) {
            image = clearPadded(s);
            atImage = 0;
        } else {
            image = dx;
            atImage = from;
            Arrays.fill(dx, from, from + channels * s.height() * s.width(), 0);
        }
    }

    /// Gives the summed gradient back, without what fell into the padding.
    void giveGradient(Convolution s, float[] dx, int n, int group) {
        if (!s.isPadded()) {
            return;
        }
        int channels = s.channels() / s.groups();
        int to = n * s.imageSize() + group * channels * s.height() * s.width();
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < s.height(); row++) {
                System.arraycopy(image, inside(s, c, row), dx, to + (c * s.height() + row) * s.width(), s.width());
            }
        }
    }

    private float[] clearPadded(Convolution s) {
        int size = s.channels() / s.groups() * s.paddedHeight() * s.paddedWidth();
        if (padded.length < size) {
            padded = new float[size];
        }
        Arrays.fill(padded, 0, size, 0);
        return padded;
    }

    private static int inside(Convolution s, int channel, int row) {
        return (channel * s.paddedHeight() + row + s.vertical().padding()) * s.paddedWidth()
                + s.horizontal().padding();
    }

    /// Fills some rows of the matrix, numbers `term…` of a filter, for the rows of places `row…`.
    void gather(Convolution s, int term, int terms, int row, int rows) {
        float[] target = matrix(s);
        int width = s.outWidth();
        int step = s.horizontal().stride();
        for (int k = term; k < term + terms; k++) {
            int from = source(s, k, row);
            int to = (k - term) * stride(s);
            for (int i = 0; i < rows; i++) {
                if (step == 1) {
                    copy(from, target, to, width);
                } else {
                    for (int j = 0; j < width; j++) {
                        target[to + j] = image[from + j * step];
                    }
                }
                from += s.vertical().stride() * s.paddedWidth();
                to += width;
            }
        }
    }

    private void copy(int from, float[] target, int to, int width) {
        if (from + width + LANES > image.length) {
            System.arraycopy(image, from, target, to, width);
            return;
        }
        for (int j = 0; j < width; j += LANES) {
            FloatVector.fromArray(SPECIES, image, from + j).intoArray(target, to + j);
        }
    }

    /// Adds each number of the matrix to the pixel that it belongs to, for the rows of places `row…`.
    void scatter(Convolution s, int row, int rows) {
        int area = s.filterHeight() * s.filterWidth();
        int width = s.outWidth();
        int step = s.horizontal().stride();
        int whole = SPECIES.loopBound(width);
        VectorMask<Float> rest = SPECIES.indexInRange(whole, width);
        for (int c = 0; c < s.channels() / s.groups(); c++) {
            for (int i = 0; i < rows; i++) {
                for (int k = c * area; k < (c + 1) * area; k++) {
                    int from = k * stride(s) + i * width;
                    int to = source(s, k, row + i);
                    if (step == 1) {
                        add(from, to, whole, rest);
                    } else {
                        for (int j = 0; j < width; j++) {
                            image[to + j * step] += matrix[from + j];
                        }
                    }
                }
            }
        }
    }

    private void add(int from, int to, int whole, VectorMask<Float> rest) {
        for (int j = 0; j < whole; j += LANES) {
            FloatVector.fromArray(SPECIES, image, to + j)
                    .add(FloatVector.fromArray(SPECIES, matrix, from + j))
                    .intoArray(image, to + j);
        }
        FloatVector.fromArray(SPECIES, image, to + whole, rest)
                .add(FloatVector.fromArray(SPECIES, matrix, from + whole, rest))
                .intoArray(image, to + whole, rest);
    }

    /// Where the first pixel of a row of places is that number k of a filter meets.
    private int source(Convolution s, int k, int row) {
        int column = k % s.filterWidth();
        int line = k / s.filterWidth() % s.filterHeight();
        int channel = k / (s.filterWidth() * s.filterHeight());
        int y = row * s.vertical().stride() + line * s.vertical().dilation();
        return atImage
                + (channel * s.paddedHeight() + y) * s.paddedWidth()
                + column * s.horizontal().dilation();
    }
}
