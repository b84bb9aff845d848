package lectern.data;

import java.util.List;
import java.util.stream.IntStream;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Digits that the library writes by itself, in the form of MNIST: images (count, 1, 28, 28), 0…1, and ten classes.
///
/// Each is one of a few ways to write the digit, with a hand and a pen of its own. The seed decides every bit
/// of them on every machine; each image depends on the seed and its place alone, so that a smaller set is the
/// beginning of a larger one. The labels take turns, 0, 1, …, 9, 0, ….
public final class DrawnDigits {

    private static final int PIXELS = Ink.SIZE * Ink.SIZE;
    private static final int CLASSES = 10;

    private DrawnDigits() {}

    /// Training and test images that have nothing in common but the way they are made.
    ///
    /// @throws IllegalArgumentException if a count is negative
    public static Dataset make(int trainCount, int testCount, long seed) {
        check("trainCount", trainCount);
        check("testCount", testCount);
        var seeds = SeededRandom.of(seed);
        return new Dataset(
                "Drawn digits",
                "drawn by the library from seed " + seed,
                Mnist.CLASSES,
                draw(trainCount, seeds.nextLong()),
                draw(testCount, seeds.nextLong()));
    }

    private static void check(String name, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("drawnDigits: expected " + name + " 0 or more, found " + count);
        }
    }

    private static Examples draw(int count, long seed) {
        Tensor images = Tensor.zeros(Shape.of(count, 1, Ink.SIZE, Ink.SIZE));
        int[] labels = IntStream.range(0, count).map(i -> i % CLASSES).toArray();
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> draw(labels[i], SeededRandom.of(seed + i), images.array(), i * PIXELS));
        return Examples.labelled(images, labels);
    }

    private static void draw(int digit, SeededRandom random, float[] images, int offset) {
        List<Glyphs.Glyph> styles = Glyphs.of(digit);
        Glyphs.Glyph glyph = styles.get(random.nextInt(styles.size()));
        var pen = new Ink(random.nextDouble(0.7, 1.9), random.nextDouble(0.88, 1));
        pen.paint(new Handwriting(random).write(glyph), images, offset);
    }
}
