package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A gated recurrent unit, **h = (1 − u) ⊙ n + u ⊙ h₋₁** with the reset gate r, the update gate u,
/// **r, u = σ(W x + U h₋₁ + b)**, and the candidate n, where the reset comes
///
/// - after the recurrent product: **n = tanh(Wₙ x + bₙ + r ⊙ (Uₙ h₋₁ + d))**,
/// - before it: **n = tanh(Wₙ x + bₙ + Uₙ (r ⊙ h₋₁))**.
///
/// Shapes: x (time, batch, in), all W together (3 hidden, in), U (2 hidden, hidden), Uₙ (hidden, hidden), b
/// (1, 3 hidden), d (1, hidden), h (time, batch, hidden). Its state is h.
///
/// Source: K. Cho et al., *Learning Phrase Representations using RNN Encoder-Decoder* (2014), eqs. 5 to 8,
/// resets before; after it is the form that CUDA's library made common.
///
/// @param inputWeight W, (3 hidden, in), rows in the order r, u, n
/// @param gateWeight U, (2 hidden, hidden), rows in the order r, u
/// @param candidateWeight Uₙ, (hidden, hidden)
/// @param bias b, (1, 3 hidden), in the order r, u, n
/// @param candidateBias d, (1, hidden), where the reset comes after; (1, 0) where it comes before
/// @param reset where the reset gate acts
public record Gru(Var inputWeight, Var gateWeight, Var candidateWeight, Var bias, Var candidateBias, Reset reset)
        implements Cell {

    /// Where the reset gate acts.
    public enum Reset {
        /// On the result of the recurrent product.
        AFTER_PRODUCT,
        /// On the state that goes into the recurrent product.
        BEFORE_PRODUCT
    }

    /// @throws ShapeException if the shapes do not belong together
    public Gru {
        int hidden = candidateWeight.shape().size(-1);
        Weights.check("Gru", "candidateWeight", candidateWeight, hidden, hidden);
        Weights.check("Gru", "gateWeight", gateWeight, 2 * hidden, hidden);
        Weights.checkRows("Gru", "inputWeight", inputWeight, 3 * hidden);
        Weights.check("Gru", "bias", bias, 1, 3 * hidden);
        Weights.check("Gru", "candidateBias", candidateBias, 1, reset == Reset.AFTER_PRODUCT ? hidden : 0);
    }

    /// With the reset after the product, weights from U(−r, r) with r = √(6 / (in + hidden)), Glorot and
    /// Bengio (2010), eq. 16, and biases zero.
    ///
    /// @throws ShapeException if there is not at least one input and one unit
    public static Gru of(int in, int hidden, RandomGenerator random) {
        return new Gru(
                Weights.glorot("Gru", 3, hidden, in, random),
                Weights.glorot("Gru", 2, hidden, hidden, random),
                Weights.glorot("Gru", 1, hidden, hidden, random),
                Var.of(Tensor.zeros(1, 3 * hidden)),
                Var.of(Tensor.zeros(1, hidden)),
                Reset.AFTER_PRODUCT);
    }

    /// The same weights with the reset gate elsewhere; d is zero, or nothing where there is none.
    public Gru reset(Reset where) {
        int inside = where == Reset.AFTER_PRODUCT ? candidateWeight.shape().size(0) : 0;
        return new Gru(inputWeight, gateWeight, candidateWeight, bias, Var.of(Tensor.zeros(1, inside)), where);
    }

    @Override
    public State zeroState(int batch) {
        return State.of(Weights.zeros(batch, candidateWeight.shape().size(0)));
    }

    @Override
    public State step(Var z, State before) {
        Var h = before.hidden();
        List<Var> inputs = Columns.of(z, 3);
        List<Var> recurrent = Columns.of(h.matmulT(gateWeight), 2);
        Var r = Weights.sigmoid(inputs.get(0).plus(recurrent.get(0)));
        Var u = Weights.sigmoid(inputs.get(1).plus(recurrent.get(1)));
        Var remembered = switch (reset) {
            case AFTER_PRODUCT -> r.times(h.matmulT(candidateWeight).plusRow(candidateBias));
            case BEFORE_PRODUCT -> r.times(h).matmulT(candidateWeight);
        };
        Var n = Weights.tanh(inputs.get(2).plus(remembered));
        return State.of(n.plus(u.times(h.minus(n))));
    }

    @Override
    public List<Var> parameters() {
        List<Var> parameters = new ArrayList<>(List.of(inputWeight, gateWeight, candidateWeight, bias));
        if (reset == Reset.AFTER_PRODUCT) {
            parameters.add(candidateBias);
        }
        return List.copyOf(parameters);
    }

    @Override
    public Gru with(List<Var> parameters) {
        return new Gru(
                parameters.get(0),
                parameters.get(1),
                parameters.get(2),
                parameters.get(3),
                reset == Reset.AFTER_PRODUCT ? parameters.get(4) : candidateBias,
                reset);
    }

    @Override
    public String toString() {
        return "gru " + inputWeight.shape().size(1) + " -> "
                + candidateWeight.shape().size(0) + (reset == Reset.BEFORE_PRODUCT ? " reset before product" : "");
    }
}
