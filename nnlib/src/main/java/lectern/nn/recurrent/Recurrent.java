package lectern.nn.recurrent;

import lectern.nn.autograd.Var;
import lectern.nn.layer.Layer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A layer that reads a sequence step by step and remembers: x (time, batch, in) becomes outputs (time,
/// batch, features).
///
/// As a layer it begins with a state of zeros and gives the outputs. [#read] begins with any state and also
/// gives the last one. [#unroll] takes sequences of different lengths too, and shows the state after every
/// time step and, later, the gradients that come back to it.
public interface Recurrent extends Layer {

    /// The state before anything was read: zeros.
    State zeroState(int batch);

    /// Reads sequences from a given state on, step by step.
    ///
    /// @param x (time, batch, in)
    /// @param initial the state before the first time step, of the shapes of [#zeroState]
    /// @param mask which time steps there are
    /// @throws ShapeException if a shape does not fit, or there is no time step
    Unrolled unroll(Var x, State initial, Mask mask);

    /// Reads sequences of equal length from a given state on.
    default Unrolled unroll(Var x, State initial) {
        checkSequence(x);
        return unroll(x, initial, Mask.all(x.shape().size(0), x.shape().size(1)));
    }

    /// Reads sequences of different lengths.
    default Unrolled unroll(Var x, Mask mask) {
        checkSequence(x);
        return unroll(x, zeroState(x.shape().size(1)), mask);
    }

    /// Reads sequences of equal length.
    default Unrolled unroll(Var x) {
        checkSequence(x);
        return unroll(x, zeroState(x.shape().size(1)));
    }

    /// Reads sequences of equal length, where nobody asks for the gradient by them.
    default Unrolled unroll(Tensor x) {
        return unroll(Var.constant(x));
    }

    /// Reads sequences of equal length from a given state on, without a look at the states between: for an
    /// [Lstm], alone or within others, faster than [#unroll].
    ///
    /// @param x (time, batch, in)
    /// @param initial the state before the first time step, of the shapes of [#zeroState]
    /// @throws ShapeException if a shape does not fit, or there is no time step
    default Reading read(Var x, State initial) {
        Unrolled pass = unroll(x, initial);
        return new Reading(pass.outputs(), pass.last());
    }

    /// The outputs of all time steps, beginning with a state of zeros.
    @Override
    default Var apply(Var x) {
        checkSequence(x);
        return read(x, zeroState(x.shape().size(1))).outputs();
    }

    /// Whether an output depends only on what was read up to its time step: then a sequence can be cut in
    /// parts.
    default boolean isCausal() {
        return true;
    }

    /// @throws ShapeException if x is not (time, batch, in) with at least one time step
    private void checkSequence(Var x) {
        if (x.shape().rank() != 3 || x.shape().size(0) == 0) {
            throw new ShapeException(
                    getClass().getSimpleName(), "inputs (time, batch, in) of at least one time step", x.shape());
        }
    }

    /// @throws ShapeException if the initial state does not have the shapes of the zero state
    static void checkState(Recurrent layer, State initial, State zero) {
        String where = layer.getClass().getSimpleName();
        int count = zero.parts().size();
        if (initial.parts().size() != count) {
            throw new ShapeException(
                    where,
                    "an initial state of " + count + (count == 1 ? " part" : " parts"),
                    initial.parts().size());
        }
        for (int i = 0; i < count; i++) {
            Shape expected = zero.parts().get(i).shape();
            Shape found = initial.parts().get(i).shape();
            if (!found.equals(expected)) {
                throw new ShapeException(where, "part " + i + " of the initial state " + expected, found);
            }
        }
    }
}
