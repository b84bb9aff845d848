package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.ops.SpectralNorm;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// How the last hidden state depends on each earlier one, **∂h(T)/∂h(t)**: what carries gradients through
/// time, and makes them vanish or explode. Other parts of the state are held fast: for an LSTM this is the
/// way from h to h, beside its memory.
///
/// Source: R. Pascanu, T. Mikolov and Y. Bengio, *On the Difficulty of Training Recurrent Neural Networks*
/// (2013), eq. 5.
///
/// @param matrices for each time step t (hidden, hidden), rows by h(T) and columns by h(t)
public record Jacobians(List<Tensor> matrices) {

    /// Keeps a copy of the list.
    public Jacobians {
        matrices = List.copyOf(matrices);
    }

    /// Those of a cell that reads one sequence, beginning with a state of zeros.
    ///
    /// @param x (time, 1, in)
    /// @throws ShapeException if x is not one sequence
    public static Jacobians of(Cell cell, Tensor x) {
        if (x.shape().rank() != 3 || x.size(1) != 1) {
            throw new ShapeException("Jacobians", "one sequence (time, 1, in)", x.shape());
        }
        // Only the state is tracked, so that the gradients of the parameters are left alone.
        Cell fixed = cell.with(cell.parameters().stream()
                .map(parameter -> Var.constant(parameter.value()))
                .toList());
        State zero = new State(cell.zeroState(1).parts().stream()
                .map(part -> Var.of(part.value()))
                .toList());
        Unrolled pass = fixed.unroll(Var.constant(x), zero);
        Var last = pass.last().hidden();
        int hidden = last.shape().size(1);
        List<Tensor> matrices = new ArrayList<>();
        for (int t = 0; t < x.size(0); t++) {
            matrices.add(Tensor.zeros(hidden, hidden));
        }
        for (int row = 0; row < hidden; row++) {
            Tensor unit = Tensor.zeros(1, hidden);
            unit.array()[row] = 1;
            last.backward(unit);
            for (int t = 0; t < matrices.size(); t++) {
                Tensor gradient = pass.states().get(t).hidden().gradient();
                System.arraycopy(gradient.array(), 0, matrices.get(t).array(), row * hidden, hidden);
            }
        }
        return new Jacobians(matrices);
    }

    /// ‖∂h(T)/∂h(t)‖₂, the largest singular value, for each time step.
    public double[] norms() {
        return matrices.stream()
                .mapToDouble(matrix -> SpectralNorm.of(matrix.size(0), matrix.size(1), matrix.array()))
                .toArray();
    }
}
