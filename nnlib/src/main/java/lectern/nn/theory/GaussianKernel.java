package lectern.nn.theory;

import java.util.random.RandomGenerator;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The Gaussian kernel, **k(x, y) = e^(−‖x − y‖² / 2σ²)**.
///
/// Its features are infinitely many; [#features] draws some that stand for them.
///
/// @param width σ
public record GaussianKernel(double width) implements KernelFunction {

    /// @throws IllegalArgumentException if the width is not above 0
    public GaussianKernel {
        if (!(width > 0)) {
            throw new IllegalArgumentException("gaussianKernel: expected a width above 0, found " + width);
        }
    }

    @Override
    public double value(double product, double squaredX, double squaredY) {
        double squaredDistance = Math.max(0, squaredX - 2 * product + squaredY);
        return StrictMath.exp(-squaredDistance / (2 * width * width));
    }

    /// Random Fourier features, **φ(x) = √(2 / D) cos(Ω x + β)** with the D rows of Ω from N(0, I / σ²) and β
    /// from U(0, 2π): φ(x)·φ(y) is k(x, y) on the average, with a deviation of about 1 / √D.
    ///
    /// Source: A. Rahimi and B. Recht, *Random Features for Large-Scale Kernel Machines* (2007), algorithm 1.
    ///
    /// @param frequencies Ω, (features, inputs)
    /// @param phases β, (features)
    public record Fourier(Tensor frequencies, Tensor phases) {

        /// @throws ShapeException if the shapes do not belong together
        public Fourier {
            if (frequencies.shape().rank() != 2) {
                throw new ShapeException("Fourier", "frequencies (features, inputs)", frequencies.shape());
            }
            if (!phases.shape().equals(Shape.of(frequencies.size(0)))) {
                throw new ShapeException("Fourier", "phases (" + frequencies.size(0) + ")", phases.shape());
            }
        }

        /// φ of each row, (count, features).
        ///
        /// @param x (count, inputs)
        /// @throws ShapeException if it has another shape
        public Tensor features(Tensor x) {
            Tensor angles = x.matmulT(frequencies);
            int count = phases.count();
            double scale = Math.sqrt(2.0 / count);
            for (int i = 0; i < angles.count(); i++) {
                double angle = (double) angles.array()[i] + phases.array()[i % count];
                angles.array()[i] = (float) (scale * StrictMath.cos(angle));
            }
            return angles;
        }
    }

    /// Draws random features.
    ///
    /// @param inputs how many numbers an example has
    /// @param features D
    /// @throws IllegalArgumentException if a number is below 1
    public Fourier features(int inputs, int features, RandomGenerator random) {
        if (inputs < 1 || features < 1) {
            throw new IllegalArgumentException("gaussianKernel: expected at least one input and one feature, found "
                    + inputs + " and " + features);
        }
        Tensor frequencies = Tensor.normal(Shape.of(features, inputs), 1 / width, random);
        Tensor phases = Tensor.zeros(features);
        for (int f = 0; f < features; f++) {
            phases.array()[f] = (float) (2 * Math.PI * random.nextDouble());
        }
        return new Fourier(frequencies, phases);
    }
}
