package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of the gradient of few filters: for some filters, the sums for two rows of their numbers
/// stay in registers, a vector each, while the places run.
///
/// As [PixelTiles] with the two vectors apart. A place multiplies what its patch holds there by ∂L/∂y of all
/// filters.
///
/// - `w`, `at`, `strideW`: ∂L/∂y of the filters by place, where the first one is, how far it is to the next
/// - `image`, `from`, `second`: the image, the pixel that the first number of the first row meets at the first
/// place, how far it is from there to the one that the second row meets
/// - `offsets`, `term`, `terms`: how far each place is from the first, the first one of them, how many
/// - `start`, `first`, `startStride`: what the sums start from
/// - `c`, `out`, `stride`: where the sums go
final class RowPairTiles {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private RowPairTiles() {}

    /// 8 filters.
    static void tile8(
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int second,
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
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + second);
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
            int second,
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
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + second);
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
            int second,
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
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + second);
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
            int second,
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
            FloatVector b1 = FloatVector.fromArray(SPECIES, image, j + second);
            FloatVector a0 = FloatVector.broadcast(SPECIES, w[i]);
            c0a = a0.fma(b0, c0a);
            c0b = a0.fma(b1, c0b);
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
    }
}
