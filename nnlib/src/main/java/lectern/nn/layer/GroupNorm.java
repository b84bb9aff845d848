package lectern.nn.layer;

import java.util.Arrays;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.NormalizationOps;
import lectern.nn.ops.NormalizationOps.Sizes;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// Group normalisation, **y = γ (x − μ) / √(σ² + ε) + β**, with the mean and the biased variance of each group
/// of neighbouring channels of each example, in training and outside of it; γ and β belong to the channel.
///
/// One group for all channels normalises an example as a whole, one for each channel is instance
/// normalisation.
///
/// Shapes: x (batch, channels, …), y the same; γ and β (channels).
///
/// Source: Y. Wu and K. He, *Group Normalization* (ECCV 2018), eq. (1), (2) and (7).
///
/// @param groups how many, a divisor of the channels
/// @param gamma γ
/// @param beta β
/// @param epsilon ε, keeps the quotient finite
public record GroupNorm(int groups, Var gamma, Var beta, double epsilon) implements Layer {

    /// @throws ShapeException if the shapes do not belong together
    /// @throws IllegalArgumentException if the groups do not divide the channels, or epsilon is below 0
    public GroupNorm {
        Norms.check("GroupNorm", gamma, beta, epsilon);
        if (groups < 1 || gamma.shape().size(0) % groups != 0) {
            throw new IllegalArgumentException(
                    "GroupNorm: expected groups that divide " + gamma.shape().size(0) + " channels, found " + groups);
        }
    }

    /// With γ one, β zero and ε = 10⁻⁵.
    ///
    /// @throws ShapeException if there is no channel
    public static GroupNorm of(int groups, int channels) {
        return new GroupNorm(groups, Norms.gamma("GroupNorm", channels), Norms.beta(channels), 1e-5);
    }

    /// @throws ShapeException if x has other channels
    @Override
    public Var apply(Var x) {
        int channels = gamma.shape().size(0);
        if (x.shape().rank() < 2 || x.shape().size(1) != channels) {
            throw new ShapeException("GroupNorm", "inputs (batch, " + channels + ", …)", x.shape());
        }
        // γ x + β is a normalisation by a mean of 0 and a variance of 1.
        Tensor zeros = Arena.zeros(gamma.shape());
        Tensor ones = Arena.tensor(gamma.shape());
        Arrays.fill(ones.array(), 1);
        return Norms.byGiven(normalized(x), gamma, beta, 0, zeros, ones);
    }

    /// (x − μ) / √(σ² + ε): a layer normalisation of rows of one group each, without scale and shift.
    private Var normalized(Var x) {
        Sizes sizes = Norms.sizes(x.shape());
        int columns = sizes.channels() / groups * sizes.plane();
        Shape rows = Shape.of(sizes.batch() * groups);
        Tensor ones = Arena.tensor(columns);
        Arrays.fill(ones.array(), 1);
        Tensor zeros = Arena.zeros(Shape.of(columns));
        Tensor mean = Arena.tensor(rows);
        Tensor variance = Arena.tensor(rows);
        Tensor y = Arena.tensor(x.shape());
        NormalizationOps ops = Ops.best().normalization();
        float e = (float) epsilon;
        ops.layer(
                columns, x.borrow().array(), ones.array(), zeros.array(), e, mean.array(), variance.array(), y.array());
        return Var.operation(
                "groupNorm",
                y,
                dy -> {
                    Tensor dx = Arena.tensor(x.shape());
                    Tensor unused = Arena.tensor(columns);
                    ops.layerPullback(
                            columns,
                            x.borrow().array(),
                            ones.array(),
                            e,
                            mean.array(),
                            variance.array(),
                            dy.array(),
                            dx.array(),
                            unused.array(),
                            unused.array());
                    x.addGradient(dx);
                },
                x);
    }

    @Override
    public List<Var> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public String toString() {
        return "group norm " + groups + " × " + gamma.shape().size(0) / groups;
    }
}
