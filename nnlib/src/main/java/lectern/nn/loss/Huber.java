package lectern.nn.loss;

import lectern.nn.autograd.Elementwise;
import lectern.nn.autograd.Var;

/// The mean of **d² / 2 where |d| < δ, else δ (|d| − δ/2)** over the differences d = y − t: squared error near
/// the target, absolute error far from it, so that an outlier pulls no harder than δ. Its gradient is d within
/// ±δ, else ±δ, by n.
///
/// Shapes: outputs y and targets t the same.
///
/// Source: P. J. Huber, *Robust Estimation of a Location Parameter* (1964).
///
/// @param delta δ, positive, in units of the targets
/// @param reduction what is done with the errors
public record Huber(double delta, Reduction reduction) implements Loss {

    /// @throws IllegalArgumentException if δ is not positive
    public Huber {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("huber: expected a delta above 0, found " + delta);
        }
    }

    /// @throws lectern.nn.tensor.ShapeException if the targets do not have the shape of the outputs
    @Override
    public Var apply(Var outputs, Var targets) {
        return reduction.apply(errors(Reduction.difference("huber", outputs, targets)));
    }

    Var errors(Var differences) {
        return differences.elementwise(new Errors((float) delta));
    }

    private record Errors(float delta) implements Elementwise {

        @Override
        public void values(float[] d, float[] y) {
            for (int i = 0; i < y.length; i++) {
                float size = Math.abs(d[i]);
                y[i] = size < delta ? 0.5f * d[i] * d[i] : delta * (size - 0.5f * delta);
            }
        }

        @Override
        public void pullback(float[] d, float[] y, float[] dy, float[] dd) {
            for (int i = 0; i < dd.length; i++) {
                dd[i] = dy[i] * Math.clamp(d[i], -delta, delta);
            }
        }

        @Override
        public String toString() {
            return "huber";
        }
    }
}
