package lectern.nn.loss;

import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;

/// The Kullback-Leibler divergence of N(μ, σ²) from N(0, 1), **−½ Σ (1 + ln σ² − μ² − σ²)** for each example,
/// its mean over the batch: what a variational autoencoder pays for its code.
///
/// Shapes: μ and ln σ² the same, (batch, code).
///
/// Source: D. P. Kingma and M. Welling, *Auto-Encoding Variational Bayes* (2014), eq. (10) and appendix B.
public record GaussianKl() {

    /// The divergence, a single number of 0 or more, in nats.
    ///
    /// @param mean μ
    /// @param logVariance ln σ²
    /// @throws ShapeException if the shapes differ
    public Var apply(Var mean, Var logVariance) {
        if (!logVariance.shape().equals(mean.shape())) {
            throw new ShapeException("gaussianKl", "log variances " + mean.shape(), logVariance.shape());
        }
        Var terms = mean.square().plus(logVariance.exp()).minus(logVariance).plus(-1);
        return Reduction.BATCH_MEAN.apply(terms).times(0.5);
    }
}
