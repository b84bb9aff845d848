package lectern.nn.ops;

import org.jspecify.annotations.Nullable;

/// C = A Bᵀ by way of its transpose: Cᵀ = B Aᵀ.
///
/// The lanes run over the rows of C, the numbers of B are spread: so B, a layer's weights, is read where it
/// lies, and
/// what
/// has to be turned is A, a batch, and the result. For a batch of 64 and a layer 784 → 256 that is a third of
/// the
/// numbers.
final class SwappedProduct {

    /// Rows of B, columns of C, for which the turned result is kept; 512 × 32 floats are 64 KiB.
    private static final int BLOCK = 512;

    /// Turning is slower than copying, and rows that do not fill a panel are computed for nothing.
    private static final double GAIN = 1.5;

    private static final float[] ZEROS = new float[Panels.WIDTH];

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private SwappedProduct() {}

    /// Whether this way is the shorter one.
    static boolean pays(MatrixOps.Product product) {
        long rows = (long) Panels.count(product.rows()) * Panels.WIDTH;
        return product.transposeB()
                && !product.transposeA()
                && 4 * rows <= 5L * product.rows()
                && GAIN * rows * (product.inner() + product.columns()) < (double) product.inner() * product.columns();
    }

    static void multiply(MatrixOps.Product product, float[] a, float[] b, float[] c, @Nullable Epilogue epilogue) {
        int panels = Panels.count(product.rows());
        int cuts = (product.columns() + BLOCK - 1) / BLOCK;
        if (Workers.threads() > 1) {
            cuts = Math.max(cuts, Math.min(product.columns() / (2 * Tiles.ROWS), 4 * Workers.threads() / panels));
        }
        int height = (product.columns() + cuts - 1) / cuts;
        int taskColumns = (height + Tiles.ROWS - 1) / Tiles.ROWS * Tiles.ROWS;
        int columnCuts = (product.columns() + taskColumns - 1) / taskColumns;
        if (Workers.threads() == 1) {
            for (int task = 0; task < panels * columnCuts; task++) {
                block(product, a, b, c, epilogue, task / columnCuts, task % columnCuts * taskColumns, taskColumns);
            }
            return;
        }
        Workers.run(
                panels * columnCuts,
                task -> block(
                        product, a, b, c, epilogue, task / columnCuts, task % columnCuts * taskColumns, taskColumns));
    }

    /// The rows of one panel of C, in the columns `column…`.
    private static void block(
            MatrixOps.Product product,
            float[] a,
            float[] b,
            float[] c,
            @Nullable Epilogue epilogue,
            int panel,
            int column,
            int most) {
        Scratch scratch = SCRATCH.get();
        int inner = product.inner();
        int row = panel * Panels.WIDTH;
        int rows = Math.min(Panels.WIDTH, product.rows() - row);
        int columns = Math.min(most, product.columns() - column);
        for (int term = 0; term < inner; term += VectorMatrixOps.STRIP) {
            Workers.poll();
            int terms = Math.min(VectorMatrixOps.STRIP, inner - term);
            Panels.copy(a, inner, true, term, terms, row, rows, scratch.panel);
            float[] start = term == 0 ? ZEROS : scratch.turned;
            int startStride = term == 0 ? 0 : Panels.WIDTH;
            Tiles.wide(
                    columns,
                    b,
                    column * inner + term,
                    inner,
                    1,
                    scratch.panel,
                    0,
                    Panels.WIDTH,
                    terms,
                    start,
                    0,
                    startStride,
                    scratch.turned,
                    0,
                    Panels.WIDTH);
        }
        int stride = product.columns();
        Transposition.transpose(scratch.turned, 0, Panels.WIDTH, columns, rows, c, row * stride + column, stride);
        if (epilogue != null) {
            epilogue.apply(c, stride, row, rows, column, columns);
        }
    }

    /// What one thread needs beside the matrices.
    private static final class Scratch {

        private final float[] panel = new float[VectorMatrixOps.STRIP * Panels.WIDTH];
        private final float[] turned = new float[BLOCK * Panels.WIDTH];
    }
}
