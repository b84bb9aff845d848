package lectern.nn.theory;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// What the mean squared error is made of when a model is fitted to many sets of data: **(bias)² + variance**.
///
/// With ȳ(x) the mean prediction over the sets, (bias)² is the mean over x of (ȳ(x) − truth(x))², the variance
/// the mean over x and sets of (y(x) − ȳ(x))². The truth is without noise; that would add its own variance.
///
/// Source: C. Bishop, *Pattern Recognition and Machine Learning* (2006), eq. (3.45) to (3.47).
///
/// @param biasSquared (bias)²
/// @param variance divided by the number of sets
/// @param meanSquaredError the mean over x and sets of (y(x) − truth(x))², the sum of the two
public record BiasVariance(double biasSquared, double variance, double meanSquaredError) {

    /// Of given predictions.
    ///
    /// @param predictions (sets, points)
    /// @param truth (points)
    /// @throws ShapeException if they have other shapes, or there is none
    public static BiasVariance of(Tensor predictions, Tensor truth) {
        if (predictions.shape().rank() != 2 || predictions.count() == 0) {
            throw new ShapeException("biasVariance", "predictions (sets, points)", predictions.shape());
        }
        int sets = predictions.size(0);
        int points = predictions.size(1);
        if (!truth.shape().equals(Shape.of(points))) {
            throw new ShapeException("biasVariance", "truth (" + points + ")", truth.shape());
        }
        double bias = 0;
        double variance = 0;
        double error = 0;
        for (int i = 0; i < points; i++) {
            double t = truth.array()[i];
            double mean = 0;
            for (int s = 0; s < sets; s++) {
                mean += (double) predictions.array()[s * points + i] / sets;
            }
            bias += square(mean - t);
            for (int s = 0; s < sets; s++) {
                double y = predictions.array()[s * points + i];
                variance += square(y - mean);
                error += square(y - t);
            }
        }
        return new BiasVariance(bias / points, variance / points / sets, error / points / sets);
    }

    /// Of a model that is fitted anew to each of many sets of data.
    ///
    /// @param sets how many
    /// @param truth (points)
    /// @param predictions draws a set, fits the model to it, and gives its predictions, (points)
    /// @throws IllegalArgumentException if there is not at least one set, or the predictions have another
    /// shape
    public static BiasVariance resampled(
            int sets, Tensor truth, Function<RandomGenerator, Tensor> predictions, RandomGenerator random) {
        if (sets < 1) {
            throw new IllegalArgumentException("biasVariance: expected at least one set, found " + sets);
        }
        Tensor all = Tensor.zeros(sets, truth.count());
        for (int s = 0; s < sets; s++) {
            Tensor predicted = predictions.apply(random);
            if (!predicted.shape().equals(truth.shape())) {
                throw new ShapeException("biasVariance", "predictions " + truth.shape(), predicted.shape());
            }
            System.arraycopy(predicted.array(), 0, all.array(), s * truth.count(), truth.count());
        }
        return of(all, truth);
    }

    private static double square(double x) {
        return x * x;
    }
}
