package lectern.nn.ops;

import org.jspecify.annotations.Nullable;

/// The matrix product over lanes: C is cut into blocks that fit the caches ([ProductBlock]), blocks into panels
/// two vectors wide, panels into tiles that stay in registers ([WideRowTiles]).
///
/// For A Bᵀ, as a layer computes it, one of the factors has to be turned. Where turning A and the result is
/// less work than turning B, the lanes run over the rows of C ([TurnedProduct]).
///
/// Blocks are the tasks of the threads; each copies what it needs of A and B for itself.
final class VectorMatrixOps implements MatrixOps {

    /// Multiply-adds of a task: more than it costs to hand it out.
    private static final long TASK = 1 << 17;

    /// Tasks for each thread, so that one that is held up can be helped.
    private static final int TASKS_PER_THREAD = 4;

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
        boolean turned = !accumulate && TurnedProduct.pays(product);
        if (!turned && isOneBlock(product)) {
            block(product, a, b, c, accumulate, epilogue, false, 0, product.rows(), 0, product.columns());
            return;
        }
        int unitRows = turned ? Panels.WIDTH : Tiles.ROWS;
        int unitColumns = turned ? Tiles.ROWS : Panels.WIDTH;
        int tasks = tasks(product);
        int acrossColumns = turned ? Math.max(1, tasks / Panels.count(product.rows())) : tasks;
        int columns = Math.min(ProductBlock.COLUMNS, part(product.columns(), acrossColumns, unitColumns));
        int columnCuts = ceilDiv(product.columns(), columns);
        int rows = turned ? Panels.WIDTH : part(product.rows(), ceilDiv(tasks, columnCuts), unitRows);
        int blocks = ceilDiv(product.rows(), rows) * columnCuts;
        if (Workers.threads() == 1) {
            for (int block = 0; block < blocks; block++) {
                block(
                        product,
                        a,
                        b,
                        c,
                        accumulate,
                        epilogue,
                        turned,
                        block / columnCuts,
                        rows,
                        block % columnCuts,
                        columns);
            }
        } else {
            Workers.run(
                    blocks,
                    block -> block(
                            product,
                            a,
                            b,
                            c,
                            accumulate,
                            epilogue,
                            turned,
                            block / columnCuts,
                            rows,
                            block % columnCuts,
                            columns));
        }
    }

    @Override
    public void warmUp() {
        Tiles.warmUp();
    }

    /// Whether a product is done at once; for a small one it takes longer to work out how to cut it.
    private static boolean isOneBlock(Product product) {
        return product.columns() <= ProductBlock.COLUMNS
                && (Workers.threads() == 1 || product.multiplyAdds() < 2 * TASK);
    }

    private static int tasks(Product product) {
        int most = Workers.threads() == 1 ? 1 : TASKS_PER_THREAD * Workers.threads();
        return Math.clamp(product.multiplyAdds() / TASK, 1, most);
    }

    /// One part of so many, as a multiple of a unit.
    private static int part(int count, int parts, int unit) {
        return ceilDiv(ceilDiv(count, parts), unit) * unit;
    }

    private static int ceilDiv(int count, int size) {
        return (count + size - 1) / size;
    }

    /// The block of C with the given place in the order of blocks.
    private static void block(
            Product product,
            float[] a,
            float[] b,
            float[] c,
            boolean accumulate,
            @Nullable Epilogue epilogue,
            boolean turned,
            int blockRow,
            int rows,
            int blockColumn,
            int columns) {
        int row = blockRow * rows;
        int column = blockColumn * columns;
        int height = Math.min(rows, product.rows() - row);
        int width = Math.min(columns, product.columns() - column);
        if (turned) {
            TurnedProduct.block(product, a, b, c, row, height, column, width);
        } else {
            ProductBlock.ofThread()
                    .left(a, row * product.rowStrideA(), product.strideA(), product.transposeA())
                    .right(b, column * product.columnStrideB(), product.strideB(), product.transposeB())
                    .result(c, row * product.columns() + column, product.columns())
                    .multiply(height, width, product.inner(), accumulate);
        }
        if (epilogue != null) {
            epilogue.apply(c, product.columns(), row, height, column, width);
        }
    }
}
