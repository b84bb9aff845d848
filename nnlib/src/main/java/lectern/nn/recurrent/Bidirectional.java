package lectern.nn.recurrent;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.nn.autograd.Var;

/// Two recurrent layers side by side, of which one reads from the end: **y(t) = (h→(t), h←(t))**.
///
/// Shapes: x (time, batch, in), y (time, batch, features→ + features←). Its state is that of the forward
/// layer and then that of the backward layer; at time step t both have just read x(t), so the last state of
/// the
/// backward layer is the one at the first time step.
///
/// Source: M. Schuster and K. Paliwal, *Bidirectional Recurrent Neural Networks* (1997).
///
/// @param forward reads from the first time step on
/// @param backward reads from the last time step back
public record Bidirectional(Recurrent forward, Recurrent backward) implements Recurrent {

    @Override
    public State zeroState(int batch) {
        return Stacked.together(List.of(forward.zeroState(batch), backward.zeroState(batch)));
    }

    @Override
    public Unrolled unroll(Var x, State initial, Mask mask) {
        Recurrent.checkState(this, initial, zeroState(mask.batch()));
        int parts = initial.parts().size();
        int middle = forward.zeroState(0).parts().size();
        Unrolled there = forward.unroll(x, new State(initial.parts().subList(0, middle)), mask);
        Unrolled back = backward.unroll(
                TimeSteps.reversed(x), new State(initial.parts().subList(middle, parts)), mask.reversed());
        List<State> states = IntStream.range(0, mask.time())
                .mapToObj(t -> Stacked.together(
                        List.of(there.states().get(t), back.states().get(mask.time() - 1 - t))))
                .toList();
        return new Unrolled(
                sideBySide(there.outputs(), back.outputs()),
                states,
                Stacked.together(List.of(there.last(), back.last())));
    }

    @Override
    public Var apply(Var x) {
        return sideBySide(forward.apply(x), backward.apply(TimeSteps.reversed(x)));
    }

    private static Var sideBySide(Var there, Var back) {
        return Columns.join(List.of(there, TimeSteps.reversed(back)));
    }

    /// No: what comes later changes what was said before.
    @Override
    public boolean isCausal() {
        return false;
    }

    @Override
    public List<Var> parameters() {
        return Stream.of(forward, backward)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public String toString() {
        return "bidirectional(" + forward + ", " + backward + ")";
    }
}
