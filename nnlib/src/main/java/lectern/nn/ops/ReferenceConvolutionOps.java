package lectern.nn.ops;

/// The convolutions as their formulas say them.
final class ReferenceConvolutionOps implements ConvolutionOps {

    @Override
    public void convolve(Convolution s, float[] x, float[] w, float[] bias, float[] y) {
        int filters = s.filters() / s.groups();
        int channels = s.channels() / s.groups();
        for (int n = 0; n < s.batch(); n++) {
            for (int o = 0; o < s.filters(); o++) {
                int firstChannel = o / filters * channels;
                for (int i = 0; i < s.outHeight(); i++) {
                    for (int j = 0; j < s.outWidth(); j++) {
                        float sum = bias[o];
                        for (int c = 0; c < channels; c++) {
                            for (int k = 0; k < s.filterHeight(); k++) {
                                for (int l = 0; l < s.filterWidth(); l++) {
                                    float weight = w[((o * channels + c) * s.filterHeight() + k) * s.filterWidth() + l];
                                    sum = Math.fma(weight, pixel(s, x, n, firstChannel + c, i, j, k, l), sum);
                                }
                            }
                        }
                        y[((n * s.filters() + o) * s.outHeight() + i) * s.outWidth() + j] = sum;
                    }
                }
            }
        }
    }

    @Override
    public void inputGradient(Convolution s, float[] dy, float[] w, float[] dx) {
        int filters = s.filters() / s.groups();
        int channels = s.channels() / s.groups();
        for (int n = 0; n < s.batch(); n++) {
            for (int channel = 0; channel < s.channels(); channel++) {
                int c = channel % channels;
                int firstFilter = channel / channels * filters;
                for (int row = 0; row < s.height(); row++) {
                    for (int column = 0; column < s.width(); column++) {
                        float sum = 0;
                        for (int o = firstFilter; o < firstFilter + filters; o++) {
                            for (int k = 0; k < s.filterHeight(); k++) {
                                for (int l = 0; l < s.filterWidth(); l++) {
                                    float weight = w[((o * channels + c) * s.filterHeight() + k) * s.filterWidth() + l];
                                    sum = Math.fma(weight, result(s, dy, n, o, row, column, k, l), sum);
                                }
                            }
                        }
                        dx[((n * s.channels() + channel) * s.height() + row) * s.width() + column] = sum;
                    }
                }
            }
        }
    }

    /// The number of dy whose filter met a pixel with its number (k, l); 0 if there is none.
    private static float result(Convolution s, float[] dy, int n, int o, int row, int column, int k, int l) {
        int i = s.vertical().place(row, k);
        int j = s.horizontal().place(column, l);
        boolean exists = i >= 0 && i < s.outHeight() && j >= 0 && j < s.outWidth();
        return exists ? dy[((n * s.filters() + o) * s.outHeight() + i) * s.outWidth() + j] : 0;
    }

    @Override
    public void filterGradient(Convolution s, float[] x, float[] dy, float[] dw) {
        int filters = s.filters() / s.groups();
        int channels = s.channels() / s.groups();
        for (int o = 0; o < s.filters(); o++) {
            int firstChannel = o / filters * channels;
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < s.filterHeight(); k++) {
                    for (int l = 0; l < s.filterWidth(); l++) {
                        float sum = 0;
                        for (int n = 0; n < s.batch(); n++) {
                            for (int i = 0; i < s.outHeight(); i++) {
                                for (int j = 0; j < s.outWidth(); j++) {
                                    int place = ((n * s.filters() + o) * s.outHeight() + i) * s.outWidth() + j;
                                    sum = Math.fma(pixel(s, x, n, firstChannel + c, i, j, k, l), dy[place], sum);
                                }
                            }
                        }
                        dw[((o * channels + c) * s.filterHeight() + k) * s.filterWidth() + l] = sum;
                    }
                }
            }
        }
    }

    @Override
    public void biasGradient(Convolution s, float[] dy, float[] db) {
        int pixels = s.outPixels();
        float[] partial = new float[ReductionOps.PARTIAL_SUMS];
        for (int o = 0; o < s.filters(); o++) {
            for (int p = 0; p < partial.length; p++) {
                partial[p] = 0;
            }
            for (int n = 0; n < s.batch(); n++) {
                for (int i = 0; i < pixels; i++) {
                    partial[i % partial.length] += dy[(n * s.filters() + o) * pixels + i];
                }
            }
            db[o] = ReferenceReductionOps.join(partial);
        }
    }

    /// The pixel that number (k, l) of a filter meets at place (i, j); 0 in the padding.
    private static float pixel(Convolution s, float[] x, int n, int channel, int i, int j, int k, int l) {
        int at = index(s, n, channel, i, j, k, l);
        return at < 0 ? 0 : x[at];
    }

    /// Where that pixel is; −1 in the padding.
    private static int index(Convolution s, int n, int channel, int i, int j, int k, int l) {
        int row = i * s.vertical().stride()
                + k * s.vertical().dilation()
                - s.vertical().padding();
        int column = j * s.horizontal().stride()
                + l * s.horizontal().dilation()
                - s.horizontal().padding();
        boolean inside = row >= 0 && row < s.height() && column >= 0 && column < s.width();
        return inside ? ((n * s.channels() + channel) * s.height() + row) * s.width() + column : -1;
    }
}
