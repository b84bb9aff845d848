package lectern.nn.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A long short-term memory. At each time step, with the four gates' preactivations stacked as z = (zᵢ, zf,
/// zg, zₒ):
/// **z = Wₓ x + b + Wₕ h₋₁, c = σ(zf) c₋₁ + σ(zᵢ) tanh zg, h = σ(zₒ) tanh c**.
///
/// Shapes: x (time, batch, in), Wₓ (4 hidden, in), Wₕ (4 hidden, hidden), b (1, 4 hidden), h (time, batch,
/// hidden).
///
/// Source: F. A. Gers, J. Schmidhuber and F. Cummins, *Learning to Forget: Continual Prediction with LSTM*
/// (2000), in the
/// form without peepholes of K. Greff et al., *LSTM: A Search Space Odyssey* (2017), section II.
///
/// @param inputWeight Wₓ, (4 hidden, in), rows in the order i, f, g, o
/// @param hiddenWeight Wₕ, (4 hidden, hidden), rows in the same order
/// @param bias b, (1, 4 hidden)
public record Lstm(Var inputWeight, Var hiddenWeight, Var bias) implements Layer {

    /// @throws ShapeException if the shapes do not belong together
    public Lstm {
        Shape recurrent = hiddenWeight.shape();
        if (recurrent.rank() != 2 || recurrent.size(0) != 4 * recurrent.size(1)) {
            throw new ShapeException("Lstm", "hiddenWeight (4 hidden, hidden)", recurrent);
        }
        if (inputWeight.shape().rank() != 2 || inputWeight.shape().size(0) != recurrent.size(0)) {
            throw new ShapeException("Lstm", "inputWeight (" + recurrent.size(0) + ", in)", inputWeight.shape());
        }
        if (!bias.shape().equals(Shape.of(1, recurrent.size(0)))) {
            throw new ShapeException("Lstm", "bias (1, " + recurrent.size(0) + ")", bias.shape());
        }
    }

    /// Weights from U(−r, r) with r = √(6 / (in + hidden)) and √(6 / 2 hidden), Glorot and Bengio (2010), eq.
    /// 16; biases
    /// zero, but 1 for the forget gate, so that a new memory keeps what it holds: R. Jozefowicz et al., *An
    /// Empirical
    /// Exploration of Recurrent Network Architectures* (2015), section 2.2.
    ///
    /// @throws ShapeException if there is not at least one input and one unit
    public static Lstm of(int in, int hidden, RandomGenerator random) {
        if (in < 1 || hidden < 1) {
            throw new ShapeException("Lstm", "at least one input and one unit", in + " and " + hidden);
        }
        Tensor bias = Tensor.zeros(1, 4 * hidden);
        Arrays.fill(bias.array(), hidden, 2 * hidden, 1);
        return new Lstm(
                Var.of(Tensor.uniform(Shape.of(4 * hidden, in), Math.sqrt(6.0 / (in + hidden)), random)),
                Var.of(Tensor.uniform(Shape.of(4 * hidden, hidden), Math.sqrt(3.0 / hidden), random)),
                Var.of(bias));
    }

    /// The outputs h of all time steps, beginning with h = c = 0.
    ///
    /// @throws ShapeException if x is not (time, batch, in)
    @Override
    public Var apply(Var x) {
        LstmSteps steps = forward(x, null, null);
        return Var.operation(steps.outputs(false), steps::pullback, x, inputWeight, hiddenWeight, bias);
    }

    /// The outputs and the last cell state, beginning with a given state.
    ///
    /// @param hidden h before the first time step, (batch, hidden)
    /// @param cellState c before the first time step, (batch, hidden)
    /// @throws ShapeException if a shape does not fit
    public States unroll(Var x, Var hidden, Var cellState) {
        LstmSteps steps = forward(x, hidden, cellState);
        int time = x.shape().size(0);
        Var all = Var.operation(
                steps.outputs(true), steps::pullback, x, inputWeight, hiddenWeight, bias, hidden, cellState);
        Var last = all.slice(time, time + 1);
        return new States(
                all.slice(0, time),
                last.reshape(last.shape().size(1), last.shape().size(2)));
    }

    /// What comes out of a sequence.
    ///
    /// @param hidden h at all time steps, (time, batch, hidden)
    /// @param cellState c after the last, (batch, hidden)
    public record States(Var hidden, Var cellState) {}

    private LstmSteps forward(Var x, @Nullable Var hidden, @Nullable Var cellState) {
        int in = inputWeight.shape().size(1);
        if (x.shape().rank() != 3 || x.shape().size(2) != in) {
            throw new ShapeException("Lstm", "inputs (time, batch, " + in + ")", x.shape());
        }
        Shape state = Shape.of(x.shape().size(1), hiddenWeight.shape().size(1));
        if (hidden != null && !hidden.shape().equals(state)) {
            throw new ShapeException("Lstm", "hidden " + state, hidden.shape());
        }
        if (cellState != null && !cellState.shape().equals(state)) {
            throw new ShapeException("Lstm", "cellState " + state, cellState.shape());
        }
        return new LstmSteps(this, x, hidden, cellState);
    }

    @Override
    public List<Var> parameters() {
        return List.of(inputWeight, hiddenWeight, bias);
    }

    @Override
    public String toString() {
        return "lstm " + inputWeight.shape().size(1) + " -> "
                + hiddenWeight.shape().size(1);
    }
}
