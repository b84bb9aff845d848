package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;

/// The largest number of each map, **y[c] = max x[c, i, j]**.
///
/// Shapes: x (batch, channels, height, width), y (batch, channels).
///
/// Source: M. Lin, Q. Chen and S. Yan, *Network In Network* (ICLR 2014), section 3.2, with the maximum in the
/// place of the mean.
public record GlobalMaxPool() implements Layer {

    /// @throws ShapeException if x is not images with at least one pixel
    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        Pools.checkImages("GlobalMaxPool", shape);
        return Pools.global(true, x).reshape(shape.size(0), shape.size(1));
    }

    @Override
    public String toString() {
        return "global max pool";
    }
}
