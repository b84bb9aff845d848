package lectern.nn.ops;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The matrix product over lanes: C is cut into blocks that fit the caches, blocks into panels two vectors
/// wide, panels
/// into tiles that stay in registers ([WideTiles]).
///
/// The inner index runs in strips of [#STRIP] terms, so that a strip of a panel of B fits the first-level
/// cache and one
/// of
/// a block of A the second. A sum is never cut: the next strip takes it up from C. B is read where it lies if
/// it is
/// small
/// and not transposed, else it is copied into [Panels]; A is read where it lies, one number spread over a
/// vector,
/// unless
/// its rows lie so far apart that they fall on the same lines of the cache.
///
/// For A Bᵀ, as a layer computes it, one of the factors has to be turned. Where turning A and the result is
/// less work
/// than turning B, the lanes run over the rows of C ([SwappedProduct]).
final class VectorMatrixOps implements MatrixOps {

    /// Terms of a sum before a tile is written back; 256 × 32 floats of B are 32 KiB.
    static final int STRIP = 256;

    /// Rows of A that are used again and again for one panel after the other; 240 × 256 floats are 240 KiB.
    private static final int BLOCK_ROWS = 20 * Tiles.ROWS;

    /// Columns of B that are copied at once.
    private static final int BLOCK_COLUMNS = 512;

    /// The largest B, in numbers, that is read where it lies.
    private static final int SMALL = 128 * 128;

    /// From this distance on, rows of A are copied next to each other.
    private static final int FAR = 512;

    /// Multiply-adds of a task: more than it costs to hand it out, few enough to stop soon.
    private static final long TASK = 1 << 17;

    private static final float[] ZEROS = new float[Panels.WIDTH];

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    @Override
    public void multiply(Product product, float[] a, float[] b, float[] c, boolean accumulate) {
        multiply(product, a, b, c, accumulate, null);
    }

    @Override
    public void affine(Product product, float[] x, float[] w, float[] bias, Nonlinearity nonlinearity, float[] y) {
        multiply(product, x, w, y, false, new Epilogue(bias, nonlinearity));
    }

    private static void multiply(
            Product product, float[] a, float[] b, float[] c, boolean accumulate, @Nullable Epilogue epilogue) {
        if (product.rows() == 0 || product.columns() == 0) {
            return;
        }
        if (!accumulate && SwappedProduct.pays(product)) {
            SwappedProduct.multiply(product, a, b, c, epilogue);
            return;
        }
        int rows = product.rows();
        int columns = product.columns();
        // Each task packs its own columns of B, so that columns are cut before rows.
        int tasks = (int) Math.min(product.multiplyAdds() / TASK, 4L * Workers.threads());
        if (tasks <= 1 || Workers.threads() == 1) {
            for (int column = 0; column < columns; column += BLOCK_COLUMNS) {
                int width = Math.min(BLOCK_COLUMNS, columns - column);
                block(product, a, b, c, accumulate, epilogue, 0, rows, column, width);
            }
            return;
        }
        int acrossColumns = Math.min(tasks, Panels.count(columns));
        int taskColumns = Math.min(BLOCK_COLUMNS, roundUp(columns, acrossColumns, Panels.WIDTH));
        int columnCuts = ceilDiv(columns, taskColumns);
        int taskRows = roundUp(rows, Math.max(1, ceilDiv(tasks, columnCuts)), Tiles.ROWS);
        int rowCuts = ceilDiv(rows, taskRows);
        Workers.run(columnCuts * rowCuts, task -> {
            int row = task / columnCuts * taskRows;
            int column = task % columnCuts * taskColumns;
            int height = Math.min(taskRows, rows - row);
            int width = Math.min(taskColumns, columns - column);
            block(product, a, b, c, accumulate, epilogue, row, height, column, width);
        });
    }

    private static int ceilDiv(int count, int size) {
        return (count + size - 1) / size;
    }

    /// The size of each of so many parts, as a multiple of a unit.
    private static int roundUp(int count, int parts, int unit) {
        return ceilDiv(ceilDiv(count, parts), unit) * unit;
    }

    /// The rows `row…` and columns `column…` of C.
    private static void block(
            Product product,
            float[] a,
            float[] b,
            float[] c,
            boolean accumulate,
            @Nullable Epilogue epilogue,
            int row,
            int rows,
            int column,
            int columns) {
        if (product.inner() == 0) {
            clear(product, c, accumulate, row, rows, column, columns);
        }
        Scratch scratch = SCRATCH.get();
        boolean inPlace = !product.transposeB() && product.inner() * product.columns() <= SMALL;
        int whole = inPlace ? columns - columns % Panels.WIDTH : 0;
        for (int term = 0; term < product.inner(); term += STRIP) {
            int terms = Math.min(STRIP, product.inner() - term);
            int strideB = product.transposeB() ? product.inner() : product.columns();
            float[] panels = scratch.panels(Panels.size(columns - whole, terms));
            Panels.copy(b, strideB, product.transposeB(), term, terms, column + whole, columns - whole, panels);
            boolean fresh = term == 0 && !accumulate;
            for (int from = row; from < row + rows; from += BLOCK_ROWS) {
                Workers.poll();
                int height = Math.min(BLOCK_ROWS, row + rows - from);
                strip(product, a, b, c, scratch, panels, fresh, from, height, term, terms, column, columns, whole);
                if (epilogue != null && term + terms == product.inner()) {
                    epilogue.apply(c, product.columns(), from, height, column, columns);
                }
            }
        }
    }

    /// Adds some terms to the sums of a block.
    private static void strip(
            Product product,
            float[] a,
            float[] b,
            float[] c,
            Scratch scratch,
            float[] panels,
            boolean fresh,
            int row,
            int rows,
            int term,
            int terms,
            int column,
            int columns,
            int inPlace) {
        int stride = product.columns();
        float[] left = a;
        int at = row * product.rowStrideA() + term * product.termStrideA();
        int rowStride = product.rowStrideA();
        int step = product.termStrideA();
        if (Math.max(rowStride, step) >= FAR && columns > Panels.WIDTH) {
            left = scratch.rows;
            scratch.copyRows(product, a, at, rows, terms);
            at = 0;
            rowStride = product.transposeA() ? 1 : Scratch.ROW;
            step = product.transposeA() ? BLOCK_ROWS : 1;
        }
        for (int j = 0; j < columns; j += Panels.WIDTH) {
            float[] right = j < inPlace ? b : panels;
            int from = j < inPlace ? term * stride + column + j : (j - inPlace) * terms;
            int bStep = j < inPlace ? stride : Panels.WIDTH;
            int out = row * stride + column + j;
            int width = columns - j;
            if (width >= Panels.WIDTH) {
                float[] start = fresh ? ZEROS : c;
                int first = fresh ? 0 : out;
                int startStride = fresh ? 0 : stride;
                Tiles.wide(
                        rows,
                        left,
                        at,
                        rowStride,
                        step,
                        right,
                        from,
                        bStep,
                        terms,
                        start,
                        first,
                        startStride,
                        c,
                        out,
                        stride);
            } else {
                for (int r = 0; r < rows; r += Tiles.ROWS) {
                    int height = Math.min(Tiles.ROWS, rows - r);
                    int to = out + r * stride;
                    edge(
                            height,
                            width,
                            left,
                            at + r * rowStride,
                            rowStride,
                            step,
                            right,
                            from,
                            terms,
                            fresh,
                            c,
                            to,
                            stride,
                            scratch.tile);
                }
            }
        }
    }

    /// Tiles that reach over the last column are computed beside C.
    private static void edge(
            int rows,
            int width,
            float[] a,
            int at,
            int rowStride,
            int step,
            float[] panels,
            int from,
            int terms,
            boolean fresh,
            float[] c,
            int out,
            int stride,
            float[] tile) {
        if (!fresh) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c, out + r * stride, tile, r * Panels.WIDTH, width);
            }
        }
        float[] start = fresh ? ZEROS : tile;
        int startStride = fresh ? 0 : Panels.WIDTH;
        if (width > Panels.WIDTH / 2) {
            Tiles.wide(
                    rows,
                    a,
                    at,
                    rowStride,
                    step,
                    panels,
                    from,
                    Panels.WIDTH,
                    terms,
                    start,
                    0,
                    startStride,
                    tile,
                    0,
                    Panels.WIDTH);
        } else {
            Tiles.narrow(
                    rows,
                    a,
                    at,
                    rowStride,
                    step,
                    panels,
                    from,
                    Panels.WIDTH,
                    terms,
                    start,
                    0,
                    startStride,
                    tile,
                    0,
                    Panels.WIDTH);
        }
        Panels.copyOut(tile, rows, width, c, out, stride);
    }

    /// A sum of no terms is 0.
    private static void clear(
            Product product, float[] c, boolean accumulate, int row, int rows, int column, int columns) {
        if (!accumulate) {
            for (int r = row; r < row + rows; r++) {
                int at = r * product.columns() + column;
                Arrays.fill(c, at, at + columns, 0);
            }
        }
    }

    /// What one thread needs beside the matrices.
    private static final class Scratch {

        /// Distance of the copied rows of A: not a multiple of the cache's ways.
        static final int ROW = STRIP + 16;

        private final float[] tile = new float[Tiles.ROWS * Panels.WIDTH];
        private final float[] rows = new float[BLOCK_ROWS * ROW];
        private float[] panels = {};

        float[] panels(int size) {
            if (panels.length < size) {
                panels = new float[size];
            }
            return panels;
        }

        /// Copies a block of A as it is stored, but its rows next to each other.
        void copyRows(Product product, float[] a, int at, int height, int terms) {
            if (product.transposeA()) {
                for (int k = 0; k < terms; k++) {
                    System.arraycopy(a, at + k * product.termStrideA(), rows, k * BLOCK_ROWS, height);
                }
            } else {
                for (int r = 0; r < height; r++) {
                    System.arraycopy(a, at + r * product.rowStrideA(), rows, r * ROW, terms);
                }
            }
        }
    }
}
