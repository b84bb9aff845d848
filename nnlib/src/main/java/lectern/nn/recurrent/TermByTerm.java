package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Tensor;

/// Backpropagation through time, term by term: the gradient by a weight that is used again at each time step
/// is the sum of one term for each use.
///
/// For the loss Eₙ of time step n, **∂Eₙ/∂W = Σₖ ∂Eₙ/∂h(n) · ∂h(n)/∂h(k) · ∂⁺h(k)/∂W**, k = 1…n, where ∂⁺
/// holds h(k − 1) fast: for three time steps the three paths that end at h(3), h(2) and h(1). For a loss of
/// all time steps each term has all paths from later outputs.
///
/// The cell is unrolled with a copy of its parameters for each time step; the terms are the gradients by
/// these copies.
///
/// Source: R. Pascanu, T. Mikolov and Y. Bengio, *On the Difficulty of Training Recurrent Neural Networks*
/// (2013), eqs. 3 to 5.
public final class TermByTerm {

    private final Cell cell;
    private final List<Cell> copies;
    private final Unrolled pass;

    private TermByTerm(Cell cell, List<Cell> copies, Unrolled pass) {
        this.cell = cell;
        this.copies = copies;
        this.pass = pass;
    }

    /// Unrolls a cell, beginning with a state of zeros.
    ///
    /// @param x (time, batch, in)
    public static TermByTerm of(Cell cell, Var x) {
        List<Cell> copies = new ArrayList<>();
        List<Var> outputs = new ArrayList<>();
        List<State> states = new ArrayList<>();
        for (Var step : TimeSteps.of(x)) {
            Cell copy = cell.with(cell.parameters().stream()
                    .map(parameter -> Var.of(parameter.value().copy()))
                    .toList());
            Var now = TimeSteps.join(List.of(step));
            Unrolled one = states.isEmpty() ? copy.unroll(now) : copy.unroll(now, states.getLast());
            copies.add(copy);
            states.addAll(one.states());
            outputs.add(one.last().hidden());
        }
        return new TermByTerm(
                cell, List.copyOf(copies), new Unrolled(TimeSteps.join(outputs), states, states.getLast()));
    }

    /// The cell over the whole sequence, to compute a loss from.
    public Unrolled pass() {
        return pass;
    }

    /// The terms of ∂L/∂W, the one of the first time step first; their sum is the gradient. The gradients of
    /// the cell's own parameters are left as they are.
    ///
    /// @param loss L, a single number computed from [#pass()]
    /// @param parameter W, one of the cell's parameters
    /// @throws IllegalArgumentException if the cell has no such parameter
    public List<Tensor> terms(Var loss, Var parameter) {
        int index = cell.parameters().indexOf(parameter);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "terms: expected a parameter of " + cell + ", found a variable " + parameter.shape());
        }
        copies.forEach(copy -> copy.parameters().forEach(Var::clearGradient));
        pass.backward(loss);
        return copies.stream()
                .map(copy -> copy.parameters().get(index).gradient())
                .toList();
    }

    /// ‖∂L/∂W at each time step‖, the Euclidean norms of the [#terms].
    public double[] termNorms(Var loss, Var parameter) {
        return StateGradients.norms(terms(loss, parameter));
    }
}
