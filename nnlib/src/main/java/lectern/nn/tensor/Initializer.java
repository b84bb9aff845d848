package lectern.nn.tensor;

import java.util.random.RandomGenerator;

/// Draws the weights that learning begins with. A lambda is one.
@FunctionalInterface
public interface Initializer {

    /// New weights.
    ///
    /// @param shape (out, in, …)
    Tensor draw(Shape shape, RandomGenerator random);
}
