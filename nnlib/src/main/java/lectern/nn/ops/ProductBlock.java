package lectern.nn.ops;

import java.util.Arrays;

/// A block of a matrix product C = op(A) op(B), computed by one thread; it belongs to its thread and is used
/// again.
///
/// The inner index runs in strips of [#STRIP] terms, so that a strip of a panel of B fits the first-level
/// cache and one
/// of a block of A the second. A sum is never cut: the next strip takes it up from C. B is read where it lies
/// if it is
/// small and not transposed, else it is copied into [Panels]; A is read where it lies, one number spread over
/// a vector,
/// unless its rows are so far apart that they fall on the same lines of the cache and it is used often enough.
final class ProductBlock {

    /// Terms of a sum before a tile is written back; 256 × 32 floats of B are 32 KiB.
    static final int STRIP = 256;

    /// Columns that a block has at most.
    static final int COLUMNS = 512;

    /// Rows of A that are used again and again for one panel after the other; 240 × 256 floats are 240 KiB.
    private static final int ROWS = 20 * Tiles.ROWS;

    /// The largest B, in numbers, that is read where it lies.
    private static final int SMALL = 128 * 128;

    /// From this distance on, and for more than this many columns, rows of A are copied next to each other.
    private static final int FAR = 512;

    private static final int FEW = 4 * Panels.WIDTH;

    /// Distance of copied rows of A: not a multiple of what the cache can hold in one place.
    private static final int ROW = STRIP + 16;

    private static final float[] ZEROS = new float[Panels.WIDTH];

    private static final ThreadLocal<ProductBlock> OF_THREAD = ThreadLocal.withInitial(ProductBlock::new);

    private final float[] copiedRows = new float[ROWS * ROW];
    private final float[] tile = new float[Tiles.ROWS * Panels.WIDTH];
    private float[] panels = {};

    private MatrixOps.Product product = new MatrixOps.Product(0, 0, 0, false, false);
    private float[] a = {};
    private float[] b = {};
    private float[] c = {};

    // The strip in hand: where A's numbers of it are, its terms, and whether the sums start from 0.
    private float[] left = {};
    private int atLeft;
    private int strideLeft;
    private int terms;
    private boolean fresh;

    private ProductBlock() {}

    /// The block of the current thread, set to a product.
    static ProductBlock of(MatrixOps.Product product, float[] a, float[] b, float[] c) {
        ProductBlock block = OF_THREAD.get();
        block.product = product;
        block.a = a;
        block.b = b;
        block.c = c;
        return block;
    }

    /// Computes the rows `row…` and the columns `column…` of C.
    void compute(boolean accumulate, int row, int rows, int column, int columns) {
        if (product.inner() == 0 && !accumulate) {
            for (int r = row; r < row + rows; r++) {
                Arrays.fill(c, r * product.columns() + column, r * product.columns() + column + columns, 0);
            }
        }
        boolean readInPlace = !product.transposeB() && product.inner() * product.columns() <= SMALL;
        int inPlace = readInPlace ? columns - columns % Panels.WIDTH : 0;
        for (int term = 0; term < product.inner(); term += STRIP) {
            terms = Math.min(STRIP, product.inner() - term);
            fresh = term == 0 && !accumulate;
            copyPanels(term, column + inPlace, columns - inPlace);
            for (int from = row; from < row + rows; from += ROWS) {
                Workers.poll();
                int height = Math.min(ROWS, row + rows - from);
                chooseLeft(from, height, term, columns);
                for (int j = 0; j < columns; j += Panels.WIDTH) {
                    int out = from * product.columns() + column + j;
                    if (j < inPlace) {
                        panel(height, b, term * product.columns() + column + j, product.columns(), out);
                    } else if (columns - j >= Panels.WIDTH) {
                        panel(height, panels, (j - inPlace) * terms, Panels.WIDTH, out);
                    } else {
                        edge(height, columns - j, (j - inPlace) * terms, out);
                    }
                }
            }
        }
    }

    private void copyPanels(int term, int column, int columns) {
        int size = Panels.size(columns, terms);
        if (panels.length < size) {
            panels = new float[size];
        }
        int stride = product.transposeB() ? product.inner() : product.columns();
        Panels.copy(b, stride, product.transposeB(), term, terms, column, columns, panels);
    }

    /// Decides where some rows and the strip's terms of A are read.
    private void chooseLeft(int row, int rows, int term, int columns) {
        left = a;
        atLeft = row * product.rowStrideA() + term * product.termStrideA();
        strideLeft = product.transposeA() ? product.rows() : product.inner();
        if (strideLeft < FAR || columns <= FEW) {
            return;
        }
        boolean byColumns = product.transposeA();
        int copies = byColumns ? terms : rows;
        int length = byColumns ? rows : terms;
        int distance = byColumns ? ROWS : ROW;
        for (int i = 0; i < copies; i++) {
            System.arraycopy(a, atLeft + i * strideLeft, copiedRows, i * distance, length);
        }
        left = copiedRows;
        atLeft = 0;
        strideLeft = distance;
    }

    private void panel(int rows, float[] right, int from, int strideB, int out) {
        int stride = product.columns();
        float[] start = fresh ? ZEROS : c;
        int first = fresh ? 0 : out;
        int startStride = fresh ? 0 : stride;
        Tiles.wide(
                rows,
                left,
                atLeft,
                strideLeft,
                product.transposeA(),
                right,
                from,
                strideB,
                terms,
                start,
                first,
                startStride,
                c,
                out,
                stride);
    }

    /// Tiles that reach over the last column are computed beside C.
    private void edge(int rows, int width, int from, int out) {
        int stride = product.columns();
        float[] start = fresh ? ZEROS : tile;
        int startStride = fresh ? 0 : Panels.WIDTH;
        for (int r = 0; r < rows; r += Tiles.ROWS) {
            int height = Math.min(Tiles.ROWS, rows - r);
            int at = atLeft + r * (product.transposeA() ? 1 : strideLeft);
            if (!fresh) {
                for (int i = 0; i < height; i++) {
                    System.arraycopy(c, out + (r + i) * stride, tile, i * Panels.WIDTH, width);
                }
            }
            if (width > Panels.WIDTH / 2) {
                Tiles.wide(
                        height,
                        left,
                        at,
                        strideLeft,
                        product.transposeA(),
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
                        height,
                        left,
                        at,
                        strideLeft,
                        product.transposeA(),
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
            Panels.copyOut(tile, height, width, c, out + r * stride, stride);
        }
    }
}
