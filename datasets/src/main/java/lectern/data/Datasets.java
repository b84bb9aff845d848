package lectern.data;

import lectern.nn.tensor.Examples;

/// What notebooks import: `import static lectern.data.Datasets.*`.
public final class Datasets {

    private Datasets() {}

    /// MNIST, see [Mnist#load()].
    public static Dataset mnist() {
        return Mnist.load();
    }

    /// MNIST where it can be had, else drawn digits, see [Digits#load()].
    public static Dataset digits() {
        return Digits.load();
    }

    /// Digits drawn by the library, see [DrawnDigits#make(int, int, long)].
    public static Dataset drawnDigits(int trainCount, int testCount, long seed) {
        return DrawnDigits.make(trainCount, testCount, seed);
    }

    /// Two interleaved half circles, see [Toys#twoMoons(int, double, long)].
    public static Examples twoMoons(int count, double noise, long seed) {
        return Toys.twoMoons(count, noise, seed);
    }

    /// Arms of a spiral, see [Toys#spirals(int, int, double, long)].
    public static Examples spirals(int count, int classes, double noise, long seed) {
        return Toys.spirals(count, classes, noise, seed);
    }

    /// Exclusive or, see [Toys#xor()].
    public static Examples xor() {
        return Toys.xor();
    }

    /// One period of the sine, see [Toys#sine(int, double, long)].
    public static Examples sine(int count, double noise, long seed) {
        return Toys.sine(count, noise, seed);
    }
}
