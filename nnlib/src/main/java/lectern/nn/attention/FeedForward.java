package lectern.nn.attention;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Layer;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sequential;
import lectern.nn.tensor.ShapeException;

/// The same two fully connected layers at each time step, **y = W₂ f(W₁ x + b₁) + b₂**.
///
/// Shapes: x, y (batch, time, model).
///
/// Source: A. Vaswani et al., *Attention Is All You Need* (2017), eq. (2).
///
/// @param inner W₁ and b₁, model → units
/// @param activation f, number by number
/// @param outer W₂ and b₂, units → model
public record FeedForward(Dense inner, Layer activation, Dense outer) implements Layer {

    /// @throws ShapeException if the maps do not belong together
    public FeedForward {
        int units = inner.weight().shape().size(0);
        int model = inner.weight().shape().size(1);
        if (outer.weight().shape().size(0) != model || outer.weight().shape().size(1) != units) {
            throw new ShapeException(
                    "FeedForward",
                    "an outer weight (" + model + ", " + units + ")",
                    outer.weight().shape());
        }
    }

    /// With ReLU; starting weights as those of [Dense#of].
    ///
    /// @throws ShapeException if there is not at least one unit
    public static FeedForward of(int model, int units, RandomGenerator random) {
        return new FeedForward(Dense.of(model, units, random), new Relu(), Dense.of(units, model, random));
    }

    /// The same with another nonlinearity.
    public FeedForward activation(Layer f) {
        return new FeedForward(inner, f, outer);
    }

    /// @throws ShapeException if x is not (batch, time, model)
    @Override
    public Var apply(Var x) {
        int model = inner.weight().shape().size(1);
        if (x.shape().rank() != 3 || x.shape().size(2) != model) {
            throw new ShapeException("FeedForward", "inputs (batch, time, " + model + ")", x.shape());
        }
        int batch = x.shape().size(0);
        int time = x.shape().size(1);
        Layer steps = new Sequential(List.of(inner, activation, outer));
        return steps.apply(x.reshape(batch * time, model)).reshape(batch, time, model);
    }

    @Override
    public List<Var> parameters() {
        return Stream.of(inner, activation, outer)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public String toString() {
        return "feed forward " + inner.weight().shape().size(1) + " -> "
                + inner.weight().shape().size(0) + ", " + activation;
    }
}
