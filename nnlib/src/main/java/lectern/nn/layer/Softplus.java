package lectern.nn.layer;

import lectern.nn.ops.Ops;

/// **y = ln(1 + e^βx) / β**, number by number: ReLU without the kink. Pullback: dx += dy ⊙ 1 / (1 + e^−βx).
///
/// @param sharpness β, positive: the larger, the nearer to ReLU
public record Softplus(double sharpness) implements ArrayActivation {

    /// @throws IllegalArgumentException if the sharpness is not positive
    public Softplus {
        if (!(sharpness > 0)) {
            throw new IllegalArgumentException("Softplus: expected a sharpness above 0, found " + sharpness);
        }
    }

    /// With β = 1.
    public Softplus() {
        this(1);
    }

    @Override
    public void values(float[] x, float[] y) {
        var ops = Ops.best().elementwise();
        if (sharpness == 1) {
            ops.softplus(x, y);
        } else {
            ops.scale((float) sharpness, x, y);
            ops.softplus(y, y);
            ops.scale((float) (1 / sharpness), y, y);
        }
    }

    @Override
    public void pullback(float[] x, float[] y, float[] dy, float[] dx) {
        var ops = Ops.best().elementwise();
        if (sharpness == 1) {
            ops.softplusPullback(x, dy, dx);
        } else {
            ops.scale((float) sharpness, x, dx);
            ops.softplusPullback(dx, dy, dx);
        }
    }

    @Override
    public String toString() {
        return sharpness == 1 ? "softplus" : "softplus " + sharpness;
    }
}
