package lectern.nn.layer;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The parametric rectified linear unit, **y = x where x > 0, else a x**, with a learned: one a for all, or one
/// for each channel. Pullback: dx += dy where x > 0, else a dy; da += Σ dy x over the x ≤ 0 that it belongs to.
///
/// Shapes: x (…) with one a; (batch, channels, …) with one for each channel; y the same.
///
/// Source: K. He, X. Zhang, S. Ren and J. Sun, *Delving Deep into Rectifiers* (2015), eq. (1), (8) and (10).
/// Regularising a by weight decay would make it a ReLU.
///
/// @param slope a, (1) or (channels)
public record PRelu(Var slope) implements Layer {

    private static final float START = 0.25f;

    /// @throws ShapeException if the slope is not a list of numbers
    public PRelu {
        if (slope.shape().rank() != 1 || slope.shape().count() == 0) {
            throw new ShapeException("PRelu", "slope (1) or (channels)", slope.shape());
        }
    }

    /// With slopes that all begin at 0.25.
    ///
    /// @param channels how many slopes; 1 for one that all share
    /// @throws ShapeException if there is not at least one
    public static PRelu of(int channels) {
        if (channels < 1) {
            throw new ShapeException("PRelu", "at least one channel", channels);
        }
        return new PRelu(Var.of(Tensor.filled(Shape.of(channels), START)));
    }

    /// @throws ShapeException if there are slopes for channels, and x has others
    @Override
    public Var apply(Var x) {
        int channels = slope.shape().size(0);
        if (channels > 1 && (x.shape().rank() < 2 || x.shape().size(1) != channels)) {
            throw new ShapeException("PRelu", "inputs (batch, " + channels + ", …)", x.shape());
        }
        int plane = channels == 1 ? x.shape().count() : plane(x.shape());
        Tensor y = Arena.tensor(x.shape());
        float[] from = x.borrow().array();
        for (int i = 0; i < from.length; i++) {
            y.array()[i] = from[i] > 0 ? from[i] : slope.borrow().array()[i / plane % channels] * from[i];
        }
        return Var.operation("prelu", y, dy -> pullback(x, plane, dy.array()), x, slope);
    }

    /// The numbers of one channel of one example.
    private static int plane(Shape x) {
        int plane = 1;
        for (int d = 2; d < x.rank(); d++) {
            plane *= x.size(d);
        }
        return plane;
    }

    private void pullback(Var x, int plane, float[] dy) {
        float[] a = slope.borrow().array();
        float[] from = x.borrow().array();
        Tensor dx = Arena.tensor(x.shape());
        double[] sums = new double[a.length];
        for (int i = 0; i < from.length; i++) {
            int channel = i / plane % a.length;
            if (from[i] > 0) {
                dx.array()[i] = dy[i];
            } else {
                dx.array()[i] = a[channel] * dy[i];
                sums[channel] += (double) dy[i] * from[i];
            }
        }
        if (x.isTracked()) {
            x.addGradient(dx);
        }
        if (slope.isTracked()) {
            Tensor da = Arena.tensor(slope.shape());
            for (int k = 0; k < sums.length; k++) {
                da.array()[k] = (float) sums[k];
            }
            slope.addGradient(da);
        }
    }

    @Override
    public List<Var> parameters() {
        return List.of(slope);
    }

    @Override
    public String toString() {
        return "prelu " + slope.shape().size(0);
    }
}
