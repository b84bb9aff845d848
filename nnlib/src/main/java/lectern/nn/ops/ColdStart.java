package lectern.nn.ops;

import lectern.nn.ops.MatrixOps.Product;

/// The first seconds of a JVM, in which code of the Vector API is hundreds of times slower than later.
///
/// From [#begin] on, what a fully connected network needs is computed by plain loops, which the JVM compiles in
/// hundredths of a second: [RowMatrixOps] and the readable classes. [#round], called again and again in the
/// background, has it compile the vectors, and lets them take over when they are ahead in the same work, once and
/// for all. The bits are the same before and after.
public final class ColdStart {

    /// After so many rounds the vectors take over whatever the clock says.
    public static final int MOST_ROUNDS = 400;

    /// The vectors have to be ahead so many times in a row.
    private static final int WINS = 3;

    /// At first tiles are run alone, as a whole product of cold ones would take a second.
    private static final int TILE_ROUNDS = 60;

    private final Ops fast;
    private Ops plain;
    private int rounds;
    private volatile boolean over;
    private int wins;

    private ColdStart(Ops fast) {
        Ops reference = Ops.reference();
        this.fast = fast;
        this.plain = new Ops(
                fast.name(),
                new RowMatrixOps(),
                reference.elementwise(),
                reference.reduction(),
                fast.recurrent(),
                fast.convolution(),
                fast.pooling(),
                fast.attention(),
                fast.update(),
                fast.normalization());
    }

    /// Has plain loops compute until the vectors are ahead; without vectors it is over at once.
    public static ColdStart begin() {
        ColdStart start = new ColdStart(Ops.fastest());
        if (start.fast.matrix() instanceof ReferenceMatrixOps) {
            start.over = true;
        } else {
            Ops.use(start.plain);
        }
        return start;
    }

    /// Some milliseconds of work.
    ///
    /// @return whether it is over
    public boolean round() {
        if (over) {
            return true;
        }
        rounds++;
        if (rounds <= TILE_ROUNDS) {
            fast.matrix().warmUp();
        } else {
            Step step = new Step();
            wins = step.nanoseconds(fast) < step.nanoseconds(plain) ? wins + 1 : 0;
        }
        if (wins == WINS || rounds == MOST_ROUNDS) {
            end();
        }
        return over;
    }

    /// Lets the vectors take over, ahead or not.
    public void end() {
        over = true;
        Ops.use(fast);
        // What the plain loops have kept is no longer needed.
        plain = fast;
    }

    /// Whether the vectors compute, or there are none.
    public boolean isOver() {
        return over;
    }

    /// A step of training, 784-128-10, on a batch of 64.
    private static final class Step {

        private static final int BATCH = 64;
        private static final int IN = 784;
        private static final int HIDDEN = 128;
        private static final int OUT = 10;

        private final float[] x = new float[BATCH * IN];
        private final float[] w = new float[HIDDEN * IN];
        private final float[] v = new float[OUT * HIDDEN];
        private final float[] bias = new float[HIDDEN];
        private final float[] y = new float[BATCH * HIDDEN];
        private final float[] z = new float[BATCH * OUT];
        private final float[] dz = new float[BATCH * OUT];
        private final float[] dy = new float[BATCH * HIDDEN];
        private final float[] labels = new float[BATCH];

        long nanoseconds(Ops ops) {
            long start = System.nanoTime();
            ops.matrix().affine(new Product(BATCH, HIDDEN, IN, false, true), x, w, bias, Nonlinearity.RELU, y);
            ops.matrix().affine(new Product(BATCH, OUT, HIDDEN, false, true), y, v, bias, Nonlinearity.IDENTITY, z);
            ops.reduction().crossEntropy(OUT, z, labels, dz);
            ops.elementwise().scale(1f / BATCH, dz, dz);
            ops.matrix().multiply(new Product(OUT, HIDDEN, BATCH, true, false), dz, y, v, false);
            ops.matrix().multiply(new Product(BATCH, HIDDEN, OUT, false, false), dz, v, dy, false);
            ops.elementwise().reluPullback(y, dy, dy);
            ops.reduction().sumRows(dy, bias);
            ops.matrix().multiply(new Product(HIDDEN, IN, BATCH, true, false), dy, x, w, false);
            ops.update().descend(w, w, 0);
            return System.nanoTime() - start;
        }
    }
}
