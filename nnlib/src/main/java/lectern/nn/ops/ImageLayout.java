package lectern.nn.ops;

import java.util.Arrays;
import lectern.nn.ops.ConvolutionOps.Convolution;
import lectern.nn.ops.ConvolutionOps.Steps;

/// How an image lies in memory while it is convolved: with its padding around it, and for filters that move by
/// several pixels to the right, each row sorted by the pixels that one number of a filter meets one after the
/// other. So neighbouring places of a filter always meet neighbouring numbers.
///
/// @param channels of the image
/// @param height with its padding
/// @param width with its padding
/// @param phases pixels by which the filters move to the right
record ImageLayout(int channels, int height, int width, int phases) {

    /// What may be read beyond the last pixel: a panel.
    private static final int SLACK = Panels.WIDTH;

    /// The images of a group as the filters see them.
    static ImageLayout ofImages(Convolution s) {
        return new ImageLayout(
                s.channels() / s.groups(),
                s.height() + 2 * s.vertical().padding(),
                s.width() + 2 * s.horizontal().padding(),
                s.horizontal().stride());
    }

    /// The results of a group with as many zeros between and around them that mirrored filters moving by one
    /// pixel find at each pixel of the image the results that it has had a part in.
    static ImageLayout ofResults(Convolution s) {
        return new ImageLayout(
                s.filters() / s.groups(),
                s.height() + reach(s.vertical(), s.filterHeight()),
                s.width() + reach(s.horizontal(), s.filterWidth()),
                1);
    }

    /// Pixels from the first number of a filter to its last.
    private static int reach(Steps steps, int filterSize) {
        return steps.dilation() * (filterSize - 1);
    }

    /// Numbers of a row.
    int rowSize() {
        return phases * phaseSize();
    }

    private int phaseSize() {
        return (width + phases - 1) / phases;
    }

    /// Numbers that the whole image takes.
    int size() {
        return channels * height * rowSize() + SLACK;
    }

    /// Where a pixel lies.
    private int at(int channel, int y, int x) {
        return (channel * height + y) * rowSize() + x % phases * phaseSize() + x / phases;
    }

    /// How far from its place the pixel lies that each number of a filter meets, in the order c, k, l.
    void offsets(Convolution s, boolean mirrored, int[] offsets) {
        int last = s.filterHeight() - 1;
        int lastColumn = s.filterWidth() - 1;
        int t = 0;
        for (int c = 0; c < channels; c++) {
            for (int k = 0; k <= last; k++) {
                for (int l = 0; l <= lastColumn; l++) {
                    int y = (mirrored ? last - k : k) * s.vertical().dilation();
                    int x = (mirrored ? lastColumn - l : l) * s.horizontal().dilation();
                    offsets[t++] = at(c, y, x);
                }
            }
        }
    }

    /// Copies one group of channels of an image; what is not copied is zero already.
    void copyImage(Convolution s, float[] x, int n, int group, float[] to) {
        int from = (n * s.channels() + group * channels) * s.height() * s.width();
        int area = s.height() * s.width();
        int left = s.horizontal().padding();
        for (int c = 0; c < channels; c++) {
            int source = from + c * area;
            int target = at(c, s.vertical().padding(), 0);
            if (phases == 1) {
                Rows.copy(x, source, s.width(), s.height(), s.width(), to, target + left, rowSize());
                continue;
            }
            for (int i = 0; i < s.height(); i++) {
                for (int j = 0; j < s.width(); j++) {
                    to[target + i * rowSize() + at(0, 0, left + j)] = x[source + i * s.width() + j];
                }
            }
        }
    }

    /// Copies one group of the results of an image, each to where its filter's last number is; what is not
    /// copied is zero already.
    void copyResult(Convolution s, float[] dy, int n, int group, float[] to) {
        int from = (n * s.filters() + group * channels) * s.outPixels();
        int above = reach(s.vertical(), s.filterHeight()) - s.vertical().padding();
        int before = reach(s.horizontal(), s.filterWidth()) - s.horizontal().padding();
        boolean whole = above >= 0
                && before >= 0
                && s.vertical().stride() == 1
                && s.horizontal().stride() == 1;
        for (int c = 0; c < channels; c++) {
            int source = from + c * s.outPixels();
            if (whole) {
                Rows.copy(dy, source, s.outWidth(), s.outHeight(), s.outWidth(), to, at(c, above, before), rowSize());
                continue;
            }
            for (int i = 0; i < s.outHeight(); i++) {
                int y = above + i * s.vertical().stride();
                if (y >= 0 && y < height) {
                    copyRow(s, dy, source + i * s.outWidth(), to, at(c, y, 0), before);
                }
            }
        }
    }

    private void copyRow(Convolution s, float[] dy, int from, float[] to, int row, int before) {
        int step = s.horizontal().stride();
        for (int j = 0; j < s.outWidth(); j++) {
            int x = before + j * step;
            if (x >= 0 && x < width) {
                to[row + x] = dy[from + j];
            }
        }
    }

    /// Room for the image, all zero.
    float[] room(float[] known) {
        if (known.length < size()) {
            return new float[size()];
        }
        Arrays.fill(known, 0, size(), 0);
        return known;
    }
}
