package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;

/// A recurrent layer whose gradients go back only a little: the sequence is cut into parts of so many time
/// steps, and each begins with the last state of the one before as a constant. Outputs are those of the layer
/// itself; gradients are those of truncated backpropagation through time.
///
/// To learn after each part instead, unroll part by part, and begin each with the last state of the one
/// before, [detached][State#detached()].
///
/// Source: R. Williams and J. Peng, *An Efficient Gradient-Based Algorithm for On-Line Training of Recurrent
/// Network Trajectories* (1990), BPTT(h; h′) with h = h′ = steps.
///
/// @param layer reads the parts
/// @param steps the time steps of a part; the last part may be shorter
public record Truncated(Recurrent layer, int steps) implements Recurrent {

    /// @throws IllegalArgumentException if a part would have no time step, or the layer reads from the end
    public Truncated {
        if (steps < 1) {
            throw new IllegalArgumentException("Truncated: expected parts of at least 1 time step, found " + steps);
        }
        if (!layer.isCausal()) {
            throw new IllegalArgumentException(
                    "Truncated: expected a layer that reads from the start only, found " + layer);
        }
    }

    @Override
    public State zeroState(int batch) {
        return layer.zeroState(batch);
    }

    @Override
    public Unrolled unroll(Var x, State initial, Mask mask) {
        List<Var> inputs = TimeSteps.of(x);
        List<Var> outputs = new ArrayList<>();
        List<State> states = new ArrayList<>();
        State last = initial;
        for (int from = 0; from < inputs.size(); from += steps) {
            int to = Math.min(from + steps, inputs.size());
            State first = from == 0 ? initial : last.detached();
            Unrolled part = layer.unroll(TimeSteps.join(inputs.subList(from, to)), first, mask.slice(from, to));
            outputs.addAll(TimeSteps.of(part.outputs()));
            states.addAll(part.states());
            last = part.last();
        }
        return new Unrolled(TimeSteps.join(outputs), states, last);
    }

    @Override
    public Reading read(Var x, State initial) {
        List<Var> inputs = TimeSteps.of(x);
        List<Var> outputs = new ArrayList<>();
        State last = initial;
        for (int from = 0; from < inputs.size(); from += steps) {
            int to = Math.min(from + steps, inputs.size());
            State first = from == 0 ? initial : last.detached();
            Reading part = layer.read(TimeSteps.join(inputs.subList(from, to)), first);
            outputs.addAll(TimeSteps.of(part.outputs()));
            last = part.last();
        }
        return new Reading(TimeSteps.join(outputs), last);
    }

    @Override
    public List<Var> parameters() {
        return layer.parameters();
    }

    @Override
    public String toString() {
        return "truncated(" + layer + ", " + steps + ")";
    }
}
