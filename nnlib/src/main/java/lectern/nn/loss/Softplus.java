package lectern.nn.loss;

import lectern.nn.autograd.Elementwise;
import lectern.nn.ops.Ops;

/// ln(1 + eˣ), number by number, in the fast loops.
enum Softplus implements Elementwise {
    OF;

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().softplus(x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().softplusPullback(x, dy, dx);
    }

    @Override
    public String toString() {
        return "softplus";
    }
}
