package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The reductions over lanes; the rows of large matrices are shared by threads.
final class VectorReductionOps implements ReductionOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private static final ThreadLocal<float[]> PARTIAL = ThreadLocal.withInitial(() -> new float[PARTIAL_SUMS]);

    @Override
    public float sum(float[] x) {
        float[] partial = PARTIAL.get();
        PartialSums.clear(partial);
        PartialSums.add(x, 0, x.length, partial);
        return PartialSums.join(partial);
    }

    @Override
    public void softmax(int columns, float[] x, float[] y) {
        if (x.length > 0) {
            int part = Ranges.pieces(x.length / columns, columns) * columns;
            Workers.run(
                    Ranges.count(x.length, part),
                    p -> softmax(columns, x, y, p * part, Math.min(x.length, p * part + part)));
        }
    }

    private static void softmax(int columns, float[] x, float[] y, int first, int end) {
        if (ShortRows.are(columns)) {
            ShortRows.softmax(columns, x, y, first, end, PARTIAL.get());
            return;
        }
        SoftmaxRows rows = SoftmaxRows.ofThread();
        for (int from = first; from < end; from += columns) {
            int to = from + columns;
            float total = rows.exp(rows.max(x, from, to), x, y, from, to);
            SoftmaxRows.divide(total, y, from, to);
        }
    }

    @Override
    public void softmaxPullback(int columns, float[] y, float[] dy, float[] dx) {
        if (y.length > 0) {
            int part = Ranges.pieces(y.length / columns, columns) * columns;
            Workers.run(
                    Ranges.count(y.length, part),
                    p -> softmaxPullback(columns, y, dy, dx, p * part, Math.min(y.length, p * part + part)));
        }
    }

    private static void softmaxPullback(int columns, float[] y, float[] dy, float[] dx, int first, int end) {
        float[] partial = PARTIAL.get();
        for (int from = first; from < end; from += columns) {
            int to = from + columns;
            PartialSums.clear(partial);
            PartialSums.addProducts(y, dy, from, to, partial);
            SoftmaxRows.pullback(PartialSums.join(partial), y, dy, dx, from, to);
        }
    }

    @Override
    public void logSoftmax(int columns, float[] x, float[] y) {
        if (x.length > 0) {
            int part = Ranges.pieces(x.length / columns, columns) * columns;
            Workers.run(
                    Ranges.count(x.length, part),
                    p -> logSoftmax(columns, x, y, p * part, Math.min(x.length, p * part + part)));
        }
    }

    private static void logSoftmax(int columns, float[] x, float[] y, int first, int end) {
        if (ShortRows.are(columns)) {
            ShortRows.logSoftmax(columns, x, y, first, end, PARTIAL.get());
            return;
        }
        SoftmaxRows rows = SoftmaxRows.ofThread();
        for (int from = first; from < end; from += columns) {
            int to = from + columns;
            float largest = rows.max(x, from, to);
            float total = rows.exp(largest, x, y, from, to);
            SoftmaxRows.subtract(largest, Elementary.log(total), x, y, from, to);
        }
    }

    @Override
    public void crossEntropy(int classes, float[] x, float[] labels, float scale, float[] gradient, float[] losses) {
        int part = Ranges.pieces(labels.length, classes);
        Workers.run(
                Ranges.count(labels.length, part),
                p -> crossEntropy(
                        classes,
                        x,
                        labels,
                        scale,
                        gradient,
                        losses,
                        p * part,
                        Math.min(labels.length, p * part + part)));
    }

    private static void crossEntropy(
            int classes,
            float[] x,
            float[] labels,
            float scale,
            float[] gradient,
            float[] losses,
            int firstRow,
            int endRow) {
        if (ShortRows.are(classes)) {
            ShortRows.crossEntropy(classes, x, labels, scale, gradient, losses, firstRow, endRow, PARTIAL.get());
            return;
        }
        SoftmaxRows rows = SoftmaxRows.ofThread();
        for (int row = firstRow; row < endRow; row++) {
            int from = row * classes;
            int to = from + classes;
            int label = from + (int) labels[row];
            float largest = rows.max(x, from, to);
            float total = rows.exp(largest, x, gradient, from, to);
            losses[row] = Elementary.log(total) - (x[label] - largest);
            float atLabel = (gradient[label] / total - 1) * scale;
            SoftmaxRows.divide(total, scale, gradient, from, to);
            gradient[label] = atLabel;
        }
    }

    /// Four vectors of columns at a time go down all rows.
    @Override
    public void addRows(float[] x, float[] y) {
        int columns = y.length;
        int j = 0;
        for (; j <= columns - 4 * LANES; j += 4 * LANES) {
            addFour(x, y, columns, j);
        }
        for (; j <= columns - LANES; j += LANES) {
            addOne(x, y, columns, j);
        }
        if (j < columns) {
            for (int start = 0; start < x.length; start += columns) {
                for (int k = j; k < columns; k++) {
                    y[k] += x[start + k];
                }
            }
        }
    }

    private static void addFour(float[] x, float[] y, int columns, int j) {
        FloatVector a = FloatVector.fromArray(SPECIES, y, j);
        FloatVector b = FloatVector.fromArray(SPECIES, y, j + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, y, j + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, y, j + 3 * LANES);
        for (int i = j; i < x.length; i += columns) {
            a = a.add(FloatVector.fromArray(SPECIES, x, i));
            b = b.add(FloatVector.fromArray(SPECIES, x, i + LANES));
            c = c.add(FloatVector.fromArray(SPECIES, x, i + 2 * LANES));
            d = d.add(FloatVector.fromArray(SPECIES, x, i + 3 * LANES));
        }
        a.intoArray(y, j);
        b.intoArray(y, j + LANES);
        c.intoArray(y, j + 2 * LANES);
        d.intoArray(y, j + 3 * LANES);
    }

    private static void addOne(float[] x, float[] y, int columns, int j) {
        FloatVector a = FloatVector.fromArray(SPECIES, y, j);
        for (int i = j; i < x.length; i += columns) {
            a = a.add(FloatVector.fromArray(SPECIES, x, i));
        }
        a.intoArray(y, j);
    }
}
