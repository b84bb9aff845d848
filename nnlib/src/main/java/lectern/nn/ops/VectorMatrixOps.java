package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
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

    private static final ThreadLocal<float[]> STRIP_OF_B = ThreadLocal.withInitial(() -> new float[STRIP * PANEL]);

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
        int column = panel * PANEL;
        int width = Math.min(PANEL, product.columns() - column);
        if (product.inner() == 0 && !accumulate) {
            for (int row = from; row < to; row++) {
                java.util.Arrays.fill(c, row * product.columns() + column, row * product.columns() + column + width, 0);
            }
        }
        float[] strip = STRIP_OF_B.get();
        for (int start = 0; start < product.inner(); start += STRIP) {
            int terms = Math.min(STRIP, product.inner() - start);
            boolean onto = accumulate || start > 0;
            copyStrip(product, b, strip, column, width, start, terms);
            int offsetA = start * product.termStrideA();
            int row = from;
            for (; row + TILE_ROWS <= to; row += TILE_ROWS) {
                int at = row * product.columns() + column;
                if (width > LANES) {
                    tile4x2(product, a, offsetA + row * product.rowStrideA(), strip, terms, c, at, width, onto);
                } else {
                    tile4x1(product, a, offsetA + row * product.rowStrideA(), strip, terms, c, at, width, onto);
                }
            }
            for (; row < to; row++) {
                int at = row * product.columns() + column;
                tile1x2(product, a, offsetA + row * product.rowStrideA(), strip, terms, c, at, width, onto);
            }
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
            java.util.Arrays.fill(strip, k * PANEL + width, (k + 1) * PANEL, 0);
        }
    }

    private static void tile4x2(
            Product product, float[] a, int at, float[] strip, int terms, float[] c, int out, int width, boolean onto) {
        int rowStride = product.rowStrideA();
        int step = product.termStrideA();
        int columns = product.columns();
        VectorMask<Float> left = SPECIES.indexInRange(0, width);
        VectorMask<Float> right = SPECIES.indexInRange(LANES, width);
        FloatVector c00 = load(c, out, left, onto);
        FloatVector c01 = load(c, out + LANES, right, onto);
        FloatVector c10 = load(c, out + columns, left, onto);
        FloatVector c11 = load(c, out + columns + LANES, right, onto);
        FloatVector c20 = load(c, out + 2 * columns, left, onto);
        FloatVector c21 = load(c, out + 2 * columns + LANES, right, onto);
        FloatVector c30 = load(c, out + 3 * columns, left, onto);
        FloatVector c31 = load(c, out + 3 * columns + LANES, right, onto);
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
        c00.intoArray(c, out, left);
        c01.intoArray(c, out + LANES, right);
        c10.intoArray(c, out + columns, left);
        c11.intoArray(c, out + columns + LANES, right);
        c20.intoArray(c, out + 2 * columns, left);
        c21.intoArray(c, out + 2 * columns + LANES, right);
        c30.intoArray(c, out + 3 * columns, left);
        c31.intoArray(c, out + 3 * columns + LANES, right);
    }

    private static void tile4x1(
            Product product, float[] a, int at, float[] strip, int terms, float[] c, int out, int width, boolean onto) {
        int rowStride = product.rowStrideA();
        int step = product.termStrideA();
        int columns = product.columns();
        VectorMask<Float> mask = SPECIES.indexInRange(0, width);
        FloatVector c0 = load(c, out, mask, onto);
        FloatVector c1 = load(c, out + columns, mask, onto);
        FloatVector c2 = load(c, out + 2 * columns, mask, onto);
        FloatVector c3 = load(c, out + 3 * columns, mask, onto);
        for (int k = 0, i = at; k < terms; k++, i += step) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, strip, k * PANEL);
            c0 = b0.fma(FloatVector.broadcast(SPECIES, a[i]), c0);
            c1 = b0.fma(FloatVector.broadcast(SPECIES, a[i + rowStride]), c1);
            c2 = b0.fma(FloatVector.broadcast(SPECIES, a[i + 2 * rowStride]), c2);
            c3 = b0.fma(FloatVector.broadcast(SPECIES, a[i + 3 * rowStride]), c3);
        }
        c0.intoArray(c, out, mask);
        c1.intoArray(c, out + columns, mask);
        c2.intoArray(c, out + 2 * columns, mask);
        c3.intoArray(c, out + 3 * columns, mask);
    }

    private static void tile1x2(
            Product product, float[] a, int at, float[] strip, int terms, float[] c, int out, int width, boolean onto) {
        int step = product.termStrideA();
        VectorMask<Float> left = SPECIES.indexInRange(0, width);
        VectorMask<Float> right = SPECIES.indexInRange(LANES, width);
        FloatVector c0 = load(c, out, left, onto);
        FloatVector c1 = load(c, out + LANES, right, onto);
        for (int k = 0, i = at; k < terms; k++, i += step) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[i]);
            c0 = a0.fma(FloatVector.fromArray(SPECIES, strip, k * PANEL), c0);
            c1 = a0.fma(FloatVector.fromArray(SPECIES, strip, k * PANEL + LANES), c1);
        }
        c0.intoArray(c, out, left);
        c1.intoArray(c, out + LANES, right);
    }

    private static FloatVector load(float[] c, int at, VectorMask<Float> mask, boolean onto) {
        return onto ? FloatVector.fromArray(SPECIES, c, at, mask) : FloatVector.zero(SPECIES);
    }
}
