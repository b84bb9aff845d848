package lectern.nn.tensor;

import java.util.random.RandomGenerator;
import lectern.nn.ops.OrthogonalBasis;

/// Weights that turn and do not stretch, **W Wᵀ = g² I** (or Wᵀ W, if there are more rows than columns): an
/// orthogonal matrix, each as likely as the others. Filters are taken as (out, in · height · width).
///
/// Source: A. M. Saxe, J. L. McClelland and S. Ganguli, *Exact solutions to the nonlinear dynamics of learning
/// in deep linear neural networks* (2014), section 3.
///
/// @param gain g, such as √2 before ReLU
public record OrthogonalWeights(double gain) implements Initializer {

    /// @throws ShapeException if there are not two dimensions or more
    @Override
    public Tensor draw(Shape shape, RandomGenerator random) {
        if (shape.rank() < 2) {
            throw new ShapeException("orthogonal", "weights (out, in, …)", shape);
        }
        int rows = shape.size(0);
        int columns = rows == 0 ? 0 : shape.count() / rows;
        Tensor normal = Tensor.normal(shape, 1, random);
        return Tensor.of(shape, OrthogonalBasis.of(rows, columns, normal.array()))
                .times(gain);
    }
}
