package lectern.data;

import lectern.nn.tensor.Examples;
import lectern.nn.tensor.SeededRandom;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Small problems in one or two dimensions, the same on every machine for the same seed.
///
/// Labels take turns, 0, 1, 0, 1, …, so that any range of the examples has about as many of each. Noise is normal, with
/// the given standard deviation, and independent in every coordinate.
final class Toys {

    private Toys() {}

    /// Two interleaved half circles: label 0 at (cos t, sin t), label 1 at (1 − cos t, ½ − sin t), t evenly in [0, π].
    ///
    /// Inputs (count, 2), labels 0 and 1.
    ///
    /// @throws IllegalArgumentException if `count` or `noise` is negative
    static Examples twoMoons(int count, double noise, long seed) {
        var points = new Points("twoMoons", count, noise, seed);
        for (int i = 0; i < count; i++) {
            double t = Math.PI * fraction(i / 2, (count + 1 - i % 2) / 2);
            double x = StrictMath.cos(t);
            double y = StrictMath.sin(t);
            if (i % 2 == 0) {
                points.put(i, 0, x, y);
            } else {
                points.put(i, 1, 1 - x, 0.5 - y);
            }
        }
        return points.examples();
    }

    /// One arm of a spiral for each class, r (cos φ, sin φ) with r evenly in [0, 1] and φ = 4 r + 2π label / classes.
    ///
    /// Inputs (count, 2), labels 0…classes − 1.
    ///
    /// @throws IllegalArgumentException if `count` or `noise` is negative, or there is no class
    static Examples spirals(int count, int classes, double noise, long seed) {
        if (classes < 1) {
            throw new IllegalArgumentException("spirals: expected 1 class or more, found " + classes);
        }
        var points = new Points("spirals", count, noise, seed);
        for (int i = 0; i < count; i++) {
            int label = i % classes;
            double r = fraction(i / classes, (count + classes - 1 - label) / classes);
            double angle = 4 * r + 2 * Math.PI * label / classes;
            points.put(i, label, r * StrictMath.cos(angle), r * StrictMath.sin(angle));
        }
        return points.examples();
    }

    /// Exclusive or: (0, 0) and (1, 1) have label 0, (0, 1) and (1, 0) label 1. No line parts them.
    static Examples xor() {
        return Examples.labelled(Tensor.of(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), 0, 1, 1, 0);
    }

    /// y = sin x + noise, x evenly in [0, 2π], ascending. Inputs (count, 1), targets (count, 1).
    ///
    /// @throws IllegalArgumentException if `count` or `noise` is negative
    static Examples sine(int count, double noise, long seed) {
        check("sine", count, noise);
        var random = SeededRandom.of(seed);
        var x = new float[count];
        var y = new float[count];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * fraction(i, count);
            x[i] = (float) angle;
            y[i] = (float) (StrictMath.sin(angle) + noise * random.nextGaussian());
        }
        return new Examples(Tensor.of(Shape.of(count, 1), x), Tensor.of(Shape.of(count, 1), y));
    }

    /// Where the i-th of `count` evenly spaced numbers lies in [0, 1].
    private static double fraction(int i, int count) {
        return count < 2 ? 0 : (double) i / (count - 1);
    }

    private static void check(String where, int count, double noise) {
        if (count < 0) {
            throw new IllegalArgumentException(where + ": expected count 0 or more, found " + count);
        }
        if (!(noise >= 0)) {
            throw new IllegalArgumentException(where + ": expected noise 0 or more, found " + noise);
        }
    }

    /// Labelled points in the plane, each moved by noise.
    private static final class Points {

        private final float[] coordinates;
        private final int[] labels;
        private final double noise;
        private final SeededRandom random;

        Points(String where, int count, double noise, long seed) {
            check(where, count, noise);
            this.coordinates = new float[2 * count];
            this.labels = new int[count];
            this.noise = noise;
            this.random = SeededRandom.of(seed);
        }

        void put(int i, int label, double x, double y) {
            coordinates[2 * i] = (float) (x + noise * random.nextGaussian());
            coordinates[2 * i + 1] = (float) (y + noise * random.nextGaussian());
            labels[i] = label;
        }

        Examples examples() {
            return Examples.labelled(Tensor.of(Shape.of(labels.length, 2), coordinates), labels);
        }
    }
}
