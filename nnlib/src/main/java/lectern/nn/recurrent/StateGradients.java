package lectern.nn.recurrent;

import java.util.List;
import lectern.nn.tensor.Tensor;

/// What backpropagation through time finds at each time step: the **total** derivative of the loss by each
/// part of the state, along all later paths.
///
/// For the hidden state of h(t) = f(Wₓ x(t) + Wₕ h(t − 1) + b) this is the recurrence **∂L/∂h(t) =
/// ∂l(t)/∂h(t) + Wₕᵀ (f′(t + 1) ⊙ ∂L/∂h(t + 1))**, with l(t) the loss of the output at t alone.
///
/// Source: R. Pascanu, T. Mikolov and Y. Bengio, *On the Difficulty of Training Recurrent Neural Networks*
/// (2013), eqs. 3 to 5.
///
/// @param parts for each time step the gradients by the parts of its state, (batch, …)
public record StateGradients(List<List<Tensor>> parts) {

    /// Keeps a copy of the list.
    public StateGradients {
        parts = List.copyOf(parts);
    }

    /// ∂L/∂h(t) for each time step, (batch, hidden). Where layers lie on each other, of the first.
    public List<Tensor> hiddenGradients() {
        return gradients(0);
    }

    /// ∂L/∂c(t) of an LSTM for each time step, (batch, hidden).
    public List<Tensor> cellGradients() {
        return gradients(1);
    }

    /// ∂L/∂s(t) for each time step, of one part s of the state.
    ///
    /// @param part its place in [State#parts()]
    /// @throws IllegalArgumentException if the state has no such part
    public List<Tensor> gradients(int part) {
        int count = parts.isEmpty() ? 0 : parts.getFirst().size();
        if (part < 0 || part >= count) {
            throw new IllegalArgumentException(
                    "gradients: expected a part of the state, 0…" + (count - 1) + ", found " + part);
        }
        return parts.stream().map(step -> step.get(part)).toList();
    }

    /// ‖∂L/∂h(t)‖ for each time step, over all examples.
    public double[] hiddenGradientNorms() {
        return norms(hiddenGradients());
    }

    /// ‖∂L/∂c(t)‖ of an LSTM for each time step, over all examples.
    public double[] cellGradientNorms() {
        return norms(cellGradients());
    }

    /// The Euclidean norm of each, the root of the sum of its squares.
    static double[] norms(List<Tensor> tensors) {
        return tensors.stream().mapToDouble(StateGradients::norm).toArray();
    }

    private static double norm(Tensor a) {
        double sum = 0;
        for (float value : a.array()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
