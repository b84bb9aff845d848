package lectern.nn.layer;

import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.NormalizationOps;
import lectern.nn.ops.NormalizationOps.Sizes;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Batch normalisation, **y = γ (x − μ) / √(σ² + ε) + β** for each channel, or for each feature where there are
/// no images.
///
/// In [training][Phase] μ and σ² are the mean and the biased variance over the batch, and the running
/// statistics follow them: r ← (1 − m) r + m s, with the unbiased variance. Outside of training they are the
/// running statistics.
///
/// Shapes: x (batch, features) or (batch, channels, …), y the same; γ, β and the statistics (channels).
///
/// Source: S. Ioffe and C. Szegedy, *Batch Normalization: Accelerating Deep Network Training by Reducing
/// Internal Covariate Shift* (ICML 2015), algorithms 1 and 2; the running statistics are those of their section
/// 3.1 as moving averages.
///
/// @param gamma γ
/// @param beta β
/// @param runningMean what takes the place of μ outside of training, changed by training
/// @param runningVariance what takes the place of σ² outside of training, changed by training
/// @param momentum m, the part of a batch in the running statistics, above 0 and at most 1
/// @param epsilon ε, keeps the quotient finite
public record BatchNorm(
        Var gamma, Var beta, Tensor runningMean, Tensor runningVariance, double momentum, double epsilon)
        implements Layer {

    /// @throws ShapeException if the shapes do not belong together
    /// @throws IllegalArgumentException if momentum or epsilon is out of its range
    public BatchNorm {
        Norms.check("BatchNorm", gamma, beta, epsilon);
        for (Tensor statistic : List.of(runningMean, runningVariance)) {
            if (!statistic.shape().equals(gamma.shape())) {
                throw new ShapeException("BatchNorm", "running statistics " + gamma.shape(), statistic.shape());
            }
        }
        if (!(momentum > 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    "BatchNorm: expected a momentum above 0 and at most 1, found " + momentum);
        }
    }

    /// With γ one, β zero, running statistics 0 and 1, m = 0.1 and ε = 10⁻⁵.
    ///
    /// @throws ShapeException if there is no channel
    public static BatchNorm of(int channels) {
        return new BatchNorm(
                Norms.gamma("BatchNorm", channels),
                Norms.beta(channels),
                Tensor.zeros(channels),
                Tensor.filled(Shape.of(channels), 1),
                0.1,
                1e-5);
    }

    /// @throws ShapeException if x has other channels, or if a batch in training holds but one number for each
    @Override
    public Var apply(Var x) {
        int channels = gamma.shape().size(0);
        if (x.shape().rank() < 2 || x.shape().size(1) != channels) {
            throw new ShapeException("BatchNorm", "inputs (batch, " + channels + ", …)", x.shape());
        }
        Sizes sizes = Norms.sizes(x.shape());
        return Phase.isTraining()
                ? byBatch(sizes, x)
                : Norms.byGiven(x, gamma, beta, (float) epsilon, runningMean, runningVariance);
    }

    private Var byBatch(Sizes sizes, Var x) {
        if (sizes.batch() * sizes.plane() < 2) {
            throw new ShapeException(
                    "BatchNorm", "two or more numbers of each channel in a batch of training", x.shape());
        }
        NormalizationOps ops = Ops.best().normalization();
        float e = (float) epsilon;
        Tensor y = Arena.tensor(x.shape());
        Tensor mean = Arena.tensor(gamma.shape());
        Tensor variance = Arena.tensor(gamma.shape());
        ops.batch(
                sizes,
                x.borrow().array(),
                gamma.borrow().array(),
                beta.borrow().array(),
                e,
                mean.array(),
                variance.array(),
                y.array());
        follow(mean.array(), runningMean.array(), 1);
        float count = sizes.batch() * sizes.plane();
        follow(variance.array(), runningVariance.array(), count / (count - 1));
        return Norms.operation(
                "batchNorm",
                y,
                x,
                gamma,
                beta,
                (dy, dx, dGamma, dBeta) -> ops.batchPullback(
                        sizes,
                        x.borrow().array(),
                        gamma.borrow().array(),
                        e,
                        mean.array(),
                        variance.array(),
                        dy,
                        dx,
                        dGamma,
                        dBeta));
    }

    /// r ← (1 − m) r + m c s.
    private void follow(float[] statistic, float[] running, float c) {
        float m = (float) momentum;
        for (int i = 0; i < running.length; i++) {
            running[i] = (1 - m) * running[i] + m * (c * statistic[i]);
        }
    }

    @Override
    public List<Var> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public List<Tensor> statistics() {
        return List.of(runningMean, runningVariance);
    }

    @Override
    public String toString() {
        return "batch norm " + gamma.shape().size(0);
    }
}
