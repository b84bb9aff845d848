package lectern.nn.ops;

/// C = A Bᵀ by way of its transpose, Cᵀ = B Aᵀ.
///
/// The lanes run over the rows of C and the numbers of B are spread: so B, a layer's weights, is read where it
/// lies, and what has to be turned is A, a batch, and the result. For a batch of 64 and a layer 784 → 256 that
/// is a third of the numbers, and a tenth of the time of the product.
final class TurnedProduct {

    /// Turning the result is slower than reading B in panels.
    private static final double GAIN = 1.5;

    private static final float[] ZEROS = new float[Panels.WIDTH];

    private static final ThreadLocal<TurnedProduct> OF_THREAD = ThreadLocal.withInitial(TurnedProduct::new);

    /// Some terms of some rows of A, turned.
    private final float[] panel = new float[ProductBlock.STRIP * Panels.WIDTH];

    /// The block of Cᵀ.
    private final float[] sums = new float[ProductBlock.COLUMNS * Panels.WIDTH];

    private TurnedProduct() {}

    /// Whether this way is the shorter one: what it turns, rows of C that fill no panel included, against B.
    static boolean pays(MatrixOps.Product product) {
        long rows = (long) Panels.count(product.rows()) * Panels.WIDTH;
        return product.transposeB()
                && !product.transposeA()
                && 4 * rows <= 5L * product.rows()
                && GAIN * rows * (product.inner() + product.columns()) < (double) product.inner() * product.columns();
    }

    /// A block of C: at most [Panels#WIDTH] rows and [ProductBlock#COLUMNS] columns.
    static void block(
            MatrixOps.Product product, float[] a, float[] b, float[] c, int row, int rows, int column, int columns) {
        OF_THREAD.get().compute(product, a, b, c, row, rows, column, columns);
    }

    private void compute(
            MatrixOps.Product product, float[] a, float[] b, float[] c, int row, int rows, int column, int columns) {
        int inner = product.inner();
        int stride = product.columns();
        for (int term = 0; term < inner; term += ProductBlock.STRIP) {
            Workers.poll();
            int terms = Math.min(ProductBlock.STRIP, inner - term);
            Panels.copy(a, row * inner + term, inner, true, terms, rows, panel, 0);
            int from = column * inner + term;
            float[] start = term == 0 ? ZEROS : sums;
            int startStride = term == 0 ? 0 : Panels.WIDTH;
            Tiles.wide(
                    columns,
                    b,
                    from,
                    inner,
                    false,
                    panel,
                    0,
                    Panels.WIDTH,
                    terms,
                    start,
                    0,
                    startStride,
                    sums,
                    0,
                    Panels.WIDTH);
        }
        Transposition.transpose(sums, 0, Panels.WIDTH, columns, rows, c, row * stride + column, stride);
    }
}
