package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of a convolution: the results of some filters for a run of pixels, two vectors of them,
/// stay in registers while the numbers of the filters run.
///
/// As [WideRowTiles], but what the filters see is read from the image itself: `offsets` says for each number of
/// a filter how far from the pixel of the result the pixel lies that it meets. Neighbouring results meet
/// neighbouring pixels, so no patches are copied.
///
/// - `w`, `at`, `strideW`: the filters, where the first one is, how far it is to the next
/// - `image`, `from`, `offsets`, `term`, `terms`: the image, the first pixel of the run, the first number of
/// the filters
/// - `start`, `first`, `startStride`: what the sums start from
/// - `c`, `out`, `stride`: where the results go
final class PixelTiles {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private PixelTiles() {}

    /// 12 filters.
    static void tile12(
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c0b = FloatVector.fromArray(SPECIES, start, first + LANES);
        FloatVector c1a = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c1b = FloatVector.fromArray(SPECIES, start, first + startStride + LANES);
        FloatVector c2a = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c2b = FloatVector.fromArray(SPECIES, start, first + 2 * startStride + LANES);
        FloatVector c3a = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c3b = FloatVector.fromArray(SPECIES, start, first + 3 * startStride + LANES);
        FloatVector c4a = FloatVector.fromArray(SPECIES, start, first + 4 * startStride);
        FloatVector c4b = FloatVector.fromArray(SPECIES, start, first + 4 * startStride + LANES);
        FloatVector c5a = FloatVector.fromArray(SPECIES, start, first + 5 * startStride);
        FloatVector c5b = FloatVector.fromArray(SPECIES, start, first + 5 * startStride + LANES);
        FloatVector c6a = FloatVector.fromArray(SPECIES, start, first + 6 * startStride);
        FloatVector c6b = FloatVector.fromArray(SPECIES, start, first + 6 * startStride + LANES);
        FloatVector c7a = FloatVector.fromArray(SPECIES, start, first + 7 * startStride);
        FloatVector c7b = FloatVector.fromArray(SPECIES, start, first + 7 * startStride + LANES);
        FloatVector c8a = FloatVector.fromArray(SPECIES, start, first + 8 * startStride);
        FloatVector c8b = FloatVector.fromArray(SPECIES, start, first + 8 * startStride + LANES);
        FloatVector c9a = FloatVector.fromArray(SPECIES, start, first + 9 * startStride);
        FloatVector c9b = FloatVector.fromArray(SPECIES, start, first + 9 * startStride + LANES);
        FloatVector c10a = FloatVector.fromArray(SPECIES, start, first + 10 * startStride);
        FloatVector c10b = FloatVector.fromArray(SPECIES, start, first + 10 * startStride + LANES);
        FloatVector c11a = FloatVector.fromArray(SPECIES, start, first + 11 * startStride);
        FloatVector c11b = FloatVector.fromArray(SPECIES, start, first + 11 * startStride + LANES);
        int row1 = strideW;
        int row2 = 2 * strideW;
        int row3 = 3 * strideW;
        int row4 = 4 * strideW;
        int row5 = 5 * strideW;
        int row6 = 6 * strideW;
        int row7 = 7 * strideW;
        int row8 = 8 * strideW;
        int row9 = 9 * strideW;
        int row10 = 10 * strideW;
        int row11 = 11 * strideW;
        for (int k = 0, i = at; k < terms; k++, i++) {
            int j = from + offsets[term + k];
            FloatVector b0 = FloatVector.fromArray(SPECIES, image, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, w[i]);
            c0a = a0.fma(b0, c0a);
            c0b = a0.fma(b1, c0b);
            FloatVector a1 = FloatVector.broadcast(SPECIES, w[i + row1]);
            c1a = a1.fma(b0, c1a);
            c1b = a1.fma(b1, c1b);
            FloatVector a2 = FloatVector.broadcast(SPECIES, w[i + row2]);
            c2a = a2.fma(b0, c2a);
            c2b = a2.fma(b1, c2b);
            FloatVector a3 = FloatVector.broadcast(SPECIES, w[i + row3]);
            c3a = a3.fma(b0, c3a);
            c3b = a3.fma(b1, c3b);
            FloatVector a4 = FloatVector.broadcast(SPECIES, w[i + row4]);
            c4a = a4.fma(b0, c4a);
            c4b = a4.fma(b1, c4b);
            FloatVector a5 = FloatVector.broadcast(SPECIES, w[i + row5]);
            c5a = a5.fma(b0, c5a);
            c5b = a5.fma(b1, c5b);
            FloatVector a6 = FloatVector.broadcast(SPECIES, w[i + row6]);
            c6a = a6.fma(b0, c6a);
            c6b = a6.fma(b1, c6b);
            FloatVector a7 = FloatVector.broadcast(SPECIES, w[i + row7]);
            c7a = a7.fma(b0, c7a);
            c7b = a7.fma(b1, c7b);
            FloatVector a8 = FloatVector.broadcast(SPECIES, w[i + row8]);
            c8a = a8.fma(b0, c8a);
            c8b = a8.fma(b1, c8b);
            FloatVector a9 = FloatVector.broadcast(SPECIES, w[i + row9]);
            c9a = a9.fma(b0, c9a);
            c9b = a9.fma(b1, c9b);
            FloatVector a10 = FloatVector.broadcast(SPECIES, w[i + row10]);
            c10a = a10.fma(b0, c10a);
            c10b = a10.fma(b1, c10b);
            FloatVector a11 = FloatVector.broadcast(SPECIES, w[i + row11]);
            c11a = a11.fma(b0, c11a);
            c11b = a11.fma(b1, c11b);
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
        c1a.intoArray(c, out + stride);
        c1b.intoArray(c, out + stride + LANES);
        c2a.intoArray(c, out + 2 * stride);
        c2b.intoArray(c, out + 2 * stride + LANES);
        c3a.intoArray(c, out + 3 * stride);
        c3b.intoArray(c, out + 3 * stride + LANES);
        c4a.intoArray(c, out + 4 * stride);
        c4b.intoArray(c, out + 4 * stride + LANES);
        c5a.intoArray(c, out + 5 * stride);
        c5b.intoArray(c, out + 5 * stride + LANES);
        c6a.intoArray(c, out + 6 * stride);
        c6b.intoArray(c, out + 6 * stride + LANES);
        c7a.intoArray(c, out + 7 * stride);
        c7b.intoArray(c, out + 7 * stride + LANES);
        c8a.intoArray(c, out + 8 * stride);
        c8b.intoArray(c, out + 8 * stride + LANES);
        c9a.intoArray(c, out + 9 * stride);
        c9b.intoArray(c, out + 9 * stride + LANES);
        c10a.intoArray(c, out + 10 * stride);
        c10b.intoArray(c, out + 10 * stride + LANES);
        c11a.intoArray(c, out + 11 * stride);
        c11b.intoArray(c, out + 11 * stride + LANES);
    }

    /// 8 filters.
    static void tile8(
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c0b = FloatVector.fromArray(SPECIES, start, first + LANES);
        FloatVector c1a = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c1b = FloatVector.fromArray(SPECIES, start, first + startStride + LANES);
        FloatVector c2a = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c2b = FloatVector.fromArray(SPECIES, start, first + 2 * startStride + LANES);
        FloatVector c3a = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c3b = FloatVector.fromArray(SPECIES, start, first + 3 * startStride + LANES);
        FloatVector c4a = FloatVector.fromArray(SPECIES, start, first + 4 * startStride);
        FloatVector c4b = FloatVector.fromArray(SPECIES, start, first + 4 * startStride + LANES);
        FloatVector c5a = FloatVector.fromArray(SPECIES, start, first + 5 * startStride);
        FloatVector c5b = FloatVector.fromArray(SPECIES, start, first + 5 * startStride + LANES);
        FloatVector c6a = FloatVector.fromArray(SPECIES, start, first + 6 * startStride);
        FloatVector c6b = FloatVector.fromArray(SPECIES, start, first + 6 * startStride + LANES);
        FloatVector c7a = FloatVector.fromArray(SPECIES, start, first + 7 * startStride);
        FloatVector c7b = FloatVector.fromArray(SPECIES, start, first + 7 * startStride + LANES);
        int row1 = strideW;
        int row2 = 2 * strideW;
        int row3 = 3 * strideW;
        int row4 = 4 * strideW;
        int row5 = 5 * strideW;
        int row6 = 6 * strideW;
        int row7 = 7 * strideW;
        for (int k = 0, i = at; k < terms; k++, i++) {
            int j = from + offsets[term + k];
            FloatVector b0 = FloatVector.fromArray(SPECIES, image, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, w[i]);
            c0a = a0.fma(b0, c0a);
            c0b = a0.fma(b1, c0b);
            FloatVector a1 = FloatVector.broadcast(SPECIES, w[i + row1]);
            c1a = a1.fma(b0, c1a);
            c1b = a1.fma(b1, c1b);
            FloatVector a2 = FloatVector.broadcast(SPECIES, w[i + row2]);
            c2a = a2.fma(b0, c2a);
            c2b = a2.fma(b1, c2b);
            FloatVector a3 = FloatVector.broadcast(SPECIES, w[i + row3]);
            c3a = a3.fma(b0, c3a);
            c3b = a3.fma(b1, c3b);
            FloatVector a4 = FloatVector.broadcast(SPECIES, w[i + row4]);
            c4a = a4.fma(b0, c4a);
            c4b = a4.fma(b1, c4b);
            FloatVector a5 = FloatVector.broadcast(SPECIES, w[i + row5]);
            c5a = a5.fma(b0, c5a);
            c5b = a5.fma(b1, c5b);
            FloatVector a6 = FloatVector.broadcast(SPECIES, w[i + row6]);
            c6a = a6.fma(b0, c6a);
            c6b = a6.fma(b1, c6b);
            FloatVector a7 = FloatVector.broadcast(SPECIES, w[i + row7]);
            c7a = a7.fma(b0, c7a);
            c7b = a7.fma(b1, c7b);
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
        c1a.intoArray(c, out + stride);
        c1b.intoArray(c, out + stride + LANES);
        c2a.intoArray(c, out + 2 * stride);
        c2b.intoArray(c, out + 2 * stride + LANES);
        c3a.intoArray(c, out + 3 * stride);
        c3b.intoArray(c, out + 3 * stride + LANES);
        c4a.intoArray(c, out + 4 * stride);
        c4b.intoArray(c, out + 4 * stride + LANES);
        c5a.intoArray(c, out + 5 * stride);
        c5b.intoArray(c, out + 5 * stride + LANES);
        c6a.intoArray(c, out + 6 * stride);
        c6b.intoArray(c, out + 6 * stride + LANES);
        c7a.intoArray(c, out + 7 * stride);
        c7b.intoArray(c, out + 7 * stride + LANES);
    }

    /// 6 filters.
    static void tile6(
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c0b = FloatVector.fromArray(SPECIES, start, first + LANES);
        FloatVector c1a = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c1b = FloatVector.fromArray(SPECIES, start, first + startStride + LANES);
        FloatVector c2a = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c2b = FloatVector.fromArray(SPECIES, start, first + 2 * startStride + LANES);
        FloatVector c3a = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c3b = FloatVector.fromArray(SPECIES, start, first + 3 * startStride + LANES);
        FloatVector c4a = FloatVector.fromArray(SPECIES, start, first + 4 * startStride);
        FloatVector c4b = FloatVector.fromArray(SPECIES, start, first + 4 * startStride + LANES);
        FloatVector c5a = FloatVector.fromArray(SPECIES, start, first + 5 * startStride);
        FloatVector c5b = FloatVector.fromArray(SPECIES, start, first + 5 * startStride + LANES);
        int row1 = strideW;
        int row2 = 2 * strideW;
        int row3 = 3 * strideW;
        int row4 = 4 * strideW;
        int row5 = 5 * strideW;
        for (int k = 0, i = at; k < terms; k++, i++) {
            int j = from + offsets[term + k];
            FloatVector b0 = FloatVector.fromArray(SPECIES, image, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, w[i]);
            c0a = a0.fma(b0, c0a);
            c0b = a0.fma(b1, c0b);
            FloatVector a1 = FloatVector.broadcast(SPECIES, w[i + row1]);
            c1a = a1.fma(b0, c1a);
            c1b = a1.fma(b1, c1b);
            FloatVector a2 = FloatVector.broadcast(SPECIES, w[i + row2]);
            c2a = a2.fma(b0, c2a);
            c2b = a2.fma(b1, c2b);
            FloatVector a3 = FloatVector.broadcast(SPECIES, w[i + row3]);
            c3a = a3.fma(b0, c3a);
            c3b = a3.fma(b1, c3b);
            FloatVector a4 = FloatVector.broadcast(SPECIES, w[i + row4]);
            c4a = a4.fma(b0, c4a);
            c4b = a4.fma(b1, c4b);
            FloatVector a5 = FloatVector.broadcast(SPECIES, w[i + row5]);
            c5a = a5.fma(b0, c5a);
            c5b = a5.fma(b1, c5b);
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
        c1a.intoArray(c, out + stride);
        c1b.intoArray(c, out + stride + LANES);
        c2a.intoArray(c, out + 2 * stride);
        c2b.intoArray(c, out + 2 * stride + LANES);
        c3a.intoArray(c, out + 3 * stride);
        c3b.intoArray(c, out + 3 * stride + LANES);
        c4a.intoArray(c, out + 4 * stride);
        c4b.intoArray(c, out + 4 * stride + LANES);
        c5a.intoArray(c, out + 5 * stride);
        c5b.intoArray(c, out + 5 * stride + LANES);
    }

    /// 4 filters.
    static void tile4(
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c0b = FloatVector.fromArray(SPECIES, start, first + LANES);
        FloatVector c1a = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c1b = FloatVector.fromArray(SPECIES, start, first + startStride + LANES);
        FloatVector c2a = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c2b = FloatVector.fromArray(SPECIES, start, first + 2 * startStride + LANES);
        FloatVector c3a = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c3b = FloatVector.fromArray(SPECIES, start, first + 3 * startStride + LANES);
        int row1 = strideW;
        int row2 = 2 * strideW;
        int row3 = 3 * strideW;
        for (int k = 0, i = at; k < terms; k++, i++) {
            int j = from + offsets[term + k];
            FloatVector b0 = FloatVector.fromArray(SPECIES, image, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, w[i]);
            c0a = a0.fma(b0, c0a);
            c0b = a0.fma(b1, c0b);
            FloatVector a1 = FloatVector.broadcast(SPECIES, w[i + row1]);
            c1a = a1.fma(b0, c1a);
            c1b = a1.fma(b1, c1b);
            FloatVector a2 = FloatVector.broadcast(SPECIES, w[i + row2]);
            c2a = a2.fma(b0, c2a);
            c2b = a2.fma(b1, c2b);
            FloatVector a3 = FloatVector.broadcast(SPECIES, w[i + row3]);
            c3a = a3.fma(b0, c3a);
            c3b = a3.fma(b1, c3b);
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
        c1a.intoArray(c, out + stride);
        c1b.intoArray(c, out + stride + LANES);
        c2a.intoArray(c, out + 2 * stride);
        c2b.intoArray(c, out + 2 * stride + LANES);
        c3a.intoArray(c, out + 3 * stride);
        c3b.intoArray(c, out + 3 * stride + LANES);
    }

    /// 1 filter.
    static void tile1(
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c0b = FloatVector.fromArray(SPECIES, start, first + LANES);
        for (int k = 0, i = at; k < terms; k++, i++) {
            int j = from + offsets[term + k];
            FloatVector b0 = FloatVector.fromArray(SPECIES, image, j);
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, w[i]);
            c0a = a0.fma(b0, c0a);
            c0b = a0.fma(b1, c0b);
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
    }
}
