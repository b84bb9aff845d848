package lectern.nn.layer;

import lectern.nn.ops.Ops;

/// **y = x where x > 0, else s x**, number by number. Pullback: dx += dy where x > 0, else s dy.
///
/// @param slope s, small and positive
public record LeakyRelu(double slope) implements ArrayActivation {

    @Override
    public void values(float[] x, float[] y) {
        Ops.best().elementwise().leakyRelu((float) slope, x, y);
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        Ops.best().elementwise().leakyReluPullback((float) slope, x, dy, dx);
    }

    @Override
    public String toString() {
        return "leaky relu " + slope;
    }
}
