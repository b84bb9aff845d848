package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.nn.autograd.Var;

/// Recurrent layers on each other: each reads the outputs of the one below.
///
/// Its state is the states of the layers, one after the other, the lowest first.
///
/// Source: A. Graves, A. Mohamed and G. Hinton, *Speech Recognition with Deep Recurrent Neural Networks*
/// (2013).
///
/// @param layers the lowest first
public record Stacked(List<Recurrent> layers) implements Recurrent {

    /// Keeps a copy of the list.
    ///
    /// @throws IllegalArgumentException if there is no layer
    public Stacked {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("Stacked: expected at least one layer, found none");
        }
    }

    @Override
    public State zeroState(int batch) {
        return State.together(
                layers.stream().map(layer -> layer.zeroState(batch)).toList());
    }

    @Override
    public Unrolled unroll(Var x, State initial, Mask mask) {
        Recurrent.checkState(this, initial, zeroState(mask.batch()));
        List<Unrolled> passes = new ArrayList<>();
        Var y = x;
        int from = 0;
        for (Recurrent layer : layers) {
            int to = from + layer.zeroState(0).parts().size();
            Unrolled pass = layer.unroll(y, initial.slice(from, to), mask);
            passes.add(pass);
            y = pass.outputs();
            from = to;
        }
        List<State> states = IntStream.range(0, mask.time())
                .mapToObj(t -> State.together(
                        passes.stream().map(pass -> pass.states().get(t)).toList()))
                .toList();
        return new Unrolled(
                y, states, State.together(passes.stream().map(Unrolled::last).toList()));
    }

    @Override
    public Reading read(Var x, State initial) {
        Recurrent.checkState(this, initial, zeroState(x.shape().size(1)));
        List<State> last = new ArrayList<>();
        Var y = x;
        int from = 0;
        for (Recurrent layer : layers) {
            int to = from + layer.zeroState(0).parts().size();
            Reading reading = layer.read(y, initial.slice(from, to));
            last.add(reading.last());
            y = reading.outputs();
            from = to;
        }
        return new Reading(y, State.together(last));
    }

    @Override
    public boolean isCausal() {
        return layers.stream().allMatch(Recurrent::isCausal);
    }

    @Override
    public List<Var> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public String toString() {
        return layers.stream().map(Recurrent::toString).collect(Collectors.joining(", ", "stacked(", ")"));
    }
}
