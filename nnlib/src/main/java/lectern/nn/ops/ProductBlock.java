package lectern.nn.ops;

import java.util.Arrays;

/// A block of a matrix product C = A op(B), or C += A op(B), computed by one thread; the matrices are parts
/// of larger ones.
///
/// It belongs to its thread and is used again: set the three matrices, then [#multiply].
///
/// The inner index runs in strips of [#STRIP] terms, so that a strip of a panel of B fits the first-level cache
/// and one of a block of A the second. A sum is never cut: the next strip takes it up from C. B is read where
/// it lies if it is small and not transposed, else it is copied into [Panels]; A is read where it lies, one
/// number spread over a vector, unless its rows are so far apart that they fall on the same lines of the cache
/// and it is used often enough.
final class ProductBlock {

    /// Terms of a sum before a tile is written back; 256 × 32 floats of B are 32 KiB.
    static final int STRIP = 256;

    /// Columns that a block should have at most, so that its strip of B fits the second-level cache.
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
    private float[] copiedPanels = {};

    private float[] a = {};
    private int atA;
    private int strideA;
    private boolean byColumns;

    private float[] b = {};
    private int atB;
    private int strideB;
    private boolean transposed;
    private boolean packed;
    private boolean near;

    private float[] c = {};
    private int atC;
    private int strideC;

    private float[] starts = ZEROS;
    private int atStarts;
    private int strideStarts;

    // The strip in hand: where its numbers of A are, how many terms it has, and whether the sums start from 0.
    private float[] left = {};
    private int atLeft;
    private int strideLeft;
    private int terms;
    private boolean fresh;

    private ProductBlock() {}

    /// The block that belongs to the current thread.
    static ProductBlock ofThread() {
        return OF_THREAD.get();
    }

    /// A, whose first number is at `at`.
    ///
    /// @param byColumns whether it is stored by columns: the numbers of a column side by side, `stride` to
    /// the next column
    ProductBlock left(float[] array, int at, int stride, boolean byColumns) {
        this.a = array;
        this.atA = at;
        this.strideA = stride;
        this.byColumns = byColumns;
        return this;
    }

    /// B, whose first number is at `at`.
    ///
    /// @param transposed whether it is stored by columns, so that op turns it
    ProductBlock right(float[] array, int at, int stride, boolean transposed) {
        this.b = array;
        this.atB = at;
        this.strideB = stride;
        this.transposed = transposed;
        this.packed = false;
        this.near = false;
        return this;
    }

    /// B, whose first number is at `at`, small enough for the second-level cache: it is not copied.
    ProductBlock rightInPlace(float[] array, int at, int stride) {
        right(array, at, stride, false);
        this.near = true;
        return this;
    }

    /// B as [#pack] left it, for one that is used in many products.
    ProductBlock packedRight(float[] panels) {
        this.b = panels;
        this.packed = true;
        return this;
    }

    /// C, whose first number is at `at`.
    ProductBlock result(float[] array, int at, int stride) {
        this.c = array;
        this.atC = at;
        this.strideC = stride;
        this.starts = ZEROS;
        this.atStarts = 0;
        this.strideStarts = 0;
        return this;
    }

    /// What the sums start from instead of 0, the same for all columns: for each row as many equal numbers as a
    /// panel is wide.
    ProductBlock startingFrom(float[] array, int at) {
        this.starts = array;
        this.atStarts = at;
        this.strideStarts = Panels.WIDTH;
        return this;
    }

    /// The numbers that a packed matrix takes.
    static int packedSize(int columns, int inner) {
        return Panels.size(columns, inner);
    }

    /// Copies a matrix into panels, strip after strip.
    static void pack(float[] b, int at, int stride, boolean transposed, int columns, int inner, float[] panels) {
        for (int term = 0; term < inner; term += STRIP) {
            int terms = Math.min(STRIP, inner - term);
            int from = at + term * (transposed ? 1 : stride);
            Panels.copy(b, from, stride, transposed, terms, columns, panels, Panels.size(columns, term));
        }
    }

    /// Computes C (rows, columns) as a sum of `inner` terms each.
    void multiply(int rows, int columns, int inner, boolean accumulate) {
        if (inner == 0 && !accumulate) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(c, atC + r * strideC, atC + r * strideC + columns, starts[atStarts + r * strideStarts]);
            }
        }
        boolean readInPlace = near || (!packed && !transposed && inner * strideB <= SMALL);
        int inPlace = readInPlace ? columns - columns % Panels.WIDTH : 0;
        for (int term = 0; term < inner; term += STRIP) {
            terms = Math.min(STRIP, inner - term);
            fresh = term == 0 && !accumulate;
            float[] panels = packed ? b : copiedPanels(term, inPlace, columns - inPlace);
            int atPanels = packed ? Panels.size(columns, term) : 0;
            for (int row = 0; row < rows; row += ROWS) {
                Workers.poll();
                int height = Math.min(ROWS, rows - row);
                chooseLeft(row, height, term, columns);
                for (int j = 0; j < columns; j += Panels.WIDTH) {
                    int out = atC + row * strideC + j;
                    int from = atPanels + (j - inPlace) * terms;
                    if (j < inPlace) {
                        panel(row, height, b, atB + term * strideB + j, strideB, out);
                    } else if (columns - j >= Panels.WIDTH) {
                        panel(row, height, panels, from, Panels.WIDTH, out);
                    } else {
                        int direct = term + terms == inner && columns == strideC ? overlapping(height, columns) : 0;
                        if (direct > 0) {
                            narrow(row, direct, panels, from, out);
                        }
                        edge(row, direct, height, columns - j, panels, from, out);
                    }
                }
            }
        }
    }

    private float[] copiedPanels(int term, int column, int columns) {
        int size = Panels.size(columns, terms);
        if (copiedPanels.length < size) {
            copiedPanels = new float[size];
        }
        int from = atB + (transposed ? column * strideB + term : term * strideB + column);
        Panels.copy(b, from, strideB, transposed, terms, columns, copiedPanels, 0);
        return copiedPanels;
    }

    /// Decides where some rows and the strip's terms of A are read.
    private void chooseLeft(int row, int rows, int term, int columns) {
        left = a;
        atLeft = atA + (byColumns ? term * strideA + row : row * strideA + term);
        strideLeft = strideA;
        if (strideA < FAR || columns <= FEW) {
            return;
        }
        int copies = byColumns ? terms : rows;
        int length = byColumns ? rows : terms;
        int distance = byColumns ? ROWS : ROW;
        for (int i = 0; i < copies; i++) {
            System.arraycopy(a, atLeft + i * strideA, copiedRows, i * distance, length);
        }
        left = copiedRows;
        atLeft = 0;
        strideLeft = distance;
    }

    private void panel(int row, int rows, float[] right, int from, int strideRight, int out) {
        float[] start = fresh ? starts : c;
        int first = fresh ? atStarts + row * strideStarts : out;
        int startStride = fresh ? strideStarts : strideC;
        Tiles.wide(
                rows,
                left,
                atLeft,
                strideLeft,
                byColumns,
                right,
                from,
                strideRight,
                terms,
                start,
                first,
                startStride,
                c,
                out,
                strideC);
    }

    /// How many rows of a C that is narrower than a vector can be written whole, each over the beginning of the
    /// next ones, which are written after it: as long as these are rows of the block, and the sums do not start
    /// from what is there.
    private int overlapping(int rows, int columns) {
        int lanes = Panels.WIDTH / 2;
        if (!fresh || columns > lanes) {
            return 0;
        }
        int overwritten = (lanes - 1) / columns;
        return Math.max(0, rows - overwritten) / Tiles.ROWS * Tiles.ROWS;
    }

    private void narrow(int row, int rows, float[] panels, int from, int out) {
        int first = atStarts + row * strideStarts;
        Tiles.narrow(
                rows,
                left,
                atLeft,
                strideLeft,
                byColumns,
                panels,
                from,
                Panels.WIDTH,
                terms,
                starts,
                first,
                strideStarts,
                c,
                out,
                strideC);
    }

    /// Tiles that reach over the last column are computed beside C, from row `direct` of those in hand on.
    private void edge(int row, int direct, int rows, int width, float[] panels, int from, int out) {
        float[] start = fresh ? starts : tile;
        int startStride = fresh ? strideStarts : Panels.WIDTH;
        for (int r = direct; r < rows; r += Tiles.ROWS) {
            int height = Math.min(Tiles.ROWS, rows - r);
            int at = atLeft + r * (byColumns ? 1 : strideLeft);
            int first = fresh ? atStarts + (row + r) * strideStarts : 0;
            if (!fresh) {
                for (int i = 0; i < height; i++) {
                    System.arraycopy(c, out + (r + i) * strideC, tile, i * Panels.WIDTH, width);
                }
            }
            if (width > Panels.WIDTH / 2) {
                Tiles.wide(
                        height,
                        left,
                        at,
                        strideLeft,
                        byColumns,
                        panels,
                        from,
                        Panels.WIDTH,
                        terms,
                        start,
                        first,
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
                        byColumns,
                        panels,
                        from,
                        Panels.WIDTH,
                        terms,
                        start,
                        first,
                        startStride,
                        tile,
                        0,
                        Panels.WIDTH);
            }
            Panels.copyOut(tile, height, width, c, out + r * strideC, strideC);
        }
    }
}
