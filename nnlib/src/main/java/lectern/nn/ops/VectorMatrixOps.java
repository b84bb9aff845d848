package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The matrix product over lanes: a tile of C, four rows by two vectors, stays in registers while the inner index runs.
///
/// B is copied, a strip two vectors wide and [#STRIP] terms deep at a time, so that the tile reads it in order whether
/// or not it is stored transposed; the copy fits the first-level cache. A is read where it is, one number spread over a
/// vector. Eight accumulators hide the latency of the multiply-add and still leave registers free on a machine that has
/// sixteen. The sum over the inner index is never cut: the next strip takes it up from C.
final class VectorMatrixOps implements MatrixOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;
    private static final int TILE_ROWS = 4;

    /// Terms of a sum before the tile is written back; 256 × 32 floats of B are 32 KiB.
    private static final int STRIP = 256;

    /// Rows that one task takes at least, so that copying a strip of B pays.
    private static final int TASK_ROWS = 32;

    /// Multiply-adds below which handing out work costs more than it saves.
    private static final long PARALLEL_FROM = 200_000;

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    @Override
    public void multiply(Product product, float[] a, float[] b, float[] c, boolean accumulate) {
        int panels = ceilDiv(product.columns(), PANEL);
        if (product.multiplyAdds() < PARALLEL_FROM || Workers.threads() == 1) {
            for (int panel = 0; panel < panels; panel++) {
                panel(product, a, b, c, accumulate, panel, 0, product.rows());
            }
            return;
        }
        // Strips of columns are the natural tasks; where there are too few of them, rows are cut as well.
        int wanted = 2 * Workers.threads();
        int cuts = Math.clamp(ceilDiv(wanted, Math.max(panels, 1)), 1, Math.max(1, product.rows() / TASK_ROWS));
        int rowsPerTask = ceilDiv(ceilDiv(product.rows(), cuts), TILE_ROWS) * TILE_ROWS;
        Workers.run(panels * cuts, task -> {
            int from = task / panels * rowsPerTask;
            int to = Math.min(from + rowsPerTask, product.rows());
            panel(product, a, b, c, accumulate, task % panels, from, to);
        });
    }

    private static int ceilDiv(int count, int size) {
        return (count + size - 1) / size;
    }

    /// One strip of columns of C, for the rows `from` up to but without `to`.
    private static void panel(
            Product product, float[] a, float[] b, float[] c, boolean accumulate, int panel, int from, int to) {
        int columns = product.columns();
        int column = panel * PANEL;
        int width = Math.min(PANEL, columns - column);
        if (!accumulate) {
            for (int row = from; row < to; row++) {
                Arrays.fill(c, row * columns + column, row * columns + column + width, 0);
            }
        }
        Scratch scratch = SCRATCH.get();
        for (int start = 0; start < product.inner(); start += STRIP) {
            int terms = Math.min(STRIP, product.inner() - start);
            copyStrip(product, b, scratch.strip, column, width, start, terms);
            int atA = start * product.termStrideA();
            for (int row = from; row < to; row += TILE_ROWS) {
                int rows = Math.min(TILE_ROWS, to - row);
                int at = row * columns + column;
                int atRow = atA + row * product.rowStrideA();
                if (rows == TILE_ROWS && (width == PANEL || width == LANES)) {
                    tile(product, a, atRow, scratch.strip, terms, c, at, columns, width);
                } else {
                    edge(product, a, atRow, scratch, terms, c, at, rows, width);
                }
            }
        }
    }

    private static void tile(
            Product product, float[] a, int atA, float[] strip, int terms, float[] c, int at, int stride, int width) {
        if (width > LANES) {
            tile4x2(a, atA, product.rowStrideA(), product.termStrideA(), strip, terms, c, at, stride);
        } else {
            tile4x1(a, atA, product.rowStrideA(), product.termStrideA(), strip, terms, c, at, stride);
        }
    }

    /// A tile that C does not hold whole is computed beside it, so that the loops know no masks.
    private static void edge(
            Product product, float[] a, int atA, Scratch scratch, int terms, float[] c, int at, int rows, int width) {
        float[] tile = scratch.tile;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(c, at + r * product.columns(), tile, r * PANEL, width);
        }
        if (rows == TILE_ROWS) {
            tile(product, a, atA, scratch.strip, terms, tile, 0, PANEL, width);
        } else {
            for (int r = 0; r < rows; r++) {
                int atRow = atA + r * product.rowStrideA();
                tile1x2(a, atRow, product.termStrideA(), scratch.strip, terms, tile, r * PANEL);
            }
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(tile, r * PANEL, c, at + r * product.columns(), width);
        }
    }

    /// Copies terms `start…` of some columns of op(B), padded with zeros to the width of a panel.
    private static void copyStrip(
            Product product, float[] b, float[] strip, int column, int width, int start, int terms) {
        if (product.transposeB()) {
            for (int j = 0; j < width; j++) {
                int source = (column + j) * product.inner() + start;
                for (int k = 0; k < terms; k++) {
                    strip[k * PANEL + j] = b[source + k];
                }
            }
            for (int j = width; j < PANEL; j++) {
                for (int k = 0; k < terms; k++) {
                    strip[k * PANEL + j] = 0;
                }
            }
            return;
        }
        for (int k = 0; k < terms; k++) {
            System.arraycopy(b, (start + k) * product.columns() + column, strip, k * PANEL, width);
            Arrays.fill(strip, k * PANEL + width, (k + 1) * PANEL, 0);
        }
    }

    private static void tile4x2(
            float[] a, int at, int rowStride, int step, float[] strip, int terms, float[] c, int out, int stride) {
        int out1 = out + stride;
        int out2 = out1 + stride;
        int out3 = out2 + stride;
        FloatVector c00 = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c01 = FloatVector.fromArray(SPECIES, c, out + LANES);
        FloatVector c10 = FloatVector.fromArray(SPECIES, c, out1);
        FloatVector c11 = FloatVector.fromArray(SPECIES, c, out1 + LANES);
        FloatVector c20 = FloatVector.fromArray(SPECIES, c, out2);
        FloatVector c21 = FloatVector.fromArray(SPECIES, c, out2 + LANES);
        FloatVector c30 = FloatVector.fromArray(SPECIES, c, out3);
        FloatVector c31 = FloatVector.fromArray(SPECIES, c, out3 + LANES);
        for (int k = 0, i = at; k < terms; k++, i += step) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, strip, k * PANEL);
            FloatVector b1 = FloatVector.fromArray(SPECIES, strip, k * PANEL + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[i + rowStride]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[i + 2 * rowStride]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[i + 3 * rowStride]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, out);
        c01.intoArray(c, out + LANES);
        c10.intoArray(c, out1);
        c11.intoArray(c, out1 + LANES);
        c20.intoArray(c, out2);
        c21.intoArray(c, out2 + LANES);
        c30.intoArray(c, out3);
        c31.intoArray(c, out3 + LANES);
    }

    private static void tile4x1(
            float[] a, int at, int rowStride, int step, float[] strip, int terms, float[] c, int out, int stride) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, out + stride);
        FloatVector c2 = FloatVector.fromArray(SPECIES, c, out + 2 * stride);
        FloatVector c3 = FloatVector.fromArray(SPECIES, c, out + 3 * stride);
        for (int k = 0, i = at; k < terms; k++, i += step) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, strip, k * PANEL);
            c0 = b0.fma(FloatVector.broadcast(SPECIES, a[i]), c0);
            c1 = b0.fma(FloatVector.broadcast(SPECIES, a[i + rowStride]), c1);
            c2 = b0.fma(FloatVector.broadcast(SPECIES, a[i + 2 * rowStride]), c2);
            c3 = b0.fma(FloatVector.broadcast(SPECIES, a[i + 3 * rowStride]), c3);
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + stride);
        c2.intoArray(c, out + 2 * stride);
        c3.intoArray(c, out + 3 * stride);
    }

    private static void tile1x2(float[] a, int at, int step, float[] strip, int terms, float[] c, int out) {
        FloatVector c0 = FloatVector.fromArray(SPECIES, c, out);
        FloatVector c1 = FloatVector.fromArray(SPECIES, c, out + LANES);
        for (int k = 0, i = at; k < terms; k++, i += step) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(FloatVector.fromArray(SPECIES, strip, k * PANEL), c0);
            c1 = a0.fma(FloatVector.fromArray(SPECIES, strip, k * PANEL + LANES), c1);
        }
        c0.intoArray(c, out);
        c1.intoArray(c, out + LANES);
    }

    /// What one thread needs beside the matrices.
    private static final class Scratch {

        /// Terms of one panel of op(B).
        private final float[] strip = new float[STRIP * PANEL];

        /// A tile on the edge of C.
        private final float[] tile = new float[TILE_ROWS * PANEL];
    }
}
