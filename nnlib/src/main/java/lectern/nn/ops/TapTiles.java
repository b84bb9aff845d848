package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of the gradient by the filters: some of the numbers of each filter, for one or two
/// vectors of filters, stay in registers while the places of an image run.
///
/// - `image`, `pitch`: the image, how far it is from one row of places to the next
/// - `rows`, `run`: the rows of places, and the places in a row
/// - `offsets`, `tap`: how far from its place the pixel lies that a number of a filter meets, and the first
/// number
/// - `dy`: for each place, one after the other, the gradients of a panel of filters
/// - `c`, `out`, `stride`: the sums, taken up and put back
final class TapTiles {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private TapTiles() {}

    /// 12 numbers of each filter, two vectors of filters.
    static void tile12x2(
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c0b = FloatVector.fromArray(SPECIES, c, out + LANES);
        FloatVector c1a = FloatVector.fromArray(SPECIES, c, out + stride);
        FloatVector c1b = FloatVector.fromArray(SPECIES, c, out + stride + LANES);
        FloatVector c2a = FloatVector.fromArray(SPECIES, c, out + 2 * stride);
        FloatVector c2b = FloatVector.fromArray(SPECIES, c, out + 2 * stride + LANES);
        FloatVector c3a = FloatVector.fromArray(SPECIES, c, out + 3 * stride);
        FloatVector c3b = FloatVector.fromArray(SPECIES, c, out + 3 * stride + LANES);
        FloatVector c4a = FloatVector.fromArray(SPECIES, c, out + 4 * stride);
        FloatVector c4b = FloatVector.fromArray(SPECIES, c, out + 4 * stride + LANES);
        FloatVector c5a = FloatVector.fromArray(SPECIES, c, out + 5 * stride);
        FloatVector c5b = FloatVector.fromArray(SPECIES, c, out + 5 * stride + LANES);
        FloatVector c6a = FloatVector.fromArray(SPECIES, c, out + 6 * stride);
        FloatVector c6b = FloatVector.fromArray(SPECIES, c, out + 6 * stride + LANES);
        FloatVector c7a = FloatVector.fromArray(SPECIES, c, out + 7 * stride);
        FloatVector c7b = FloatVector.fromArray(SPECIES, c, out + 7 * stride + LANES);
        FloatVector c8a = FloatVector.fromArray(SPECIES, c, out + 8 * stride);
        FloatVector c8b = FloatVector.fromArray(SPECIES, c, out + 8 * stride + LANES);
        FloatVector c9a = FloatVector.fromArray(SPECIES, c, out + 9 * stride);
        FloatVector c9b = FloatVector.fromArray(SPECIES, c, out + 9 * stride + LANES);
        FloatVector c10a = FloatVector.fromArray(SPECIES, c, out + 10 * stride);
        FloatVector c10b = FloatVector.fromArray(SPECIES, c, out + 10 * stride + LANES);
        FloatVector c11a = FloatVector.fromArray(SPECIES, c, out + 11 * stride);
        FloatVector c11b = FloatVector.fromArray(SPECIES, c, out + 11 * stride + LANES);
        int tap0 = offsets[tap];
        int tap1 = offsets[tap + 1];
        int tap2 = offsets[tap + 2];
        int tap3 = offsets[tap + 3];
        int tap4 = offsets[tap + 4];
        int tap5 = offsets[tap + 5];
        int tap6 = offsets[tap + 6];
        int tap7 = offsets[tap + 7];
        int tap8 = offsets[tap + 8];
        int tap9 = offsets[tap + 9];
        int tap10 = offsets[tap + 10];
        int tap11 = offsets[tap + 11];
        for (int row = 0, j = 0; row < rows; row++) {
            int begin = row * pitch;
            for (int i = begin; i < begin + run; i++, j += 2 * LANES) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, dy, j);
                FloatVector b1 = FloatVector.fromArray(SPECIES, dy, j + LANES);
                FloatVector a0 = FloatVector.broadcast(SPECIES, image[tap0 + i]);
                c0a = a0.fma(b0, c0a);
                c0b = a0.fma(b1, c0b);
                FloatVector a1 = FloatVector.broadcast(SPECIES, image[tap1 + i]);
                c1a = a1.fma(b0, c1a);
                c1b = a1.fma(b1, c1b);
                FloatVector a2 = FloatVector.broadcast(SPECIES, image[tap2 + i]);
                c2a = a2.fma(b0, c2a);
                c2b = a2.fma(b1, c2b);
                FloatVector a3 = FloatVector.broadcast(SPECIES, image[tap3 + i]);
                c3a = a3.fma(b0, c3a);
                c3b = a3.fma(b1, c3b);
                FloatVector a4 = FloatVector.broadcast(SPECIES, image[tap4 + i]);
                c4a = a4.fma(b0, c4a);
                c4b = a4.fma(b1, c4b);
                FloatVector a5 = FloatVector.broadcast(SPECIES, image[tap5 + i]);
                c5a = a5.fma(b0, c5a);
                c5b = a5.fma(b1, c5b);
                FloatVector a6 = FloatVector.broadcast(SPECIES, image[tap6 + i]);
                c6a = a6.fma(b0, c6a);
                c6b = a6.fma(b1, c6b);
                FloatVector a7 = FloatVector.broadcast(SPECIES, image[tap7 + i]);
                c7a = a7.fma(b0, c7a);
                c7b = a7.fma(b1, c7b);
                FloatVector a8 = FloatVector.broadcast(SPECIES, image[tap8 + i]);
                c8a = a8.fma(b0, c8a);
                c8b = a8.fma(b1, c8b);
                FloatVector a9 = FloatVector.broadcast(SPECIES, image[tap9 + i]);
                c9a = a9.fma(b0, c9a);
                c9b = a9.fma(b1, c9b);
                FloatVector a10 = FloatVector.broadcast(SPECIES, image[tap10 + i]);
                c10a = a10.fma(b0, c10a);
                c10b = a10.fma(b1, c10b);
                FloatVector a11 = FloatVector.broadcast(SPECIES, image[tap11 + i]);
                c11a = a11.fma(b0, c11a);
                c11b = a11.fma(b1, c11b);
            }
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

    /// 6 numbers of each filter, two vectors of filters.
    static void tile6x2(
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c0b = FloatVector.fromArray(SPECIES, c, out + LANES);
        FloatVector c1a = FloatVector.fromArray(SPECIES, c, out + stride);
        FloatVector c1b = FloatVector.fromArray(SPECIES, c, out + stride + LANES);
        FloatVector c2a = FloatVector.fromArray(SPECIES, c, out + 2 * stride);
        FloatVector c2b = FloatVector.fromArray(SPECIES, c, out + 2 * stride + LANES);
        FloatVector c3a = FloatVector.fromArray(SPECIES, c, out + 3 * stride);
        FloatVector c3b = FloatVector.fromArray(SPECIES, c, out + 3 * stride + LANES);
        FloatVector c4a = FloatVector.fromArray(SPECIES, c, out + 4 * stride);
        FloatVector c4b = FloatVector.fromArray(SPECIES, c, out + 4 * stride + LANES);
        FloatVector c5a = FloatVector.fromArray(SPECIES, c, out + 5 * stride);
        FloatVector c5b = FloatVector.fromArray(SPECIES, c, out + 5 * stride + LANES);
        int tap0 = offsets[tap];
        int tap1 = offsets[tap + 1];
        int tap2 = offsets[tap + 2];
        int tap3 = offsets[tap + 3];
        int tap4 = offsets[tap + 4];
        int tap5 = offsets[tap + 5];
        for (int row = 0, j = 0; row < rows; row++) {
            int begin = row * pitch;
            for (int i = begin; i < begin + run; i++, j += 2 * LANES) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, dy, j);
                FloatVector b1 = FloatVector.fromArray(SPECIES, dy, j + LANES);
                FloatVector a0 = FloatVector.broadcast(SPECIES, image[tap0 + i]);
                c0a = a0.fma(b0, c0a);
                c0b = a0.fma(b1, c0b);
                FloatVector a1 = FloatVector.broadcast(SPECIES, image[tap1 + i]);
                c1a = a1.fma(b0, c1a);
                c1b = a1.fma(b1, c1b);
                FloatVector a2 = FloatVector.broadcast(SPECIES, image[tap2 + i]);
                c2a = a2.fma(b0, c2a);
                c2b = a2.fma(b1, c2b);
                FloatVector a3 = FloatVector.broadcast(SPECIES, image[tap3 + i]);
                c3a = a3.fma(b0, c3a);
                c3b = a3.fma(b1, c3b);
                FloatVector a4 = FloatVector.broadcast(SPECIES, image[tap4 + i]);
                c4a = a4.fma(b0, c4a);
                c4b = a4.fma(b1, c4b);
                FloatVector a5 = FloatVector.broadcast(SPECIES, image[tap5 + i]);
                c5a = a5.fma(b0, c5a);
                c5b = a5.fma(b1, c5b);
            }
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

    /// 1 number of each filter, two vectors of filters.
    static void tile1x2(
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        FloatVector c0a = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c0b = FloatVector.fromArray(SPECIES, c, out + LANES);
        int tap0 = offsets[tap];
        for (int row = 0, j = 0; row < rows; row++) {
            int begin = row * pitch;
            for (int i = begin; i < begin + run; i++, j += 2 * LANES) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, dy, j);
                FloatVector b1 = FloatVector.fromArray(SPECIES, dy, j + LANES);
                FloatVector a0 = FloatVector.broadcast(SPECIES, image[tap0 + i]);
                c0a = a0.fma(b0, c0a);
                c0b = a0.fma(b1, c0b);
            }
        }
        c0a.intoArray(c, out);
        c0b.intoArray(c, out + LANES);
    }

    /// 12 numbers of each filter, one vector of filters.
    static void tile12x1(
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, out + stride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, out + 2 * stride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, out + 3 * stride);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, out + 4 * stride);
        FloatVector c5 = FloatVector.fromArray(SPECIES, c, out + 5 * stride);
        FloatVector c6 = FloatVector.fromArray(SPECIES, c, out + 6 * stride);
        FloatVector c7 = FloatVector.fromArray(SPECIES, c, out + 7 * stride);
        FloatVector c8 = FloatVector.fromArray(SPECIES, c, out + 8 * stride);
        FloatVector c9 = FloatVector.fromArray(SPECIES, c, out + 9 * stride);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, out + 10 * stride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, out + 11 * stride);
        int tap0 = offsets[tap];
        int tap1 = offsets[tap + 1];
        int tap2 = offsets[tap + 2];
        int tap3 = offsets[tap + 3];
        int tap4 = offsets[tap + 4];
        int tap5 = offsets[tap + 5];
        int tap6 = offsets[tap + 6];
        int tap7 = offsets[tap + 7];
        int tap8 = offsets[tap + 8];
        int tap9 = offsets[tap + 9];
        int tap10 = offsets[tap + 10];
        int tap11 = offsets[tap + 11];
        for (int row = 0, j = 0; row < rows; row++) {
            int begin = row * pitch;
            for (int i = begin; i < begin + run; i++, j += 2 * LANES) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, dy, j);
                FloatVector a0 = FloatVector.broadcast(SPECIES, image[tap0 + i]);
                c0 = a0.fma(b0, c0);
                FloatVector a1 = FloatVector.broadcast(SPECIES, image[tap1 + i]);
                c1 = a1.fma(b0, c1);
                FloatVector a2 = FloatVector.broadcast(SPECIES, image[tap2 + i]);
                c2 = a2.fma(b0, c2);
                FloatVector a3 = FloatVector.broadcast(SPECIES, image[tap3 + i]);
                c3 = a3.fma(b0, c3);
                FloatVector a4 = FloatVector.broadcast(SPECIES, image[tap4 + i]);
                c4 = a4.fma(b0, c4);
                FloatVector a5 = FloatVector.broadcast(SPECIES, image[tap5 + i]);
                c5 = a5.fma(b0, c5);
                FloatVector a6 = FloatVector.broadcast(SPECIES, image[tap6 + i]);
                c6 = a6.fma(b0, c6);
                FloatVector a7 = FloatVector.broadcast(SPECIES, image[tap7 + i]);
                c7 = a7.fma(b0, c7);
                FloatVector a8 = FloatVector.broadcast(SPECIES, image[tap8 + i]);
                c8 = a8.fma(b0, c8);
                FloatVector a9 = FloatVector.broadcast(SPECIES, image[tap9 + i]);
                c9 = a9.fma(b0, c9);
                FloatVector a10 = FloatVector.broadcast(SPECIES, image[tap10 + i]);
                c10 = a10.fma(b0, c10);
                FloatVector a11 = FloatVector.broadcast(SPECIES, image[tap11 + i]);
                c11 = a11.fma(b0, c11);
            }
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + stride);
        c2.intoArray(c, out + 2 * stride);
        c3.intoArray(c, out + 3 * stride);
        c4.intoArray(c, out + 4 * stride);
        c5.intoArray(c, out + 5 * stride);
        c6.intoArray(c, out + 6 * stride);
        c7.intoArray(c, out + 7 * stride);
        c8.intoArray(c, out + 8 * stride);
        c9.intoArray(c, out + 9 * stride);
        c10.intoArray(c, out + 10 * stride);
        c11.intoArray(c, out + 11 * stride);
    }

    /// 6 numbers of each filter, one vector of filters.
    static void tile6x1(
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, out + stride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, out + 2 * stride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, out + 3 * stride);
        FloatVector c4 = FloatVector.fromArray(SPECIES, c, out + 4 * stride);
        FloatVector c5 = FloatVector.fromArray(SPECIES, c, out + 5 * stride);
        int tap0 = offsets[tap];
        int tap1 = offsets[tap + 1];
        int tap2 = offsets[tap + 2];
        int tap3 = offsets[tap + 3];
        int tap4 = offsets[tap + 4];
        int tap5 = offsets[tap + 5];
        for (int row = 0, j = 0; row < rows; row++) {
            int begin = row * pitch;
            for (int i = begin; i < begin + run; i++, j += 2 * LANES) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, dy, j);
                FloatVector a0 = FloatVector.broadcast(SPECIES, image[tap0 + i]);
                c0 = a0.fma(b0, c0);
                FloatVector a1 = FloatVector.broadcast(SPECIES, image[tap1 + i]);
                c1 = a1.fma(b0, c1);
                FloatVector a2 = FloatVector.broadcast(SPECIES, image[tap2 + i]);
                c2 = a2.fma(b0, c2);
                FloatVector a3 = FloatVector.broadcast(SPECIES, image[tap3 + i]);
                c3 = a3.fma(b0, c3);
                FloatVector a4 = FloatVector.broadcast(SPECIES, image[tap4 + i]);
                c4 = a4.fma(b0, c4);
                FloatVector a5 = FloatVector.broadcast(SPECIES, image[tap5 + i]);
                c5 = a5.fma(b0, c5);
            }
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + stride);
        c2.intoArray(c, out + 2 * stride);
        c3.intoArray(c, out + 3 * stride);
        c4.intoArray(c, out + 4 * stride);
        c5.intoArray(c, out + 5 * stride);
    }

    /// 1 number of each filter, one vector of filters.
    static void tile1x1(
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, out);
        int tap0 = offsets[tap];
        for (int row = 0, j = 0; row < rows; row++) {
            int begin = row * pitch;
            for (int i = begin; i < begin + run; i++, j += 2 * LANES) {
                FloatVector b0 = FloatVector.fromArray(SPECIES, dy, j);
                FloatVector a0 = FloatVector.broadcast(SPECIES, image[tap0 + i]);
                c0 = a0.fma(b0, c0);
            }
        }
        c0.intoArray(c, out);
    }
}
