package lectern.data;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random numbers that are the same to the last bit on every machine: the algorithm is named, and what is made of its
/// bits uses nothing whose rounding a platform may choose, as `nextGaussian` might.
final class StrictRandom {

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator generator;

    StrictRandom(long seed) {
        this.generator = ALGORITHM.create(seed);
    }

    /// 64 random bits.
    long bits() {
        return generator.nextLong();
    }

    /// From U(0, 1), a multiple of 2⁻⁵³.
    double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /// From U(from, to).
    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /// 0…bound − 1, each as likely as the others, for bounds that are small beside 2⁵³.
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /// From N(0, 1): √(−2 ln u) cos 2πv (G. Box and M. Muller, 1958).
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }
}
