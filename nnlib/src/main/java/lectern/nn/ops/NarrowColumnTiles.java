package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// As [WideColumnTiles], but one vector wide.
final class NarrowColumnTiles {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;

    private NarrowColumnTiles() {}

    /// 12 rows by one vector.
    static void tile12x1(
            float[] a,
            int at,
            int strideA,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c4 = FloatVector.fromArray(SPECIES, start, first + 4 * startStride);
        FloatVector c5 = FloatVector.fromArray(SPECIES, start, first + 5 * startStride);
        FloatVector c6 = FloatVector.fromArray(SPECIES, start, first + 6 * startStride);
        FloatVector c7 = FloatVector.fromArray(SPECIES, start, first + 7 * startStride);
        FloatVector c8 = FloatVector.fromArray(SPECIES, start, first + 8 * startStride);
        FloatVector c9 = FloatVector.fromArray(SPECIES, start, first + 9 * startStride);
        FloatVector c10 = FloatVector.fromArray(SPECIES, start, first + 10 * startStride);
        FloatVector c11 = FloatVector.fromArray(SPECIES, start, first + 11 * startStride);
        for (int k = 0, i = at, j = from; k < terms; k++, i += strideA, j += strideB) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(b0, c0);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[i + 1]);
            c1 = a1.fma(b0, c1);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[i + 2]);
            c2 = a2.fma(b0, c2);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[i + 3]);
            c3 = a3.fma(b0, c3);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[i + 4]);
            c4 = a4.fma(b0, c4);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[i + 5]);
            c5 = a5.fma(b0, c5);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[i + 6]);
            c6 = a6.fma(b0, c6);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[i + 7]);
            c7 = a7.fma(b0, c7);
            FloatVector a8 = FloatVector.broadcast(SPECIES, a[i + 8]);
            c8 = a8.fma(b0, c8);
            FloatVector a9 = FloatVector.broadcast(SPECIES, a[i + 9]);
            c9 = a9.fma(b0, c9);
            FloatVector a10 = FloatVector.broadcast(SPECIES, a[i + 10]);
            c10 = a10.fma(b0, c10);
            FloatVector a11 = FloatVector.broadcast(SPECIES, a[i + 11]);
            c11 = a11.fma(b0, c11);
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

    /// 8 rows by one vector.
    static void tile8x1(
            float[] a,
            int at,
            int strideA,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c4 = FloatVector.fromArray(SPECIES, start, first + 4 * startStride);
        FloatVector c5 = FloatVector.fromArray(SPECIES, start, first + 5 * startStride);
        FloatVector c6 = FloatVector.fromArray(SPECIES, start, first + 6 * startStride);
        FloatVector c7 = FloatVector.fromArray(SPECIES, start, first + 7 * startStride);
        for (int k = 0, i = at, j = from; k < terms; k++, i += strideA, j += strideB) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(b0, c0);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[i + 1]);
            c1 = a1.fma(b0, c1);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[i + 2]);
            c2 = a2.fma(b0, c2);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[i + 3]);
            c3 = a3.fma(b0, c3);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[i + 4]);
            c4 = a4.fma(b0, c4);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[i + 5]);
            c5 = a5.fma(b0, c5);
            FloatVector a6 = FloatVector.broadcast(SPECIES, a[i + 6]);
            c6 = a6.fma(b0, c6);
            FloatVector a7 = FloatVector.broadcast(SPECIES, a[i + 7]);
            c7 = a7.fma(b0, c7);
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + stride);
        c2.intoArray(c, out + 2 * stride);
        c3.intoArray(c, out + 3 * stride);
        c4.intoArray(c, out + 4 * stride);
        c5.intoArray(c, out + 5 * stride);
        c6.intoArray(c, out + 6 * stride);
        c7.intoArray(c, out + 7 * stride);
    }

    /// 6 rows by one vector.
    static void tile6x1(
            float[] a,
            int at,
            int strideA,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        FloatVector c4 = FloatVector.fromArray(SPECIES, start, first + 4 * startStride);
        FloatVector c5 = FloatVector.fromArray(SPECIES, start, first + 5 * startStride);
        for (int k = 0, i = at, j = from; k < terms; k++, i += strideA, j += strideB) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(b0, c0);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[i + 1]);
            c1 = a1.fma(b0, c1);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[i + 2]);
            c2 = a2.fma(b0, c2);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[i + 3]);
            c3 = a3.fma(b0, c3);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[i + 4]);
            c4 = a4.fma(b0, c4);
            FloatVector a5 = FloatVector.broadcast(SPECIES, a[i + 5]);
            c5 = a5.fma(b0, c5);
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + stride);
        c2.intoArray(c, out + 2 * stride);
        c3.intoArray(c, out + 3 * stride);
        c4.intoArray(c, out + 4 * stride);
        c5.intoArray(c, out + 5 * stride);
    }

    /// 4 rows by one vector.
    static void tile4x1(
            float[] a,
            int at,
            int strideA,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, first);
        FloatVector c1 = FloatVector.fromArray(SPECIES, start, first + startStride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, start, first + 2 * startStride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, start, first + 3 * startStride);
        for (int k = 0, i = at, j = from; k < terms; k++, i += strideA, j += strideB) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(b0, c0);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[i + 1]);
            c1 = a1.fma(b0, c1);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[i + 2]);
            c2 = a2.fma(b0, c2);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[i + 3]);
            c3 = a3.fma(b0, c3);
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + stride);
        c2.intoArray(c, out + 2 * stride);
        c3.intoArray(c, out + 3 * stride);
    }

    /// 1 row by one vector.
    static void tile1x1(
            float[] a,
            int at,
            int strideA,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, start, first);
        for (int k = 0, i = at, j = from; k < terms; k++, i += strideA, j += strideB) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, j);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(b0, c0);
        }
        c0.intoArray(c, out);
    }
}
