package lectern.nn.recurrent;

import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Activation;
import lectern.nn.layer.Identity;
import lectern.nn.layer.LeakyRelu;
import lectern.nn.layer.Relu;
import lectern.nn.layer.Sigmoid;
import lectern.nn.layer.Tanh;
import lectern.nn.ops.SpectralNorm;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A recurrent network that feeds its hidden state back, **h(t) = f(Wₓ x(t) + Wₕ h(t − 1) + b)**.
///
/// Shapes: x (time, batch, in), Wₓ (hidden, in), Wₕ (hidden, hidden), b (1, hidden), h (time, batch, hidden).
/// Its state is h.
///
/// Source: J. Elman, *Finding Structure in Time* (1990).
///
/// @param inputWeight Wₓ, (hidden, in)
/// @param hiddenWeight Wₕ, (hidden, hidden)
/// @param bias b, (1, hidden)
/// @param nonlinearity f
public record Rnn(Var inputWeight, Var hiddenWeight, Var bias, Activation nonlinearity) implements Cell {

    /// @throws ShapeException if the shapes do not belong together
    public Rnn {
        int hidden = hiddenWeight.shape().size(-1);
        Weights.check("Rnn", "hiddenWeight", hiddenWeight, hidden, hidden);
        Weights.checkRows("Rnn", "inputWeight", inputWeight, hidden);
        Weights.check("Rnn", "bias", bias, 1, hidden);
    }

    /// With f = tanh, weights from U(−r, r) with r = √(6 / (in + out)), Glorot and Bengio (2010), eq. 16, and
    /// biases zero.
    ///
    /// @throws ShapeException if there is not at least one input and one unit
    public static Rnn of(int in, int hidden, RandomGenerator random) {
        return new Rnn(
                Weights.glorot("Rnn", 1, hidden, in, random),
                Weights.glorot("Rnn", 1, hidden, hidden, random),
                Var.of(Tensor.zeros(1, hidden)),
                new Tanh());
    }

    /// The same weights with another f.
    public Rnn nonlinearity(Activation f) {
        return new Rnn(inputWeight, hiddenWeight, bias, f);
    }

    /// The same layer with recurrent weights of its own, scaled so that their largest singular value is
    /// `scale`: with slopes of at most 1, gradients must vanish below 1, and can explode above.
    ///
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, *On the Difficulty of Training Recurrent Neural
    /// Networks* (2013), section 2.1.
    ///
    /// @throws IllegalArgumentException if all recurrent weights are 0
    public Rnn recurrentScale(double scale) {
        double norm = spectralNorm();
        if (norm == 0) {
            throw new IllegalArgumentException("recurrentScale: expected recurrent weights other than 0, found only 0");
        }
        return new Rnn(inputWeight, Var.of(hiddenWeight.value().times(scale / norm)), bias, nonlinearity);
    }

    /// ‖Wₕ‖₂, the largest singular value of the recurrent weights.
    public double spectralNorm() {
        Tensor w = hiddenWeight.borrow();
        return SpectralNorm.of(w.size(0), w.size(1), w.array());
    }

    /// What ‖∂h(t + steps)/∂h(t)‖₂ cannot exceed: **(‖Wₕ‖₂ γ)^steps**, with γ the steepest slope of f.
    ///
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, *On the Difficulty of Training Recurrent Neural
    /// Networks* (2013), eqs. 6 and 7.
    ///
    /// @throws IllegalArgumentException if f is not the identity, tanh, (leaky) ReLU or the logistic function
    public double jacobianBound(int steps) {
        double slope = switch (nonlinearity) {
            case Identity _, Tanh _, Relu _ -> 1;
            case LeakyRelu leaky -> Math.max(1, Math.abs(leaky.slope()));
            case Sigmoid _ -> 0.25;
            default ->
                throw new IllegalArgumentException(
                        "jacobianBound: expected the identity, tanh, (leaky) ReLU or the logistic function," + " found "
                                + nonlinearity);
        };
        return StrictMath.pow(spectralNorm() * slope, steps);
    }

    @Override
    public State zeroState(int batch) {
        return State.of(Weights.zeros(batch, hiddenWeight.shape().size(0)));
    }

    @Override
    public State step(Var z, State before) {
        return State.of(nonlinearity.apply(z.plus(before.hidden().matmulT(hiddenWeight))));
    }

    @Override
    public List<Var> parameters() {
        return List.of(inputWeight, hiddenWeight, bias);
    }

    @Override
    public Rnn with(List<Var> parameters) {
        return new Rnn(parameters.get(0), parameters.get(1), parameters.get(2), nonlinearity);
    }

    @Override
    public String toString() {
        return "rnn " + inputWeight.shape().size(1) + " -> "
                + hiddenWeight.shape().size(0) + " " + nonlinearity;
    }
}
