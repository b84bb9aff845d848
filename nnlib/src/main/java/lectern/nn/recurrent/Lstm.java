package lectern.nn.recurrent;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A long short-term memory. At each time step, with the four gates' preactivations stacked as z = (zᵢ, zf,
/// zg, zₒ): **z = Wₓ x + b + Wₕ h₋₁, c = σ(zf) c₋₁ + σ(zᵢ) tanh zg, h = σ(zₒ) tanh c**.
///
/// Shapes: x (time, batch, in), Wₓ (4 hidden, in), Wₕ (4 hidden, hidden), b (1, 4 hidden), h (time, batch,
/// hidden). Its state is h and c.
///
/// Source: F. A. Gers, J. Schmidhuber and F. Cummins, *Learning to Forget: Continual Prediction with LSTM*
/// (2000), in the form without peepholes of K. Greff et al., *LSTM: A Search Space Odyssey* (2017), section
/// II.
///
/// @param inputWeight Wₓ, (4 hidden, in), rows in the order i, f, g, o
/// @param hiddenWeight Wₕ, (4 hidden, hidden), rows in the same order
/// @param bias b, (1, 4 hidden)
public record Lstm(Var inputWeight, Var hiddenWeight, Var bias) implements Cell {

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
    /// 16; biases zero, but 1 for the forget gate, so that a new memory keeps what it holds: R. Jozefowicz et
    /// al., *An Empirical Exploration of Recurrent Network Architectures* (2015), section 2.2.
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

    /// The outputs h of all time steps, beginning with h = c = 0, in one operation: faster than [#unroll].
    ///
    /// @throws ShapeException if x is not (time, batch, in)
    @Override
    public Var apply(Var x) {
        checkInputs(x);
        LstmSteps steps = new LstmSteps(this, x, null, null);
        return Var.operation("lstm", steps.outputs(false), steps::pullback, x, inputWeight, hiddenWeight, bias);
    }

    /// As [#apply], in one operation, from any state on.
    @Override
    public Reading read(Var x, State initial) {
        checkInputs(x);
        Recurrent.checkState(this, initial, zeroState(x.shape().size(1)));
        Var h = initial.hidden();
        Var c = initial.cellState();
        LstmSteps steps = new LstmSteps(this, x, h, c);
        int time = x.shape().size(0);
        Var all = Var.operation("lstm", steps.outputs(true), steps::pullback, x, inputWeight, hiddenWeight, bias, h, c);
        List<Var> parts = TimeSteps.cut(all, time);
        Var outputs = parts.getFirst();
        Var last = outputs.slice(time - 1, time);
        int[] state = h.shape().toArray();
        return new Reading(
                outputs, State.of(last.reshape(state), parts.getLast().reshape(state)));
    }

    private void checkInputs(Var x) {
        int in = inputWeight.shape().size(1);
        if (x.shape().rank() != 3 || x.shape().size(2) != in || x.shape().size(0) == 0) {
            throw new ShapeException("Lstm", "inputs (time, batch, " + in + ")", x.shape());
        }
    }

    @Override
    public State zeroState(int batch) {
        Var zeros = Weights.zeros(batch, hiddenWeight.shape().size(1));
        return State.of(zeros, zeros);
    }

    @Override
    public State step(Var z, State before) {
        List<Var> gates = Columns.of(z.plus(before.hidden().matmulT(hiddenWeight)), 4);
        Var i = Weights.sigmoid(gates.get(0));
        Var f = Weights.sigmoid(gates.get(1));
        Var g = Weights.tanh(gates.get(2));
        Var o = Weights.sigmoid(gates.get(3));
        Var c = f.times(before.cellState()).plus(i.times(g));
        return State.of(o.times(Weights.tanh(c)), c);
    }

    @Override
    public List<Var> parameters() {
        return List.of(inputWeight, hiddenWeight, bias);
    }

    @Override
    public Lstm with(List<Var> parameters) {
        return new Lstm(parameters.get(0), parameters.get(1), parameters.get(2));
    }

    @Override
    public String toString() {
        return "lstm " + inputWeight.shape().size(1) + " -> "
                + hiddenWeight.shape().size(1);
    }
}
