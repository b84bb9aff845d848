package lectern.nn.tensor;

import java.util.random.RandomGenerator;

/// Independent weights from U(−r, r), with r from the fan of the layer.
///
/// @param scaling which r
public record UniformWeights(Scaling scaling) implements Initializer {

    /// r for weights of a shape (out, in, …).
    public double bound(Shape shape) {
        return scaling.bound(shape);
    }

    @Override
    public Tensor draw(Shape shape, RandomGenerator random) {
        return Tensor.uniform(shape, bound(shape), random);
    }
}
