package lectern.nn.layer;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;

/// The mean of each map, **y[c] = Σ x[c, i, j] / (height · width)**.
///
/// Shapes: x (batch, channels, height, width), y (batch, channels).
///
/// Source: M. Lin, Q. Chen and S. Yan, *Network In Network* (ICLR 2014), section 3.2.
public record GlobalAveragePool() implements Layer {

    /// @throws ShapeException if x is not images with at least one pixel
    @Override
    public Var apply(Var x) {
        Shape shape = x.shape();
        Pools.checkImages("GlobalAveragePool", shape);
        return Pools.global(false, x).reshape(shape.size(0), shape.size(1));
    }

    @Override
    public String toString() {
        return "global average pool";
    }
}
