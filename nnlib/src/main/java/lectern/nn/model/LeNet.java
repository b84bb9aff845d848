package lectern.nn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.layer.AveragePool2d;
import lectern.nn.layer.Conv2d;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Flatten;
import lectern.nn.layer.Sequential;
import lectern.nn.layer.Tanh;

/// LeNet-5 for digits of 28 × 28: two convolutions of 5 × 5 with tanh and pooling to the mean, then three fully
/// connected layers.
///
/// Shapes: x (batch, 1, 28, 28), logits (batch, classes).
///
/// Source: Y. LeCun et al., *Gradient-Based Learning Applied to Document Recognition* (1998), section II.B. The
/// image is padded by 2 to their 32 × 32, every filter sees all maps, and a softmax takes the place of their
/// radial basis functions.
public final class LeNet {

    private LeNet() {}

    /// Starting weights are drawn from `random`.
    public static Sequential of(int classes, RandomGenerator random) {
        return new Sequential(List.of(
                Conv2d.of(1, 6, 5, random).padding(2),
                new Tanh(),
                AveragePool2d.of(2),
                Conv2d.of(6, 16, 5, random),
                new Tanh(),
                AveragePool2d.of(2),
                new Flatten(),
                Dense.of(16 * 5 * 5, 120, random),
                new Tanh(),
                Dense.of(120, 84, random),
                new Tanh(),
                Dense.of(84, classes, random)));
    }
}
