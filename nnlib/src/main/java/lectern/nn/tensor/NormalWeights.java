package lectern.nn.tensor;

import java.util.random.RandomGenerator;

/// Independent weights from N(0, σ²), with σ from the fan of the layer.
///
/// @param scaling which σ
public record NormalWeights(Scaling scaling) implements Initializer {

    /// σ for weights of a shape (out, in, …).
    public double deviation(Shape shape) {
        return scaling.deviation(shape);
    }

    @Override
    public Tensor draw(Shape shape, RandomGenerator random) {
        return Tensor.normal(shape, deviation(shape), random);
    }
}
