package lectern.nn.recurrent;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lectern.nn.autograd.Var;

/// Two recurrent layers side by side, of which one reads from the end: **y(t) = (h→(t), h←(t))**.
///
/// Shapes: x (time, batch, in), y (time, batch, features→ + features←). Its state is that of the forward
/// layer and then that of the backward layer; at time step t both have just read x(t), so the last state of
/// the backward layer is the one at the first time step.
///
/// Source: M. Schuster and K. Paliwal, *Bidirectional Recurrent Neural Networks* (1997).
///
/// @param forward reads from the first time step on
/// @param backward reads from the last time step back
public record Bidirectional(Recurrent forward, Recurrent backward) implements Recurrent {

    @Override
    public State zeroState(int batch) {
        return State.together(List.of(forward.zeroState(batch), backward.zeroState(batch)));
    }

    @Override
    public Unrolled unroll(Var x, State initial, Mask mask) {
        Recurrent.checkState(this, initial, zeroState(mask.batch()));
        int middle = forward.zeroState(0).parts().size();
        Unrolled there = forward.unroll(x, initial.slice(0, middle), mask);
        Unrolled back = backward.unroll(
                TimeSteps.reversed(x), initial.slice(middle, initial.parts().size()), mask.reversed());
        List<State> states = IntStream.range(0, mask.time())
                .mapToObj(t -> State.together(
                        List.of(there.states().get(t), back.states().get(mask.time() - 1 - t))))
                .toList();
        return new Unrolled(
                sideBySide(there.outputs(), back.outputs()),
                states,
                State.together(List.of(there.last(), back.last())));
    }

    @Override
    public Reading read(Var x, State initial) {
        Recurrent.checkState(this, initial, zeroState(x.shape().size(1)));
        int middle = forward.zeroState(0).parts().size();
        Reading there = forward.read(x, initial.slice(0, middle));
        Reading back = backward.read(
                TimeSteps.reversed(x), initial.slice(middle, initial.parts().size()));
        return new Reading(
                sideBySide(there.outputs(), back.outputs()), State.together(List.of(there.last(), back.last())));
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
