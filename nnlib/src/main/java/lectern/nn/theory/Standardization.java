package lectern.nn.theory;

import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Each feature shifted and scaled to mean 0 and deviation 1, **(x − mean) / deviation**.
///
/// A feature that is the same in all examples becomes 0.
///
/// @param mean (features)
/// @param deviation (features), with the divisor N: that of the examples themselves
public record Standardization(Tensor mean, Tensor deviation) {

    /// @throws ShapeException if the two are not of one shape (features)
    public Standardization {
        if (mean.shape().rank() != 1) {
            throw new ShapeException("Standardization", "means (features)", mean.shape());
        }
        if (!deviation.shape().equals(mean.shape())) {
            throw new ShapeException("Standardization", "deviations " + mean.shape(), deviation.shape());
        }
    }

    /// That of some examples.
    ///
    /// @param x (count, features)
    /// @throws ShapeException if it has another shape, or there is no example
    public static Standardization of(Tensor x) {
        if (x.shape().rank() != 2 || x.size(0) == 0) {
            throw new ShapeException("standardization", "examples (count, features)", x.shape());
        }
        int count = x.size(0);
        int features = x.size(1);
        Tensor means = Tensor.zeros(features);
        Tensor deviations = Tensor.zeros(features);
        for (int i = 0; i < features; i++) {
            double sum = 0;
            for (int n = 0; n < count; n++) {
                sum += x.array()[n * features + i];
            }
            double mean = sum / count;
            double squares = 0;
            for (int n = 0; n < count; n++) {
                double difference = x.array()[n * features + i] - mean;
                squares += difference * difference;
            }
            means.array()[i] = (float) mean;
            deviations.array()[i] = (float) Math.sqrt(squares / count);
        }
        return new Standardization(means, deviations);
    }

    /// The standardised examples, of the same or of other data.
    ///
    /// @param x (count, features)
    /// @throws ShapeException if it has another shape
    public Tensor apply(Tensor x) {
        int features = mean.count();
        if (x.shape().rank() != 2 || x.size(1) != features) {
            throw new ShapeException("standardization", "examples (count, " + features + ")", x.shape());
        }
        Tensor standardised = Tensor.zeros(Shape.of(x.size(0), features));
        for (int i = 0; i < x.count(); i++) {
            double deviation = deviation().array()[i % features];
            double difference = (double) x.array()[i] - mean.array()[i % features];
            standardised.array()[i] = (float) (deviation == 0 ? 0 : difference / deviation);
        }
        return standardised;
    }
}
