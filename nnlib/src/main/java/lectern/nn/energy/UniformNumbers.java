package lectern.nn.energy;

import java.util.random.RandomGenerator;
import lectern.nn.tensor.Tensor;

/// Where the numbers from U(0, 1) come from that samples are drawn with: a random generator, or a list of
/// given ones.
@FunctionalInterface
public interface UniformNumbers {

    /// Writes the next numbers, all in [0, 1).
    void fill(float[] numbers);

    /// Multiples of 2⁻²⁴ from a generator.
    static UniformNumbers from(RandomGenerator random) {
        return numbers -> {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextFloat();
            }
        };
    }

    /// Those of the tensors, one after the other.
    ///
    /// @return numbers that, asked for more than there are, throw an `IllegalStateException`
    static UniformNumbers given(Tensor... tensors) {
        return new GivenNumbers(tensors);
    }
}
