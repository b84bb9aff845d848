package lectern.nn.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The loops of [VectorElementary] and [VectorArithmetic], long arrays cut into ranges for the threads.
///
/// The last, incomplete vector is computed as a whole one in scratch memory, so that the loops need no masks.
final class VectorElementwiseOps implements ElementwiseOps {

    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /// Numbers below which a range is not worth a thread.
    private static final int RANGE = 1 << 14;

    /// Where a range may be cut: at whole vectors of any width.
    private static final int CUT = 16;

    private static final ThreadLocal<Rest> REST = ThreadLocal.withInitial(Rest::new);

    /// y from a, b and c, number by number, over whole vectors; a kernel of one argument is given it twice.
    @FunctionalInterface
    interface Kernel {
        void apply(float[] a, float[] b, float c, float[] y, int from, int to);
    }

    /// Room for one vector of each array.
    private static final class Rest {
        private final float[] a = new float[LANES];
        private final float[] b = new float[LANES];
        private final float[] y = new float[LANES];
    }

    private static void each(Kernel kernel, float[] a, float[] b, float c, float[] y) {
        int whole = SPECIES.loopBound(y.length);
        int parts = Math.clamp(whole / RANGE, 1, Workers.threads());
        if (parts == 1) {
            kernel.apply(a, b, c, y, 0, whole);
        } else {
            share(parts, kernel, a, b, c, y, whole);
        }
        if (whole < y.length) {
            rest(kernel, a, b, c, y, whole);
        }
    }

    /// Apart from [#each], which would otherwise allocate for the lambda's sake.
    private static void share(int parts, Kernel kernel, float[] a, float[] b, float c, float[] y, int whole) {
        int step = ((whole + parts - 1) / parts + CUT - 1) / CUT * CUT;
        Workers.run(
                parts,
                part -> kernel.apply(a, b, c, y, Math.min(part * step, whole), Math.min(part * step + step, whole)));
    }

    private static void rest(Kernel kernel, float[] a, float[] b, float c, float[] y, int from) {
        Rest rest = REST.get();
        int count = y.length - from;
        System.arraycopy(a, from, rest.a, 0, count);
        System.arraycopy(b, from, rest.b, 0, count);
        kernel.apply(rest.a, rest.b, c, rest.y, 0, LANES);
        System.arraycopy(rest.y, 0, y, from, count);
    }

    @Override
    public void addRow(float[] x, float[] row, float[] y) {
        if (y.length == 0) {
            return;
        }
        int columns = row.length;
        int rows = y.length / columns;
        int parts = Math.clamp(Math.min(rows, y.length / RANGE), 1, Workers.threads());
        if (parts == 1) {
            addRow(x, row, y, 0, y.length);
        } else {
            shareRows(parts, x, row, y, (rows + parts - 1) / parts * columns);
        }
    }

    private static void shareRows(int parts, float[] x, float[] row, float[] y, int step) {
        Workers.run(
                parts,
                part -> addRow(x, row, y, Math.min(part * step, y.length), Math.min(part * step + step, y.length)));
    }

    private static void addRow(float[] x, float[] row, float[] y, int from, int to) {
        int whole = SPECIES.loopBound(row.length);
        for (int start = from; start < to; start += row.length) {
            int j = 0;
            for (; j < whole; j += LANES) {
                FloatVector.fromArray(SPECIES, x, start + j)
                        .add(FloatVector.fromArray(SPECIES, row, j))
                        .intoArray(y, start + j);
            }
            for (; j < row.length; j++) {
                y[start + j] = x[start + j] + row[j];
            }
        }
    }

    @Override
    public void exp(float[] x, float[] y) {
        each(VectorElementary::exp, x, x, 0, y);
    }

    @Override
    public void log(float[] x, float[] y) {
        each(VectorElementary::log, x, x, 0, y);
    }

    @Override
    public void tanh(float[] x, float[] y) {
        each(VectorElementary::tanh, x, x, 0, y);
    }

    @Override
    public void sigmoid(float[] x, float[] y) {
        each(VectorElementary::sigmoid, x, x, 0, y);
    }

    @Override
    public void softplus(float[] x, float[] y) {
        each(VectorElementary::softplus, x, x, 0, y);
    }

    @Override
    public void erf(float[] x, float[] y) {
        each(VectorElementary::erf, x, x, 0, y);
    }

    @Override
    public void relu(float[] x, float[] y) {
        each(VectorArithmetic::relu, x, x, 0, y);
    }

    @Override
    public void leakyRelu(float slope, float[] x, float[] y) {
        each(VectorArithmetic::leakyRelu, x, x, slope, y);
    }

    @Override
    public void scale(float c, float[] x, float[] y) {
        each(VectorArithmetic::scale, x, x, c, y);
    }

    @Override
    public void addScaled(float[] a, float c, float[] b, float[] y) {
        each(VectorArithmetic::addScaled, a, b, c, y);
    }

    @Override
    public void add(float[] a, float[] b, float[] y) {
        each(VectorArithmetic::add, a, b, 0, y);
    }

    @Override
    public void subtract(float[] a, float[] b, float[] y) {
        each(VectorArithmetic::subtract, a, b, 0, y);
    }

    @Override
    public void multiply(float[] a, float[] b, float[] y) {
        each(VectorArithmetic::multiply, a, b, 0, y);
    }

    @Override
    public void reluPullback(float[] y, float[] dy, float[] dx) {
        each(VectorArithmetic::reluPullback, y, dy, 0, dx);
    }

    @Override
    public void tanhPullback(float[] y, float[] dy, float[] dx) {
        each(VectorArithmetic::tanhPullback, y, dy, 0, dx);
    }

    @Override
    public void sigmoidPullback(float[] y, float[] dy, float[] dx) {
        each(VectorArithmetic::sigmoidPullback, y, dy, 0, dx);
    }

    @Override
    public void softplusPullback(float[] x, float[] dy, float[] dx) {
        each(VectorElementary::softplusPullback, x, dy, 0, dx);
    }

    @Override
    public void leakyReluPullback(float slope, float[] x, float[] dy, float[] dx) {
        each(VectorArithmetic::leakyReluPullback, x, dy, slope, dx);
    }
}
