package lectern.nn.ops;

import java.util.Arrays;

/// The matrix product by whole rows, in plain loops: a row of C takes up multiples of the rows of op(B), and the
/// JVM makes vectors of that by itself.
///
/// At its best it is a third as fast as [VectorMatrixOps], but it is soon at its best: its loops are compiled in
/// some 20 ms, the tiles of the Vector API in a second, and those are hundreds of times slower until then. So a
/// JVM begins with this one ([ColdStart]).
///
/// The JVM makes vectors of a loop only if it reads and writes all arrays at the same index, or else it cannot rule
/// out that they overlap. Hence the rows in hand are arrays of their own.
final class RowMatrixOps implements MatrixOps {

    /// Multiply-adds of a task: more than it costs to hand it out.
    private static final long TASK = 1 << 17;

    /// Tasks for each thread, so that one that is held up can be helped.
    private static final int TASKS_PER_THREAD = 4;

    private static final float[] EMPTY = {};

    /// The rows of op(B), for the thread that asks for the product.
    private final ThreadLocal<float[][]> room = ThreadLocal.withInitial(() -> new float[0][]);

    @Override
    public void multiply(Product product, float[] a, float[] b, float[] c, boolean accumulate) {
        float[][] terms = room(product.inner());
        int tasks = (int) Math.clamp(product.multiplyAdds() / TASK, 1, TASKS_PER_THREAD * (long) Workers.threads());
        share(tasks, product.inner(), (from, to) -> copyRows(product, b, terms, from, to));
        share(tasks, product.rows(), (from, to) -> multiplyRows(product, a, terms, c, accumulate, from, to));
    }

    @Override
    public void affine(Product product, float[] x, float[] w, float[] bias, Nonlinearity nonlinearity, float[] y) {
        multiply(product, x, w, y, false);
        ReferenceMatrixOps.finish(product, bias, nonlinearity, y);
    }

    /// Room for so many rows, each made as long as it has to be when it is copied.
    private float[][] room(int rows) {
        float[][] terms = room.get();
        if (terms.length < rows) {
            int before = terms.length;
            terms = Arrays.copyOf(terms, rows);
            Arrays.fill(terms, before, rows, EMPTY);
            room.set(terms);
        }
        return terms;
    }

    private static void share(int tasks, int count, Range range) {
        int size = (count + tasks - 1) / tasks;
        Workers.run(tasks, task -> range.apply(Math.min(task * size, count), Math.min(task * size + size, count)));
    }

    private static void copyRows(Product product, float[] b, float[][] terms, int from, int to) {
        for (int k = from; k < to; k++) {
            if (terms[k].length < product.columns()) {
                terms[k] = new float[product.columns()];
            }
            if (product.transposeB()) {
                copyColumn(b, k, product.inner(), terms[k], product.columns());
            } else {
                System.arraycopy(b, k * product.columns(), terms[k], 0, product.columns());
            }
        }
    }

    private static void copyColumn(float[] b, int at, int stride, float[] row, int count) {
        for (int j = 0; j < count; j++) {
            row[j] = b[at + j * stride];
        }
    }

    /// Two rows at a time, so that each row of op(B) is read half as often.
    private static void multiplyRows(
            Product product, float[] a, float[][] terms, float[] c, boolean accumulate, int from, int to) {
        int columns = product.columns();
        int inner = product.inner();
        int step = product.transposeA() ? product.rows() : 1;
        float[] c0 = new float[columns];
        float[] c1 = new float[columns];
        for (int i = from; i < to; i += 2) {
            Workers.poll();
            // The last row of an odd number is computed twice.
            int next = Math.min(i + 1, to - 1);
            begin(c0, c, i * columns, accumulate);
            begin(c1, c, next * columns, accumulate);
            int at = i * product.rowStrideA();
            int second = (next - i) * product.rowStrideA();
            int k = 0;
            for (; k <= inner - 4; k += 4, at += 4 * step) {
                addFour(a, at, at + second, step, terms[k], terms[k + 1], terms[k + 2], terms[k + 3], c0, c1);
            }
            for (; k < inner; k++, at += step) {
                addOne(a[at], a[at + second], terms[k], c0, c1);
            }
            System.arraycopy(c0, 0, c, i * columns, columns);
            System.arraycopy(c1, 0, c, next * columns, columns);
        }
    }

    private static void begin(float[] sums, float[] c, int at, boolean accumulate) {
        if (accumulate) {
            System.arraycopy(c, at, sums, 0, sums.length);
        } else {
            Arrays.fill(sums, 0);
        }
    }

    /// Four terms at a time, as each time the sums go through memory.
    private static void addFour(
            float[] a,
            int at0,
            int at1,
            int step,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float[] c0,
            float[] c1) {
        float p0 = a[at0];
        float p1 = a[at0 + step];
        float p2 = a[at0 + 2 * step];
        float p3 = a[at0 + 3 * step];
        float q0 = a[at1];
        float q1 = a[at1 + step];
        float q2 = a[at1 + 2 * step];
        float q3 = a[at1 + 3 * step];
        for (int j = 0; j < c0.length; j++) {
            c0[j] = Math.fma(p3, b3[j], Math.fma(p2, b2[j], Math.fma(p1, b1[j], Math.fma(p0, b0[j], c0[j]))));
            c1[j] = Math.fma(q3, b3[j], Math.fma(q2, b2[j], Math.fma(q1, b1[j], Math.fma(q0, b0[j], c1[j]))));
        }
    }

    private static void addOne(float p, float q, float[] b, float[] c0, float[] c1) {
        for (int j = 0; j < c0.length; j++) {
            c0[j] = Math.fma(p, b[j], c0[j]);
            c1[j] = Math.fma(q, b[j], c1[j]);
        }
    }

    @FunctionalInterface
    private interface Range {

        void apply(int from, int to);
    }
}
