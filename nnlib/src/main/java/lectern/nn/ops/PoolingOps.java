package lectern.nn.ops;

import lectern.nn.ops.ConvolutionOps.Steps;

/// Pooling: each map of an image is made smaller by itself. Images are (batch, channels, height, width).
public interface PoolingOps {

    /// The largest number of each window, of equal ones the first; a window with a number that is not one gives
    /// that. The padding takes no part.
    ///
    /// @param x (maps, height, width)
    /// @param y (maps, out height, out width)
    /// @param chosen (maps, out height, out width), becomes the index within the map of the number taken
    void max(Pooling pooling, float[] x, float[] y, float[] chosen);

    /// dx = dy at the numbers that were taken, summed in the order of the windows, 0 elsewhere.
    void maxPullback(Pooling pooling, float[] dy, float[] chosen, float[] dx);

    /// The mean of each window: its numbers are added in order and the sum divided by their count.
    ///
    /// @param countPadding whether the padding counts, as zeros
    void average(Pooling pooling, boolean countPadding, float[] x, float[] y);

    /// dx = dy / count, for each window that a number is in, summed in the order of the windows.
    void averagePullback(Pooling pooling, boolean countPadding, float[] dy, float[] dx);

    /// The sizes of a pooling.
    ///
    /// @param maps images times channels
    /// @param height of a map
    /// @param width of a map
    /// @param windowHeight in pixels
    /// @param windowWidth in pixels
    /// @param vertical how the window moves down
    /// @param horizontal how the window moves to the right
    record Pooling(
            int maps, int height, int width, int windowHeight, int windowWidth, Steps vertical, Steps horizontal) {

        /// Rows of a result.
        public int outHeight() {
            return vertical.count(height, windowHeight);
        }

        /// Columns of a result.
        public int outWidth() {
            return horizontal.count(width, windowWidth);
        }

        /// Numbers of a map.
        int size() {
            return height * width;
        }

        /// Numbers of a result's map.
        int outSize() {
            return outHeight() * outWidth();
        }
    }
}
