package lectern.bench.compare;

import lectern.nn.ops.MatrixOps;
import lectern.nn.ops.Ops;

/// An inner loop of ours into a ready array.
final class OurForward implements Task {

    private final Runnable loop;
    private final float[] result;

    private OurForward(float[] result, Runnable loop) {
        this.loop = loop;
        this.result = result;
    }

    static OurForward of(Product work) {
        var product = new MatrixOps.Product(work.rows(), work.columns(), work.inner(), false, false);
        float[] a = work.a();
        float[] b = work.b();
        float[] c = new float[work.rows() * work.columns()];
        return new OurForward(c, () -> Ops.best().matrix().multiply(product, a, b, c, false));
    }

    static OurForward of(Elementwise work) {
        float[] x = work.x();
        float[] y = new float[x.length];
        return new OurForward(
                y,
                switch (work.function()) {
                    case TANH -> () -> Ops.best().elementwise().tanh(x, y);
                    case EXP -> () -> Ops.best().elementwise().exp(x, y);
                });
    }

    static OurForward of(Softmax work) {
        float[] x = work.x();
        float[] y = new float[x.length];
        return new OurForward(y, () -> Ops.best().reduction().softmax(work.columns(), x, y));
    }

    @Override
    public void run() {
        loop.run();
    }

    @Override
    public float[][] results() {
        return new float[][] {result};
    }
}
