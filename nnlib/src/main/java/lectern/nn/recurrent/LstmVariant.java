package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// An LSTM of any [LstmForm]. With everything that a form can have, at each time step
///
/// - **z = tanh(Wz x + Rz y₋₁ + bz)**, what may be written,
/// - **i, f = σ(W x + R y₋₁ + p ⊙ c₋₁ + b + G (i₋₁, f₋₁, o₋₁))**, the input and forget gates,
/// - **c = i ⊙ z + f ⊙ c₋₁**, the memory,
/// - **o = σ(Wₒ x + Rₒ y₋₁ + pₒ ⊙ c + bₒ + Gₒ (i₋₁, f₋₁, o₋₁))**, the output gate,
/// - **y = o ⊙ tanh c**, the output.
///
/// Shapes, with g learned gates: x (time, batch, in), W ((g + 1) hidden, in), R ((g + 1) hidden, hidden), b
/// (1, (g + 1) hidden), p (g, hidden), G (g hidden, g hidden), y (time, batch, hidden). The rows are in the
/// order i, f, z, o, those of p and G in the order i, f, o, without the gates that are not there. Its state
/// is y, c, and where gates are recurrent the gates (batch, g hidden).
///
/// Source: K. Greff et al., *LSTM: A Search Space Odyssey* (2017), section II, and its variants. For the form
/// without peepholes, [Lstm] is the faster one.
///
/// @param form what it has and what it lacks
/// @param inputWeight W
/// @param hiddenWeight R
/// @param bias b
/// @param peepholes p, or (0, hidden) if there are none
/// @param gateWeight G, or (0, 0) if gates are not recurrent
public record LstmVariant(LstmForm form, Var inputWeight, Var hiddenWeight, Var bias, Var peepholes, Var gateWeight)
        implements Cell {

    /// @throws ShapeException if the shapes do not belong together
    public LstmVariant {
        int hidden = hiddenWeight.shape().size(-1);
        int rows = (form.gates() + 1) * hidden;
        int recurrent = form.gateRecurrence() ? form.gates() * hidden : 0;
        Weights.check("LstmVariant", "hiddenWeight", hiddenWeight, rows, hidden);
        Weights.checkRows("LstmVariant", "inputWeight", inputWeight, rows);
        Weights.check("LstmVariant", "bias", bias, 1, rows);
        Weights.check("LstmVariant", "peepholes", peepholes, form.peepholes() ? form.gates() : 0, hidden);
        Weights.check("LstmVariant", "gateWeight", gateWeight, recurrent, recurrent);
    }

    /// Weights from U(−r, r) with r = √(6 / (in + hidden)), Glorot and Bengio (2010), eq. 16; peepholes and
    /// biases zero, but 1 for a forget gate, as in [Lstm#of].
    ///
    /// @throws ShapeException if there is not at least one input and one unit
    public static LstmVariant of(LstmForm form, int in, int hidden, RandomGenerator random) {
        int gates = form.gates();
        Tensor bias = Tensor.zeros(1, (gates + 1) * hidden);
        if (form.forgetGate()) {
            int at = form.inputGate() ? hidden : 0;
            Arrays.fill(bias.array(), at, at + hidden, 1);
        }
        int recurrent = form.gateRecurrence() ? gates * hidden : 0;
        double bound = recurrent == 0 ? 0 : Math.sqrt(3.0 / recurrent);
        return new LstmVariant(
                form,
                Weights.glorot("LstmVariant", gates + 1, hidden, in, random),
                Weights.glorot("LstmVariant", gates + 1, hidden, hidden, random),
                Var.of(bias),
                Var.of(Tensor.zeros(form.peepholes() ? gates : 0, hidden)),
                Var.of(Tensor.uniform(Shape.of(recurrent, recurrent), bound, random)));
    }

    private int hidden() {
        return hiddenWeight.shape().size(1);
    }

    @Override
    public State zeroState(int batch) {
        Var zeros = Weights.zeros(batch, hidden());
        return form.gateRecurrence()
                ? State.of(zeros, zeros, Weights.zeros(batch, form.gates() * hidden()))
                : State.of(zeros, zeros);
    }

    @Override
    public State step(Var preactivation, State before) {
        Var memory = before.cellState();
        Gates gates = new Gates(preactivation, before);
        List<Var> open = new ArrayList<>();
        Var i = form.inputGate() ? gates.next(memory, open) : null;
        Var f = form.forgetGate() ? gates.next(memory, open) : null;
        Var block = gates.block();
        Var z = form.inputActivation() ? Weights.tanh(block) : block;
        Var written = i == null ? z : z.times(i);
        Var kept = f == null ? memory : memory.times(f);
        if (form.coupled() && i != null) {
            kept = memory.minus(memory.times(i));
        }
        Var c = written.plus(kept);
        Var read = form.outputActivation() ? Weights.tanh(c) : c;
        Var y = form.outputGate() ? read.times(gates.next(c, open)) : read;
        return form.gateRecurrence() ? State.of(y, c, Columns.join(open)) : State.of(y, c);
    }

    /// The preactivations of one time step, taken in their order.
    private final class Gates {

        private final List<Var> blocks;
        private final List<Var> recurrent;
        private int nextBlock;
        private int nextGate;

        Gates(Var z, State before) {
            blocks = Columns.of(z.plus(before.hidden().matmulT(hiddenWeight)), form.gates() + 1);
            recurrent = form.gateRecurrence()
                    ? Columns.of(before.parts().get(2).matmulT(gateWeight), form.gates())
                    : List.of();
        }

        Var block() {
            return blocks.get(nextBlock++);
        }

        /// σ of what the next gate sees.
        Var next(Var memory, List<Var> open) {
            Var z = block();
            if (form.peepholes()) {
                z = z.plus(timesRow(memory, peepholes, nextGate));
            }
            if (form.gateRecurrence()) {
                z = z.plus(recurrent.get(nextGate));
            }
            nextGate++;
            Var gate = Weights.sigmoid(z);
            open.add(gate);
            return gate;
        }
    }

    /// y = a ⊙ p, with one row p of a matrix for all rows of a. Pullback: da += dy ⊙ p, dp += Σ dy ⊙ a over
    /// the rows.
    private static Var timesRow(Var a, Var rows, int row) {
        int width = a.shape().size(1);
        int from = row * width;
        float[] p = rows.borrow().array();
        Tensor y = Arena.tensor(a.shape());
        for (int k = 0; k < y.count(); k++) {
            y.array()[k] = a.borrow().array()[k] * p[from + k % width];
        }
        return Var.operation(
                "gate",
                y,
                dy -> {
                    Tensor da = Arena.tensor(a.shape());
                    Tensor dp = Arena.zeros(rows.shape());
                    for (int k = 0; k < dy.count(); k++) {
                        int column = from + k % width;
                        da.array()[k] = dy.array()[k] * rows.borrow().array()[column];
                        dp.array()[column] = Math.fma(dy.array()[k], a.borrow().array()[k], dp.array()[column]);
                    }
                    if (a.isTracked()) {
                        a.addGradient(da);
                    }
                    if (rows.isTracked()) {
                        rows.addGradient(dp);
                    }
                },
                a,
                rows);
    }

    @Override
    public List<Var> parameters() {
        return List.of(inputWeight, hiddenWeight, bias, peepholes, gateWeight).stream()
                .filter(parameter -> parameter.shape().count() > 0)
                .toList();
    }

    @Override
    public LstmVariant with(List<Var> parameters) {
        return new LstmVariant(
                form,
                parameters.get(0),
                parameters.get(1),
                parameters.get(2),
                form.peepholes() ? parameters.get(3) : peepholes,
                form.gateRecurrence() ? parameters.getLast() : gateWeight);
    }

    @Override
    public String toString() {
        return "lstm " + form + " " + inputWeight.shape().size(1) + " -> " + hidden();
    }
}
