package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Tensor;

/// A recurrent layer unrolled over a sequence: what came out, the state after each time step, and the way
/// back through time.
///
/// @param outputs (time, batch, features)
/// @param states after each time step
/// @param last what the next part of the sequence begins with
public record Unrolled(Var outputs, List<State> states, State last) {

    /// Keeps a copy of the list.
    public Unrolled {
        states = List.copyOf(states);
    }

    /// The same layer applied to the output of every time step, such as a prediction read from the hidden
    /// state.
    ///
    /// @param layer takes (time · batch, features) and gives as many rows
    public Unrolled readOut(Layer layer) {
        int time = outputs.shape().size(0);
        int batch = outputs.shape().size(1);
        Var y = layer.apply(outputs.reshape(time * batch, outputs.shape().size(2)));
        return new Unrolled(y.reshape(time, batch, y.shape().size(1)), states, last);
    }

    /// h(t) for each time step, (batch, hidden).
    public List<Var> hidden() {
        return states.stream().map(State::hidden).toList();
    }

    /// Backpropagation through time of the loss of all outputs.
    ///
    /// @param targets the shape of the outputs
    public StateGradients backward(Loss loss, Tensor targets) {
        return backward(loss.apply(outputs, targets));
    }

    /// Backpropagation through time of any loss that was computed from the outputs or the states. Gradients
    /// of parameters add up, as by [Var#backward()]; those of the states are of this loss alone.
    ///
    /// @param loss a single number
    public StateGradients backward(Var loss) {
        states.forEach(state -> state.parts().forEach(Var::clearGradient));
        loss.backward();
        List<List<Tensor>> gradients = new ArrayList<>();
        for (State state : states) {
            gradients.add(state.parts().stream().map(Var::gradient).toList());
        }
        return new StateGradients(gradients);
    }
}
