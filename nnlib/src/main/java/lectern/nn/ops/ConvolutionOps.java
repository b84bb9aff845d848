package lectern.nn.ops;

/// Convolutions of images with filters, forward and back. Images are (batch, channels, height, width).
///
/// As everywhere in the field the filters are not mirrored: strictly these are cross-correlations. Around an
/// image lie zeros, as many as the padding says; they take part in the sums. With several groups, the channels
/// of each group are seen by the filters of that group alone.
public interface ConvolutionOps {

    /// **y[n, o, i, j] = b[o] + Σ w[o, c, k, l] x[n, c, i s + k d − p, j s + l d − p]**, summed from b on by
    /// fused multiply-add in the order of c, k, l; s is the stride, d the dilation, p the padding.
    ///
    /// @param x (batch, channels, height, width)
    /// @param w (filters, channels / groups, filter height, filter width)
    /// @param bias (filters)
    /// @param y (batch, filters, out height, out width)
    void convolve(Convolution convolution, float[] x, float[] w, float[] bias, float[] y);

    /// The gradient by the images: **dx[n, c, i s + k d − p, j s + l d − p] = Σ w[o, c, k, l] dy[n, o, i, j]**,
    /// for each pixel summed from 0 on by fused multiply-add in the order of o, k, l; numbers of a filter that
    /// have met the pixel at no place take part with 0. This is also what a transposed convolution computes.
    void inputGradient(Convolution convolution, float[] dy, float[] w, float[] dx);

    /// The gradient by the filters: **dw[o, c, k, l] = Σ x[n, c, i s + k d − p, j s + l d − p] dy[n, o, i,
    /// j]**, summed by fused multiply-add in the order of n, i, j.
    void filterGradient(Convolution convolution, float[] x, float[] dy, float[] dw);

    /// The gradient by the bias, **db[o] = Σ dy[n, o, i, j]**: 16 interleaved partial sums, number i j mod 16
    /// of each image's map going to the same one, joined as [ReductionOps] says.
    void biasGradient(Convolution convolution, float[] dy, float[] db);

    /// The sizes of a convolution.
    ///
    /// @param batch images
    /// @param channels of an image
    /// @param height of an image, in pixels
    /// @param width of an image, in pixels
    /// @param filters channels of a result
    /// @param filterHeight in pixels
    /// @param filterWidth in pixels
    /// @param vertical how the filters move down
    /// @param horizontal how the filters move to the right
    /// @param groups the parts into which channels and filters fall
    record Convolution(
            int batch,
            int channels,
            int height,
            int width,
            int filters,
            int filterHeight,
            int filterWidth,
            Steps vertical,
            Steps horizontal,
            int groups) {

        /// Rows of a result.
        public int outHeight() {
            return vertical.count(height, filterHeight);
        }

        /// Columns of a result.
        public int outWidth() {
            return horizontal.count(width, filterWidth);
        }

        /// Multiply-adds of each of the three directions.
        public long multiplyAdds() {
            return (long) batch * filters * outHeight() * outWidth() * terms();
        }

        /// Terms of a sum: the numbers of one filter.
        int terms() {
            return channels / groups * filterHeight * filterWidth;
        }

        /// Pixels of a result.
        int outPixels() {
            return outHeight() * outWidth();
        }

        /// Numbers of an image.
        int imageSize() {
            return channels * height * width;
        }
    }

    /// How a filter moves along one dimension.
    ///
    /// @param stride pixels from one place to the next
    /// @param padding zeros before the first pixel and after the last
    /// @param dilation pixels from one number of the filter to the next
    record Steps(int stride, int padding, int dilation) {

        /// How many places there are for a filter; not above 0 if it does not fit.
        public int count(int size, int filterSize) {
            int room = size + 2 * padding - dilation * (filterSize - 1) - 1;
            return room < 0 ? 0 : room / stride + 1;
        }

        /// The place at which number k of a filter meets a pixel; −1 if there is none before or between.
        int place(int pixel, int k) {
            int from = pixel + padding - k * dilation;
            return from >= 0 && from % stride == 0 ? from / stride : -1;
        }
    }
}
