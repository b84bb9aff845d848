package lectern.nn.recurrent;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activation;
import lectern.nn.layer.Dense;
import lectern.nn.layer.Tanh;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A recurrent network that feeds its output back, **y(t) = V h(t) + c, h(t) = f(Wₓ x(t) + U y(t − 1) + b)**.
///
/// Shapes: x (time, batch, in), Wₓ (hidden, in), U (hidden, out), b (1, hidden), V (out, hidden), c (1, out),
/// y (time, batch, out). Its state is y.
///
/// Source: M. Jordan, *Serial Order: a Parallel Distributed Processing Approach* (1986), without the decaying
/// memory of its state units.
///
/// @param inputWeight Wₓ, (hidden, in)
/// @param feedbackWeight U, (hidden, out)
/// @param bias b, (1, hidden)
/// @param readOut V and c
/// @param nonlinearity f
public record Jordan(Var inputWeight, Var feedbackWeight, Var bias, Dense readOut, Activation nonlinearity)
        implements Cell {

    /// @throws ShapeException if the shapes do not belong together
    public Jordan {
        int out = readOut.weight().shape().size(0);
        int hidden = readOut.weight().shape().size(1);
        Weights.check("Jordan", "feedbackWeight", feedbackWeight, hidden, out);
        Weights.checkRows("Jordan", "inputWeight", inputWeight, hidden);
        Weights.check("Jordan", "bias", bias, 1, hidden);
    }

    /// With f = tanh, weights from U(−r, r) with r = √(6 / (in + out)), Glorot and Bengio (2010), eq. 16, and
    /// biases zero.
    ///
    /// @throws ShapeException if there is not at least one input, one unit and one output
    public static Jordan of(int in, int hidden, int out, RandomGenerator random) {
        return new Jordan(
                Weights.glorot("Jordan", 1, hidden, in, random),
                Weights.glorot("Jordan", 1, hidden, out, random),
                Var.of(Tensor.zeros(1, hidden)),
                Dense.of(hidden, out, random),
                new Tanh());
    }

    /// The same weights with another f.
    public Jordan nonlinearity(Activation f) {
        return new Jordan(inputWeight, feedbackWeight, bias, readOut, f);
    }

    @Override
    public State zeroState(int batch) {
        return State.of(Weights.zeros(batch, feedbackWeight.shape().size(1)));
    }

    @Override
    public State step(Var z, State before) {
        Var h = nonlinearity.apply(z.plus(before.hidden().matmulT(feedbackWeight)));
        return State.of(readOut.apply(h));
    }

    @Override
    public List<Var> parameters() {
        return List.of(inputWeight, feedbackWeight, bias, readOut.weight(), readOut.bias());
    }

    @Override
    public Jordan with(List<Var> parameters) {
        return new Jordan(
                parameters.get(0),
                parameters.get(1),
                parameters.get(2),
                new Dense(parameters.get(3), parameters.get(4)),
                nonlinearity);
    }

    @Override
    public String toString() {
        return "jordan " + inputWeight.shape().size(1) + " -> "
                + feedbackWeight.shape().size(0) + " -> "
                + feedbackWeight.shape().size(1) + " "
                + nonlinearity;
    }
}
