package lectern.nn.tensor;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random numbers that are the same to the last bit for the same seed on every machine and every JDK.
///
/// The algorithm of the bits is named, and what is made of them is written down here: the JDK may choose
/// otherwise for `nextGaussian` or `nextInt`, and round the functions that it uses as the platform does.
public final class SeededRandom implements RandomGenerator {

    private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final long seed;
    private final RandomGenerator bits;

    private SeededRandom(long seed) {
        this.seed = seed;
        this.bits = ALGORITHM.create(seed);
    }

    /// A generator that starts anew.
    public static SeededRandom of(long seed) {
        return new SeededRandom(seed);
    }

    @Override
    public long nextLong() {
        return bits.nextLong();
    }

    /// The shuffle of Fisher and Yates: each order is as likely as any other.
    public static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /// From U(0, 1), a multiple of 2⁻²⁴.
    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    /// From U(0, 1), a multiple of 2⁻⁵³.
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// From U(from, to).
    @Override
    public double nextDouble(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /// 0…bound − 1, each as likely as the others, as far as 2⁵³ can be shared out.
    @Override
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /// from…bound − 1, as [#nextInt(int)].
    @Override
    public int nextInt(int from, int bound) {
        return from + nextInt(bound - from);
    }

    /// From N(0, 1): √(−2 ln u) cos 2πv (G. Box and M. Muller, 1958).
    @Override
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    @Override
    public String toString() {
        return "random numbers from seed " + seed;
    }
}
