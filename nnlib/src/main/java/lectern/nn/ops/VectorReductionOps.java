package lectern.nn.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The reductions over lanes: the 16 partial sums lie in one, two or four vectors.
///
/// A row goes through several passes, but through memory once: it is copied, less its largest number, into a
/// row of whole vectors that stays in the cache, what is missing at its end being so small that its exponential
/// is
/// 0. So no loop needs masks. Rows are shared by the threads.
final class VectorReductionOps implements ReductionOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Numbers that a task takes at least.
    private static final int TASK = 1 << 14;

    private static final ThreadLocal<Row> ROW = ThreadLocal.withInitial(Row::new);

    @Override
    public float sum(float[] x) {
        Row row = ROW.get();
        int whole = x.length - x.length % PARTIAL_SUMS;
        addTo(row.partial, x, whole);
        for (int i = whole; i < x.length; i++) {
            row.partial[i - whole] += x[i];
        }
        return row.join();
    }

    @Override
    public void softmax(int columns, float[] x, float[] y) {
        if (ShortRows.are(columns)) {
            shortSoftmax(columns, x, y);
            return;
        }
        overRows(columns, y.length, (row, from) -> {
            row.exponentials(columns, x, from);
            row.scaleInto(1 / row.total(), y, from, columns);
        });
    }

    private static void shortSoftmax(int columns, float[] x, float[] y) {
        int part = Math.max(1, TASK / columns) * columns;
        Workers.run(
                (y.length + part - 1) / part,
                p -> ShortRows.softmax(
                        columns, x, y, p * part, Math.min(p * part + part, y.length), ROW.get().partial));
    }

    @Override
    public void logSoftmax(int columns, float[] x, float[] y) {
        overRows(columns, y.length, (row, from) -> {
            float largest = row.exponentials(columns, x, from);
            float logTotal = Elementary.log(row.total());
            for (int i = from; i < from + columns; i++) {
                y[i] = x[i] - largest - logTotal;
            }
        });
    }

    @Override
    public void softmaxPullback(int columns, float[] y, float[] dy, float[] dx) {
        overRows(columns, y.length, (row, from) -> {
            float along = row.product(y, from, dy, from, columns);
            for (int i = from; i < from + columns; i++) {
                dx[i] = y[i] * (dy[i] - along);
            }
        });
    }

    /// [#softmax] in place, of some rows from `from` on, on this thread.
    static void softmaxRows(int columns, float[] x, int from, int rows) {
        Row row = ROW.get();
        if (ShortRows.are(columns)) {
            ShortRows.softmax(columns, x, x, from, from + rows * columns, row.partial);
            return;
        }
        for (int r = 0; r < rows; r++) {
            int at = from + r * columns;
            row.exponentials(columns, x, at);
            row.scaleInto(1 / row.total(), x, at, columns);
        }
    }

    /// [#softmaxPullback] in place, of some rows of dy, those of y from `from` on, on this thread.
    static void softmaxPullbackRows(int columns, float[] y, int from, float[] dy, int rows) {
        Row row = ROW.get();
        for (int r = 0; r < rows; r++) {
            int at = r * columns;
            float along = row.product(y, from + at, dy, at, columns);
            for (int i = 0; i < columns; i++) {
                dy[at + i] = y[from + at + i] * (dy[at + i] - along);
            }
        }
    }

    @Override
    public double crossEntropy(int columns, float[] x, float[] labels, float[] gradient) {
        Row row = ROW.get();
        if (ShortRows.are(columns)) {
            return ShortRows.crossEntropy(columns, x, labels, gradient, row.partial);
        }
        double loss = 0;
        for (int n = 0; n < labels.length; n++) {
            int from = n * columns;
            float largest = row.exponentials(columns, x, from);
            float total = row.total();
            row.scaleInto(1 / total, gradient, from, columns);
            int label = from + (int) labels[n];
            gradient[label] -= 1;
            loss += Elementary.log(total) - (x[label] - largest);
        }
        return loss;
    }

    @Override
    public void sumRows(float[] x, float[] y) {
        Arrays.fill(y, 0);
        for (int start = 0; start < x.length; start += y.length) {
            VectorArithmetic.addInto(y, x, start, SPECIES.loopBound(y.length));
            for (int j = SPECIES.loopBound(y.length); j < y.length; j++) {
                y[j] += x[start + j];
            }
        }
    }

    /// What is done with each row, given where it begins.
    @FunctionalInterface
    private interface RowTask {

        void row(Row row, int from);
    }

    private static void overRows(int columns, int count, RowTask task) {
        if (count == 0) {
            return;
        }
        int rows = count / columns;
        int part = Math.max(1, TASK / columns);
        if (rows <= part || Workers.threads() == 1) {
            someRows(columns, 0, rows, task);
        } else {
            Workers.run(
                    (rows + part - 1) / part, p -> someRows(columns, p * part, Math.min((p + 1) * part, rows), task));
        }
    }

    private static void someRows(int columns, int first, int last, RowTask task) {
        Row row = ROW.get();
        for (int r = first; r < last; r++) {
            task.row(row, r * columns);
        }
    }

    /// Adds the numbers up to `to`, a multiple of the partial sums, each to its own.
    private static void addTo(float[] partial, float[] x, int to) {
        for (int lane = 0; lane < PARTIAL_SUMS; lane += LANES) {
            FloatVector sums = FloatVector.fromArray(SPECIES, partial, lane);
            for (int i = lane; i < to; i += PARTIAL_SUMS) {
                sums = sums.add(FloatVector.fromArray(SPECIES, x, i));
            }
            sums.intoArray(partial, lane);
        }
    }

    /// One row in hand. It belongs to its thread and is used again.
    private static final class Row {

        /// Its exponential is 0.
        private static final float LOW = -1000;

        private final float[] partial = new float[PARTIAL_SUMS];
        private float[] numbers = new float[PARTIAL_SUMS];
        private int count;

        /// Takes up e^(x − max x) of a row.
        ///
        /// @return max x
        float exponentials(int columns, float[] x, int from) {
            count = (columns + PARTIAL_SUMS - 1) / PARTIAL_SUMS * PARTIAL_SUMS;
            if (numbers.length < count) {
                numbers = new float[count];
            }
            int whole = SPECIES.loopBound(columns);
            float largest = max(x, from, whole);
            for (int i = whole; i < columns; i++) {
                largest = Math.max(largest, x[from + i]);
            }
            lessThan(x, from, largest, numbers, whole);
            for (int i = whole; i < columns; i++) {
                numbers[i] = x[from + i] - largest;
            }
            Arrays.fill(numbers, columns, count, LOW);
            VectorElementary.exp(numbers, numbers, 0, numbers, 0, count);
            return largest;
        }

        /// By comparisons: the maximum of Java, which also orders zeros and keeps what is not a number, takes
        /// six times as long. Neither matters here: both zeros have the same exponential, and what is not a
        /// number reaches the sum by its own.
        private static float max(float[] x, int from, int count) {
            FloatVector a = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            int i = from;
            for (; i <= from + count - 4 * LANES; i += 4 * LANES) {
                FloatVector p = FloatVector.fromArray(SPECIES, x, i);
                FloatVector q = FloatVector.fromArray(SPECIES, x, i + LANES);
                FloatVector r = FloatVector.fromArray(SPECIES, x, i + 2 * LANES);
                FloatVector s = FloatVector.fromArray(SPECIES, x, i + 3 * LANES);
                a = a.blend(p, p.compare(VectorOperators.GT, a));
                b = b.blend(q, q.compare(VectorOperators.GT, b));
                c = c.blend(r, r.compare(VectorOperators.GT, c));
                d = d.blend(s, s.compare(VectorOperators.GT, d));
            }
            for (; i < from + count; i += LANES) {
                FloatVector p = FloatVector.fromArray(SPECIES, x, i);
                a = a.blend(p, p.compare(VectorOperators.GT, a));
            }
            return a.max(b).max(c.max(d)).reduceLanes(VectorOperators.MAX);
        }

        private static void lessThan(float[] x, int from, float largest, float[] y, int count) {
            FloatVector shift = FloatVector.broadcast(SPECIES, largest);
            for (int i = 0; i < count; i += LANES) {
                FloatVector.fromArray(SPECIES, x, from + i).sub(shift).intoArray(y, i);
            }
        }

        /// The sum of the numbers taken up.
        float total() {
            addTo(partial, numbers, count);
            return join();
        }

        /// Joins the partial sums, and sets them back.
        float join() {
            float sum = PartialSums.join(partial);
            PartialSums.clear(partial);
            return sum;
        }

        /// Writes the numbers taken up, times a factor.
        void scaleInto(float factor, float[] y, int from, int columns) {
            int whole = SPECIES.loopBound(columns);
            scaleInto(numbers, factor, y, from, whole);
            for (int i = whole; i < columns; i++) {
                y[from + i] = numbers[i] * factor;
            }
        }

        private static void scaleInto(float[] x, float factor, float[] y, int from, int count) {
            FloatVector scale = FloatVector.broadcast(SPECIES, factor);
            for (int i = 0; i < count; i += LANES) {
                FloatVector.fromArray(SPECIES, x, i).mul(scale).intoArray(y, from + i);
            }
        }

        /// Σ a b of a row.
        float product(float[] a, int from, float[] b, int fromB, int columns) {
            int whole = columns - columns % PARTIAL_SUMS;
            for (int lane = 0; lane < PARTIAL_SUMS; lane += LANES) {
                FloatVector sums = FloatVector.zero(SPECIES);
                for (int i = lane; i < whole; i += PARTIAL_SUMS) {
                    FloatVector factors = FloatVector.fromArray(SPECIES, a, from + i);
                    sums = FloatVector.fromArray(SPECIES, b, fromB + i).fma(factors, sums);
                }
                sums.intoArray(partial, lane);
            }
            for (int i = whole; i < columns; i++) {
                partial[i - whole] = Math.fma(b[fromB + i], a[from + i], partial[i - whole]);
            }
            return join();
        }
    }
}
