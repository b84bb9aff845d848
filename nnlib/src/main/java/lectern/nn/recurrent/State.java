package lectern.nn.recurrent;

import java.util.List;
import lectern.nn.autograd.Var;

/// What a recurrent layer carries from one time step to the next: for each example the hidden state, and what
/// else the layer remembers. Each layer says which parts it has.
///
/// @param parts (batch, …) each, the hidden state h first; an LSTM's memory c comes second
public record State(List<Var> parts) {

    /// Keeps a copy of the list.
    public State {
        parts = List.copyOf(parts);
    }

    /// A state of these parts.
    public static State of(Var... parts) {
        return new State(List.of(parts));
    }

    /// h, (batch, hidden).
    public Var hidden() {
        return parts.getFirst();
    }

    /// c, the memory of an LSTM, (batch, hidden).
    ///
    /// @throws IllegalStateException if the layer has no such part
    public Var cellState() {
        if (parts.size() < 2) {
            throw new IllegalStateException("cellState: expected the state of an LSTM, found one of hidden alone");
        }
        return parts.get(1);
    }

    /// Several states as one, such as those of layers on each other.
    static State together(List<State> states) {
        return new State(
                states.stream().flatMap(state -> state.parts().stream()).toList());
    }

    /// Some of the parts.
    State slice(int from, int to) {
        return new State(parts.subList(from, to));
    }

    /// The same numbers as constants, to begin the next part of a sequence with: no gradient goes back beyond
    /// them. They may be kept from one training step to the next.
    public State detached() {
        return new State(parts.stream().map(part -> Var.constant(part.value())).toList());
    }
}
